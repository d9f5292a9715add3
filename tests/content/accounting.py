"""Where a line of a list of attestations went: pure, by rule; what no rule can tell is in exceptions.py."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from glossary.model import DISCOURAGED, Concept, Evidence, Rendering, Tier
from glossary.text.folding import folded_key

GLOSS = re.compile(r"\s*[（(].*?[)）]")
ABBREVIATION = re.compile(r"\(([A-Z]{2,})\)")
SMALL_WORDS = frozenset({"a", "an", "the"})
QUOTED = "wording there: "
COPIES_OF_MEDIA = frozenset({"CSET, Georgetown University"})
ENGLISH_ALONE = "English text only"
Named: TypeAlias = Mapping[str, list[Concept]]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the list: an English wording for a Chinese headword, and who is said to have used it."""

    zh: str
    en: str
    kind: str
    tier: str = ""
    publisher: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    note: str = ""


def index_terms(concepts: Iterable[Concept]) -> Named:
    """Return the concepts by the folded key of each of their Chinese terms."""
    named: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        for term in concept.terms:
            named[folded_key(term.text)].append(concept)
    return named


def find_concepts(headword: str, named: Named) -> list[Concept]:
    """Return the concepts of a headword: as written, without its bracket, else those of its parts."""
    for written in (headword, GLOSS.sub("", headword)):
        if found := named.get(folded_key(written)):
            return found
    return [one for part in split_list(headword) for one in named.get(folded_key(part), [])]


def split_list(headword: str) -> list[str]:
    """Return the parts of a headword that is a list."""
    return re.split(r"[、和]", headword)


def account(line: Line, named: Named) -> str:
    """Return how the seeds took the line up; nothing where they did not."""
    renderings = list_renderings(line.zh, named)
    ways = WAYS[line.kind]
    return next((name for name, took_up in ways.items() if took_up(line, renderings)), "") or (
        "each part of the list" if line.kind == "composed" and parts_are_there(line, named) else ""
    )


def same_letters(left: str, right: str) -> bool:
    """Whether two wordings differ in capitals, spaces and marks alone."""
    return letters(left) == letters(right)


def letters(text: str) -> str:
    """Return the letters and digits of a wording, without case."""
    return re.sub(r"[^0-9a-z]", "", text.casefold())


def same_words(left: str, right: str) -> bool:
    """Whether two wordings differ in articles, plural and a gloss in brackets alone."""
    return words(left) == words(right)


def words(text: str) -> list[str]:
    """Return the words of a wording in the singular, without articles and brackets."""
    found = re.findall(r"[0-9a-z]+", re.sub(r"['’]", "", GLOSS.sub("", text).casefold()))
    return [word.removesuffix("s") for word in found if word not in SMALL_WORDS]


def is_attested_as_it_stands(line: Line, renderings: Iterable[Rendering]) -> bool:
    """Whether a rendering of these letters has the line's fact."""
    return any(same_letters(one.text, line.en) and has_fact(one, line) for one in renderings)


def is_attested_in_form(line: Line, renderings: Iterable[Rendering]) -> bool:
    """Whether a rendering of these words, and one for the abbreviation in brackets, have the line's fact."""
    with_fact = [one for one in renderings if has_fact(one, line)]
    short = ABBREVIATION.findall(line.en)
    has_short = all(any(one.text.split()[0] == each for one in with_fact) for each in short)
    return has_short and any(same_words(one.text, line.en) for one in with_fact)


def is_quoted(line: Line, renderings: Iterable[Rendering]) -> bool:
    """Whether the line's fact is joined to a rendering that differs, its note quoting the wording."""
    return any(QUOTED + line.en in fact.note for one in renderings for fact in find_facts(one, line))


def has_fact(rendering: Rendering, line: Line) -> bool:
    """Whether the line's fact hangs on the rendering."""
    return any(True for _ in find_facts(rendering, line))


def find_facts(rendering: Rendering, line: Line) -> Iterator[Evidence]:
    """Yield the evidence of a rendering that says what the line says."""
    return (fact for fact in rendering.evidence if tells_the_same(fact, line))


def tells_the_same(fact: Evidence, line: Line) -> bool:
    """Whether a fact is the line's: who, what, when, where, how sure.

    A date may have been found since, and an address unfit to cite is in the note.
    """
    return (
        names_publisher(fact, line.publisher)
        and fact.title == line.title
        and (fact.date == line.date or not line.date)
        and (fact.url == line.url or (not fact.url and line.url in fact.note))
        and (fact.tier == line.tier or is_graded_anew(fact, line))
        and (fact.basis == "english-only" or ENGLISH_ALONE not in line.note)
    )


def is_graded_anew(fact: Evidence, line: Line) -> bool:
    """Whether the list itself says machine, or the page turned out to be a copy of a magazine's article."""
    if fact.tier is Tier.MACHINE:
        return "machine" in f"{line.publisher} {line.note}".casefold()
    return line.publisher in COPIES_OF_MEDIA and fact.tier is Tier.MEDIA and bool(fact.mirror_of)


def names_publisher(fact: Evidence, publisher: str) -> bool:
    """Whether host and author of a fact share a name with what the list calls its publisher."""
    said = set(re.findall(r"\w{3,}", publisher.casefold()))
    return bool(said & set(re.findall(r"\w{3,}", f"{fact.publisher} {fact.mirror_of}".casefold())))


def is_discouraged(line: Line, renderings: Iterable[Rendering]) -> bool:
    """Whether a rendering is deprecated or forbidden, with what to use instead, and with the line's fact."""
    return any(
        one.status in DISCOURAGED
        and one.instead
        and (same_letters(one.text, line.en) or same_words(one.text, line.en))
        and (has_fact(one, line) or not line.publisher)
        for one in renderings
    )


def is_composed(line: Line, renderings: Iterable[Rendering]) -> bool:
    """Whether a rendering of these words is there, composed by us or attested since."""
    short = [f"{each} " for each in ABBREVIATION.findall(line.en)]
    found = list(renderings)
    has_short = all(any(one.text.startswith(each) for one in found) for each in short)
    return has_short and any(same_words(one.text, line.en) for one in found)


def parts_are_there(line: Line, named: Named) -> bool:
    """Whether the line joins two lists, and each Chinese part has the English part in its place."""
    parts, wordings = split_list(line.zh), line.en.split(" and ")
    return len(parts) == len(wordings) > 1 and all(
        any(same_words(one.text, wording) for one in list_renderings(part, named))
        for part, wording in zip(parts, wordings, strict=True)
    )


def list_renderings(headword: str, named: Named) -> list[Rendering]:
    """Return the renderings of all concepts of a headword."""
    return [one for concept in find_concepts(headword, named) for one in concept.renderings]


WAYS: Mapping[str, Mapping[str, Callable[[Line, list[Rendering]], bool]]] = {
    "attested": {
        "as it stands": is_attested_as_it_stands,
        "in another form": is_attested_in_form,
        "quoted": is_quoted,
    },
    "avoid": {"discouraged": is_discouraged},
    "composed": {"composed": is_composed},
}
