"""A lookup's answer as the search page shows it."""

from dataclasses import dataclass

from glossary.model import Answer, CandidateState
from glossary.report.hits import WHY_MATCHED, AlsoRow
from glossary.report.payloads import Payload, describe_candidate, describe_hit
from glossary.report.reasons import say_why
from glossary.report.rows import WHOLE, also_row, arrange_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """What was found for one term: hits in full as ``cards``, the others in short, and mined strings.

    ``held`` are the terms that stand in a phrase, where nothing is called so itself.
    """

    query: str
    cards: tuple[Payload, ...] = ()
    see_also: tuple[AlsoRow, ...] = ()
    held: tuple[AlsoRow, ...] = ()
    mined: tuple[Payload, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What stands on the page: what was found for each term that was asked, or trouble."""

    query: str = ""
    parts: tuple[PartView, ...] = ()
    trouble: str = ""


def arrange_answer(answer: Answer) -> SearchView:
    """Return the page's content for an answer."""
    return SearchView(query=answer.query, parts=tuple(map(_arrange_part, answer.each)))


def _arrange_part(answer: Answer) -> PartView:
    """Return what was found for one term; which hits are shown in full is as in the terminal."""
    in_full, see_also = arrange_hits(answer.hits, answer.documents)
    shown = {row[0] for row in in_full}
    cards = (
        describe_hit(hit, answer.documents) | {"why": say_why(hit.match)}
        for hit in answer.hits
        if hit.concept.id in shown
    )
    # A candidate is known by the very string that was asked, and of several senses it names none.
    is_term = any(hit.match in WHOLE for hit in answer.hits)
    mined = (
        describe_candidate(entry)
        for entry in answer.candidates
        if not is_term and entry.concept is None and entry.state is not CandidateState.REJECTED
    )
    return PartView(
        query=answer.query,
        cards=tuple(cards),
        see_also=tuple(map(_say_also, see_also)),
        held=tuple(_say_also(also_row(hit)) for hit in answer.held),
        mined=tuple(mined),
    )


def _say_also(row: AlsoRow) -> AlsoRow:
    """Return a line of what to see also with the kind of match in words."""
    term, reading, rendering, match = row
    return term, reading, rendering, WHY_MATCHED.get(match, "")
