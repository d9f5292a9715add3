"""What PO and TMX say beside a pair: comments, notes, properties, flags."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from format_samples import GRID_WORKER, PLATFORM, exported_bytes

from glossary.formats.concepts import Addition, ImportedFile
from glossary.formats.declaration import Format
from glossary.formats.registry import find_format
from glossary.model import Concept, Definition, Rendering, Status, Term

PO, TMX = find_format("po"), find_format("tmx")
BOTH = pytest.mark.parametrize("format_", [PO, TMX], ids=["po", "tmx"])
LOCK = Concept(
    id="caaaaaae",
    subject_field="waterways",
    scope="rivers",
    note="Not of doors.",
    definitions=(Definition(text="升降船只的水工建筑（古称陡门）", language="zh"),),
    terms=(Term(text="船闸"),),
    renderings=(
        Rendering(text="ship lock", status=Status.PREFERRED, note="Of a river."),
        Rendering(text="lock"),
    ),
)
CLASS = Concept(
    id="caaaaaaf",
    terms=(Term(text="GTK", do_not_translate=True),),
    renderings=(Rendering(text="GTK", status=Status.PREFERRED),),
)


def read(format_: Format, text: str | bytes) -> ImportedFile:
    return format_.read_whole(BytesIO(text if isinstance(text, bytes) else text.encode()))


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


def returned(format_: Format, concepts: Sequence[Concept]) -> ImportedFile:
    return read(format_, exported_bytes(format_, concepts))


def po(comments: str = "", *, context: str = "") -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: zh_CN\\n"\n\n'
    name = f'msgctxt "{context}"\n' if context else ""
    return f'{head}{comments}{name}msgid "lock"\nmsgstr "船闸"\n'


def tmx(inside: str = "", *, count: int = 1) -> str:
    unit = (
        f"<tu>{inside}<tuv xml:lang='en'><seg>lock</seg></tuv><tuv xml:lang='zh'><seg>船闸</seg></tuv></tu>"
    )
    return f"<tmx version='1.4'><header srclang='en'/><body>{unit * count}</body></tmx>"


@BOTH
def test_what_our_own_exports_say_beside_a_pair_comes_back(format_: Format) -> None:
    imported = returned(format_, [LOCK])
    assert imported.dropped == ()
    assert only(imported).concept_with(LOCK.id) == LOCK


@BOTH
def test_what_is_not_to_be_translated_stays_so(format_: Format) -> None:
    assert only(returned(format_, [CLASS])).concept_with(CLASS.id) == CLASS


def test_the_source_of_a_definition_comes_back_from_a_memory() -> None:
    sourced = Definition(text="a step for ships (or boats)", language="en", source="Handbook (2nd ed.)")
    bare = Definition(text="升降船只（者）", language="zh")
    addition = only(
        returned(
            TMX,
            [Concept(id=LOCK.id, terms=LOCK.terms, definitions=(sourced, bare), renderings=LOCK.renderings)],
        )
    )
    assert addition.definitions == (sourced, bare)


@BOTH
def test_who_used_a_rendering_is_told_once_since_it_is_not_read(format_: Format) -> None:
    told = [line.what for line in returned(format_, [PLATFORM, GRID_WORKER]).dropped]
    assert len([what for what in told if what.startswith("source")]) == 1


def test_comments_of_others_are_the_note_of_the_rendering() -> None:
    addition = only(read(PO, po("# of a river\n#. A step\n#. for ships.\n")))
    assert addition.renderings[0].note == "A step\nfor ships.\nof a river"


def test_a_context_of_others_is_part_of_the_note() -> None:
    assert only(read(PO, po("#. A step.\n", context="waterways"))).renderings[0].note == "A step.\nwaterways"


def test_flags_of_weblate_are_the_status_and_what_is_not_translated() -> None:
    addition = only(read(PO, po("#, forbidden, read-only, terminology\n")))
    assert addition.renderings[0].status is Status.FORBIDDEN
    assert addition.terms[0].do_not_translate


def test_what_gettext_only_guessed_is_proposed() -> None:
    (rendering,) = only(read(PO, po("#, fuzzy\n"))).renderings
    assert (rendering.text, rendering.status) == ("lock", Status.PROPOSED)


def test_an_obsolete_entry_is_told() -> None:
    imported = read(PO, po() + '\n#~ msgid "weir"\n#~ msgstr "堰"\n')
    assert [addition.terms[0].text for addition in imported.additions] == ["船闸"]
    assert [(line.where, line.what) for line in imported.dropped] == [("entry 2", "weir = 堰")]


def test_notes_of_others_are_the_note_of_the_rendering() -> None:
    addition = only(read(TMX, tmx("<note>of a river</note><note>not of doors</note>")))
    assert addition.renderings[0].note == "of a river\nnot of doors"


def test_properties_of_others_are_told_once_each() -> None:
    imported = read(TMX, tmx("<prop type='x-context'>menu</prop><prop type='client'>ACME</prop>", count=3))
    assert [line.what for line in imported.dropped] == ["x-context: menu", "client: ACME"]


def test_a_status_that_is_none_is_kept_as_a_remark() -> None:
    addition = only(read(PO, po("#. status: to be asked\n")))
    assert (addition.renderings[0].status, addition.renderings[0].note) == (
        Status.ADMITTED,
        "status: to be asked",
    )


def test_remarks_on_the_same_pair_in_several_places_come_together() -> None:
    text = po("#. of a river\n", context="a") + '\n#. of a canal\nmsgctxt "b"\nmsgid "lock"\nmsgstr "船闸"\n'
    imported = read(PO, text)
    assert [one.note for one in only(imported).renderings] == ["of a river\na\nof a canal\nb"]
    assert imported.dropped == ()


def test_an_entry_without_its_translation_is_told_as_such_in_whatever_language() -> None:
    (line,) = read(PO, po().replace("船闸", "").replace("Language: zh_CN", "Content: none")).dropped
    assert (line.what, line.why) == ("lock", "it is not translated")
