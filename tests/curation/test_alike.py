"""The same words in another variety of English are no other rendering."""

from msgspec.structs import replace
from small_base import CONCEPTS

from glossary.curation.varieties import tag_alike, tag_as_before, tag_plainly
from glossary.model import Concept, Definition, Rendering, Term


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


def in_english(*languages: str, text: str = "color") -> Concept:
    renderings = tuple(Rendering(text=text, language=language) for language in languages)
    return Concept(id="caaaaaab", terms=(Term(text="颜色"),), renderings=renderings)


def tags(concept: Concept) -> list[str]:
    return [one.language for one in concept.renderings]


def test_american_english_of_a_list_is_plain_english_to_a_base_that_has_no_other() -> None:
    said = replace(in_english("en-US"), definitions=(Definition(text="a hue", language="en-US"),))
    plain = tag_plainly(None, said)
    assert (tags(plain), plain.definitions[0].language) == (["en"], "en")
    assert tags(tag_plainly(in_english("en"), said)) == ["en"]


def test_varieties_that_somebody_tells_apart_stay_apart() -> None:
    american = in_english("en-US")
    assert tags(tag_plainly(in_english("en-GB"), american)) == ["en-US"]
    assert tags(tag_plainly(in_english("en-US"), american)) == ["en-US"]
    assert tags(tag_plainly(None, in_english("en-US", "en-GB"))) == ["en-US", "en-GB"]
    assert tags(tag_plainly(None, in_english("en", "en-US"))) == ["en", "en-US"]


def test_a_rendering_that_comes_back_in_american_english_is_still_the_same() -> None:
    assert tags(tag_as_before(in_english("en"), in_english("en-US"))) == ["en"]
    assert tags(tag_as_before(in_english("en-US"), in_english("en"))) == ["en-US"]


def test_a_rendering_in_british_english_is_another_to_a_file_that_has_our_ids() -> None:
    assert tags(tag_as_before(in_english("en"), in_english("en-GB"))) == ["en-GB"]
    assert tags(tag_as_before(in_english("en-GB"), in_english("en-US"))) == ["en-US"]
