"""Concepts to write and read back, and what is left of them in each format."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from hypothesis import strategies as st
from msgspec.structs import replace

from glossary.formats.concepts import ImportedFile
from glossary.formats.csv.row import FILLERS, LOST
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.model import (
    Basis,
    Concept,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)

SHARED_SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"

FACTS = (
    Evidence(
        publisher="Xinhua",
        title="Grids, “grids” | and grids",
        date="2020-11-02",
        url="https://example.org/a?b=1&c=2",
        tier=Tier.STATE_MEDIA,
        basis=Basis.ENGLISH_ONLY,
        note="headline",
    ),
    Evidence(publisher="State Council", date="2019", tier=Tier.OFFICIAL, mirror_of="elsewhere.example"),
    Evidence(),
)
PLATFORM = Concept(
    id="c7k2m4qa",
    subject_field="grid-based management",
    scope="Hainan",
    note="Not the app.",
    definitions=(
        Definition(text="收集社会管理信息的平台。", language="zh", source="海南日报"),
        Definition(text="A platform; it collects | sorts.", language="en"),
    ),
    terms=(
        Term(text="社会管理信息化平台", status=Status.PREFERRED),
        Term(text="社管平台", term_type=TermType.SHORT_FORM, note="in speech"),
        Term(text="社會管理信息化平台", language="zh-Hant"),
    ),
    renderings=(
        Rendering(
            text="social management information platform",
            status=Status.PREFERRED,
            part_of_speech="noun",
            evidence=FACTS,
        ),
        Rendering(text="SMI platform", term_type=TermType.ACRONYM, serves="社管平台", case_sensitive=True),
        Rendering(
            text="social control platform",
            status=Status.DEPRECATED,
            instead="social management information platform",
            note="loaded",
        ),
    ),
    relations=(Relation(kind=RelationKind.HAS_MEMBER, concept="cgridman"),),
)
GRID_WORKER = Concept(
    id="cgridman",
    terms=(Term(text="网格员", status=Status.PREFERRED),),
    renderings=(
        Rendering(text="grid worker", status=Status.PREFERRED),
        Rendering(text="grid attendant", status=Status.FORBIDDEN, instead="grid worker"),
        Rendering(text="grid officer", status=Status.PROPOSED),
    ),
)


def one(text: str, *renderings: str, identity: str = "caaaaaab", **said: object) -> Concept:
    """Return a small concept."""
    made = tuple(Rendering(text=rendering) for rendering in renderings)
    return Concept(id=identity, terms=(Term(text=text),), renderings=made, **said)


CASES: dict[str, list[Concept]] = {
    "one concept": [one("网格员", "grid worker")],
    "three renderings with statuses, short and full form, a sourced definition": [PLATFORM, GRID_WORKER],
    "do not translate": [
        Concept(id="caaaaaab", terms=(Term(text="GB 18030", do_not_translate=True, case_sensitive=True),))
    ],
    "comma, quote and tab": [one('网格,"员"', 'a "grid", worker', "grid\tworker")],
    "a line break in a note": [one("网格员", "grid worker", note="first\nsecond")],
    "a formula and a comment mark": [one("=网格", "=1+1", "#grid", "-grid", "+grid", "@grid")],
    "a Chinese comment mark": [one("#网格", "grid")],
    "markup": [one("<网格>&", "grid & <b>worker</b> ]]>", note="5 < 6 &amp; 'x'")],
    "a character beyond the BMP": [one("𠮷野家", "Yoshinoya 𠮷")],
    "combining marks": [one("e\u0301网格", "cafe\u0301")],
    "no rendering": [one("综治中心")],
    "one term in two concepts": [one("打", "hit"), one("打", "dozen", identity="caaaaaac")],
    "order kept": [one(text, text * 2, identity=f"caaaaaa{text}") for text in "zax"],
}


def without_proposed(concept: Concept) -> Concept:
    kept = tuple(known for known in concept.renderings if known.status is not Status.PROPOSED)
    texts = {rendering.text for rendering in kept}
    return replace(
        concept,
        renderings=tuple(known if known.instead in texts else replace(known, instead="") for known in kept),
    )


def best_first(concept: Concept) -> Concept:
    ranks = [Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN]
    return replace(concept, renderings=tuple(sorted(concept.renderings, key=lambda r: ranks.index(r.status))))


def by_head(concepts: Iterable[Concept]) -> list[Concept]:
    return sorted(concepts, key=lambda concept: (concept.subject_field, concept.head.text, concept.id))


# What a declaration says is lost; a format that is not here must give back all.
LEFT_OF: dict[str, Callable[[list[Concept]], list[Concept]]] = {
    "tbx": lambda concepts: [without_proposed(concept) for concept in concepts],
    "tbx-dct": lambda concepts: [without_proposed(concept) for concept in concepts],
    "tbx4": lambda concepts: [without_proposed(concept) for concept in concepts],
    "tbx2": lambda concepts: [best_first(without_proposed(concept)) for concept in concepts],
    "toml": by_head,
}


WITHOUT_IDS = frozenset({"cedict", "deepl", "deepl-csv", "omegat", "po", "tmx", "utx", "wordfast"})
"""Formats whose files do not say which concept they speak of: what comes back is found by its term."""
LABELS_ALONE = frozenset({"skos"})
"""Formats that have labels where the base has terms with many fields."""


def export(format_: Format, concepts: Iterable[Concept], place: Path, **options: str) -> ExportReport:
    """Write a file, or a folder, at ``place``."""
    told = ExportOptions(**options)
    if format_.is_folder:
        return format_.write(concepts, place, options=told)
    with place.open("wb") as out:
        return format_.write(concepts, out, options=told)


def import_back(format_: Format, place: Path) -> ImportedFile:
    """Read what ``export`` wrote."""
    assert format_.read is not None
    if format_.is_folder:
        return format_.read_whole(place)
    with place.open("rb") as source:
        return format_.read_whole(source)


def exported_bytes(format_: Format, concepts: Iterable[Concept], **options: str) -> bytes:
    """Return a file's bytes."""
    out = BytesIO()
    format_.write(concepts, out, options=ExportOptions(**options))
    return out.getvalue()


ALPHABET = st.one_of(
    st.sampled_from("网格员平台𠮷綜治abcXYZ \n\t|\\=:;,\"'#&<>-+@{}[]/\u3000\u0301"),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
)
texts = st.text(ALPHABET, max_size=8).filter(lambda text: not text or bool(text.strip()))
"""None of blanks alone, which a table cannot tell from nothing."""
words = texts.map(str.strip).filter(lambda text: set(text) - LOST - FILLERS)
"""Not of question marks or dots alone: a table takes those for lost characters, or for no term."""
dates = st.sampled_from(["", "2020", "2020-11", "2020-11-02"])
tags = st.sampled_from(["zh", "en", "zh-Hans", "en-GB"])
named_tiers = st.sampled_from([tier for tier in Tier if tier is not Tier.COMPOSED])
identities = st.text("abcdefghij234567", min_size=7, max_size=7).map("c".__add__)


def facts() -> st.SearchStrategy[Evidence]:
    common = {
        "title": texts,
        "date": dates,
        "url": st.just("") | st.just("https://example.org/x?y=z&k") | texts.map("http://{}".format),
        "mirror_of": texts,
        "basis": st.none() | st.sampled_from(Basis),
        "note": texts,
    }
    attested = st.builds(Evidence, publisher=texts.filter(bool), tier=named_tiers, **common)
    return attested | st.builds(Evidence, publisher=texts, **common)


def terms_of(kind: type[Term], languages: list[str], **more: st.SearchStrategy) -> st.SearchStrategy[Term]:
    return st.builds(
        kind,
        text=words,
        language=st.sampled_from(languages),
        status=st.sampled_from(Status),
        part_of_speech=st.sampled_from(["", "noun", "proper noun"]) | texts,
        term_type=st.sampled_from(TermType),
        reading=texts,
        case_sensitive=st.booleans(),
        do_not_translate=st.booleans(),
        note=texts,
        **more,
    )


def name_each_other(renderings: list[Rendering], served: list[str], draw: st.DrawFn) -> list[Rendering]:
    """Return the renderings, some with the Chinese term that they serve or with another to use instead."""
    all_texts = {rendering.text for rendering in renderings}
    return [
        replace(
            rendering,
            serves=draw(st.sampled_from(["", *served])),
            instead=draw(st.sampled_from(["", *sorted(all_texts - {rendering.text})])),
        )
        for rendering in renderings
    ]


def designation(term: Term) -> tuple[str, str]:
    return term.language, term.text


@st.composite
def concept_lists(draw: st.DrawFn) -> list[Concept]:
    """Draw a few concepts that may be related to each other."""
    ids = draw(st.lists(identities, unique=True, max_size=3))
    return [draw(concepts_with(identity, ids)) for identity in ids]


@st.composite
def concepts_with(draw: st.DrawFn, identity: str, ids: list[str]) -> Concept:
    chinese = terms_of(Term, ["zh-Hans", "zh-Hant"])
    english = terms_of(
        Rendering,
        ["en", "en-GB", "en-US"],
        evidence=st.lists(facts(), max_size=2, unique=True).map(tuple),
    )
    terms = draw(st.lists(chinese, min_size=1, max_size=3, unique_by=designation))
    renderings = draw(st.lists(english, max_size=3, unique_by=designation))
    definition = st.builds(Definition, text=words, language=tags, source=texts)
    others = [other for other in ids if other != identity]
    relation = st.builds(Relation, kind=st.sampled_from(RelationKind), concept=st.sampled_from(others))
    relations = st.lists(relation, max_size=2, unique=True) if others else st.just([])
    return Concept(
        id=identity,
        subject_field=draw(texts),
        scope=draw(texts),
        note=draw(texts),
        definitions=tuple(draw(st.lists(definition, max_size=2))),
        terms=tuple(terms),
        renderings=tuple(name_each_other(renderings, [term.text for term in terms], draw)),
        relations=tuple(draw(relations)),
    )
