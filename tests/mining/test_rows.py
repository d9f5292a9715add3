"""A marked string is found as whole words, everywhere, as the documents that mark it have it."""

from glossary.mining.rows import find_rows

from .conftest import Written, make_stream


def cuts(*written: Written | str, keys: dict[int, set[str]]) -> set[tuple[str, ...]]:
    """The words that the keys of each document are cut into."""
    stream, _ = make_stream(*written)
    wanted = {number: frozenset(found) for number, found in keys.items()}
    return {tuple(stream.words[word] for word in cut) for cut, _ in find_rows(stream, wanted)}


def test_a_key_is_cut_into_the_words_of_its_document() -> None:
    assert cuts("推广 智慧 海堤 工程", keys={0: {"智慧海堤"}}) == {("智慧", "海堤")}


def test_a_key_that_is_cut_in_two_ways_has_both() -> None:
    assert cuts("大 数据", "大数据", keys={0: {"大数据"}}) == {("大", "数据"), ("大数据",)}


def test_a_key_is_found_only_where_it_begins_and_ends_with_a_word() -> None:
    assert cuts("海堤 工程", "长堤 工程队", keys={0: {"堤工程"}}) == set()


def test_a_key_is_found_behind_a_place_where_words_are_cut_otherwise() -> None:
    assert cuts("长海堤 工程", "海堤 工程", keys={0: {"海堤工程"}}) == {("海堤", "工程")}


def test_a_key_does_not_reach_over_punctuation() -> None:
    assert cuts("海堤", "工程", keys={0: {"海堤工程"}}) == set()


def test_a_key_is_looked_for_in_the_documents_that_mark_it_alone() -> None:
    written = Written("大 数据", source=0), Written("大数据", source=1)
    assert cuts(*written, keys={1: {"大数据"}}) == {("大数据",)}


def test_a_key_that_is_nowhere_has_no_cut() -> None:
    assert cuts("海堤 巡查", keys={0: {"渔港"}}) == set()


def test_a_row_has_all_its_places_in_other_documents_too() -> None:
    stream, _ = make_stream(
        Written("智慧 海堤", source=0), Written("海堤 工程", source=1), Written("智慧 海堤", source=2)
    )
    ((_, places),) = find_rows(stream, {0: {"智慧海堤"}})
    assert [stream.text_of(place, 2) for place in places.tolist()] == ["智慧海堤"] * 2


def test_the_same_words_in_another_order_are_another_row() -> None:
    stream, _ = make_stream("海堤 巡查", "巡查 海堤")
    found = {cut: places.tolist() for cut, places in find_rows(stream, {0: {"海堤巡查", "巡查海堤"}})}
    assert sorted(map(len, found.values())) == [1, 1]
