"""Which language a text is in where its file does not say."""

import pytest

from glossary.formats.languages import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("管网格的人", "zh"),
        ("one who looks after a grid", "en"),
        ("The unit below a villagers' committee; on state farms the farm team (连队).", "en"),
        ("用GPS定位", "zh"),
        ("GNU Image Manipulation Program，图像处理软件", "zh"),
    ],
)
def test_a_text_is_in_the_language_that_most_of_it_is_in(text: str, language: str) -> None:
    assert guess_language(text) == language
