import pytest

from glossary.errors import InvalidInput
from glossary.files import po
from glossary.files.po import looks_like_po, read_po
from glossary.files.units import Unit

HEADER = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def pairs(text: str) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in read_po(text)]


def test_an_entry_is_a_unit_in_the_language_of_the_header() -> None:
    assert list(read_po(HEADER + '#: a.c:1\nmsgid "grid worker"\nmsgstr "网格员"\n')) == [
        Unit(where="1", source="grid worker", target="网格员", target_language="zh_CN")
    ]


def test_the_header_may_name_the_source_language() -> None:
    text = HEADER.replace('"Language', '"X-Source-Language: en\\n"\n"Language') + 'msgid "a"\nmsgstr "甲"\n'
    assert next(iter(read_po(text))).source_language == "en"


def test_texts_of_several_lines_and_escapes_are_put_together() -> None:
    assert pairs('msgid ""\n"a "\n"\\"b\\"\\n"\nmsgstr ""\n"甲"\n"乙"\n') == [('a "b"\n', "甲乙")]


def test_a_plural_is_a_unit_of_its_own_with_the_one_form_of_chinese() -> None:
    assert pairs('msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d 天"\n') == [
        ("%d day", "%d 天"),
        ("%d days", "%d 天"),
    ]


def test_obsolete_entries_are_left_out() -> None:
    assert pairs('msgid "a"\nmsgstr "甲"\n\n#~ msgid "b"\n#~ msgstr "乙"\n') == [("a", "甲")]


def test_a_guessed_translation_is_none() -> None:
    assert pairs('#, fuzzy\nmsgid "a"\nmsgstr "甲"\n') == [("a", "")]


def test_what_is_unsettled_is_whole_where_it_is_asked_for_and_a_flag_says_what_it_is() -> None:
    text = '#, fuzzy\nmsgid "a"\nmsgstr "甲"\n\n#~ msgid "b"\n#~ msgstr "乙"\n'
    units = [(unit.source, unit.target, unit.remarks) for unit in read_po(text, unsettled=True)]
    assert units == [("a", "甲", (("flag", "fuzzy"),)), ("b", "乙", (("flag", "obsolete"),))]


def test_a_long_file_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(po, "ENTRIES_AT_ONCE", 3)
    text = HEADER + "\n".join(f'#. note\nmsgid "{number}"\nmsgstr "第{number}"\n' for number in range(20))
    units = list(read_po(text))
    assert [unit.where for unit in units] == [str(number) for number in range(1, 21)]
    assert {unit.target_language for unit in units} == {"zh_CN"}


def test_a_fault_is_reported_with_its_line_in_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(po, "ENTRIES_AT_ONCE", 3)
    text = "".join(f'msgid "{number}"\nmsgstr "甲"\n\n' for number in range(9)) + 'msgid "x"\nfault\n'
    with pytest.raises(InvalidInput, match=r"line 29: .*msgfmt"):
        list(read_po(text))


def test_separators_of_lines_inside_a_text_do_not_end_it() -> None:
    assert pairs('msgid "a\u2028b"\nmsgstr "甲\x0b乙"\n') == [("a b", "甲 乙")]


@pytest.mark.parametrize("text", [HEADER, 'msgid "a"\nmsgstr "b"\n', '# x\r\nmsgid "a"\r\nmsgstr ""\r\n'])
def test_a_po_file_is_told_by_its_content(text: str) -> None:
    assert looks_like_po(text)


@pytest.mark.parametrize(
    "text", ["", "网格员", "msgid and msgstr are keywords of PO.\n", 'msgid "a"\nand so on\n']
)
def test_other_text_is_no_po_file(text: str) -> None:
    assert not looks_like_po(text)
