"""A masked text holds what is kept, folded, each character in its own place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import CleanText, Span
from glossary.text.folding import fold
from glossary.text.masking import LEFT_OUT, mask


def clean(text: str, *kept: tuple[int, int]) -> CleanText:
    return CleanText(document="d", text=text, kept=tuple(Span(start=a, end=b) for a, b in kept))


def test_what_is_not_kept_becomes_line_ends() -> None:
    assert mask(clean("首页 海堤 下一篇", (3, 5))) == "\n\n\n海堤\n\n\n\n\n"


def test_what_is_kept_is_folded() -> None:
    assert mask(clean("漁港ＡＰＰ", (0, 5))) == "渔港app\n"


def test_kept_lines_beside_each_other_stay_apart() -> None:
    assert mask(clean("海堤\n渔港", (0, 2), (3, 5))) == "海堤\n渔港\n"


def test_where_nothing_is_kept_there_are_line_ends_alone() -> None:
    assert mask(clean("海堤")) == "\n\n\n"


def test_an_empty_text_is_one_line_end() -> None:
    assert mask(clean("")) == LEFT_OUT


@pytest.mark.slow
@given(st.text(alphabet="渔漁港ＡaÄİ𠮷ﬁ。\n", max_size=30), st.data())
def test_every_character_stands_where_the_clean_text_has_it(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kept = list(zip(edges[::2], edges[1::2], strict=False))
    masked = mask(clean(text, *kept))
    assert len(masked) == len(text) + 1
    for at, character in enumerate(text):
        is_kept = any(start <= at < end for start, end in kept)
        assert masked[at] == (fold(character) if is_kept else LEFT_OUT)
