"""The same words in another variety of English are no other rendering."""

from msgspec.structs import replace
from small_base import CONCEPTS

from glossary.curation.merging import tag_alike
from glossary.model import Rendering


def test_english_of_a_list_has_the_tag_that_the_base_has_it_under() -> None:
    both = replace(
        CONCEPTS[0], renderings=(Rendering(text="colour", language="en-GB"), Rendering(text="road"))
    )
    listed = [Rendering(text=text, language="en-US") for text in ("colour", "road", "path")]
    alike = tag_alike(both, replace(both, renderings=tuple(listed)))
    assert [(one.text, one.language) for one in alike.renderings] == [
        ("colour", "en-GB"),
        ("road", "en"),
        ("path", "en-US"),
    ]


def test_two_tags_of_one_text_in_a_list_become_one_where_the_base_has_one() -> None:
    here = replace(CONCEPTS[0], renderings=(Rendering(text="road"),))
    listed = (Rendering(text="road", language="en-GB"), Rendering(text="road", language="en-US"))
    assert tag_alike(here, replace(here, renderings=listed)).renderings == here.renderings
