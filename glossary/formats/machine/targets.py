"""Glossaries that a machine translator enforces: one target a source, and nothing that it would refuse."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from glossary.errors import InvalidInput
from glossary.formats.declaration import Tally
from glossary.formats.pairs.offering import Pair, best_rendering, offer_renderings, serving
from glossary.model import BEST_FIRST, Concept, Rendering, Status, Term

MIB = 1_048_576
NEVER_IN_A_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a translator takes: bytes of UTF-8 for a glossary and for one text; None where nobody says."""

    program: str
    most_bytes: int | None = None
    most_text_bytes: int | None = None


class Chosen(NamedTuple):
    """What is to be written for a Chinese text, and the concept that says so."""

    concept: Concept
    term: Term
    rendering: Rendering


def choose_targets(concepts: Iterable[Concept], tally: Tally, *, limits: Limits) -> list[Chosen]:
    """Return one rendering a Chinese text, in the order of the concepts; all else is told.

    Where a text names several concepts the one without a scope speaks, then the one whose rendering is
    preferred, then the first. All pairs are kept in memory: such glossaries have some megabytes.
    """
    chosen: dict[str, Chosen] = {}
    lost: list[tuple[Chosen, Chosen]] = []
    for concept in concepts:
        for one in propose(concept, tally, limits=limits):
            known = chosen.setdefault(one.term.text, one)
            if known is not one:
                winner, loser = (one, known) if rank(one) < rank(known) else (known, one)
                chosen[one.term.text] = winner
                lost.append((loser, winner))
    tell_conflicts(lost, chosen, tally)
    count_chosen(chosen, tally)
    return list(chosen.values())


def propose(concept: Concept, tally: Tally, *, limits: Limits) -> Iterator[Chosen]:
    """Yield the best rendering of each Chinese term of a concept, without what would be refused."""
    offered = offer_renderings(concept, tally, program=limits.program)
    pairs = [pair for term in concept.terms if (pair := pair_of(term, offered))]
    used = {pair.rendering.text for pair in pairs}
    for rendering in offered:
        if rendering.text not in used:
            better = next((pair.rendering.text for pair in pairs if serving(pair.term, [rendering])), "")
            why = f"one target a source; {better!r} is written"
            tally.leave_out(concept, f"rendering {rendering.text!r}", why)
    for pair in pairs:
        if reason := find_refusal(pair, limits):
            what = f"rendering {pair.rendering.text!r} for {pair.term.text!r}"
            tally.leave_out(concept, what, reason)
        else:
            yield Chosen(concept, *pair)


def pair_of(term: Term, offered: list[Rendering]) -> Pair | None:
    """Return a Chinese term with what to write for it: itself where it is not to be translated."""
    best = best_rendering(term, offered)
    if best is None and term.do_not_translate:
        best = Rendering(text=term.text, status=Status.PREFERRED)
    return Pair(term, best) if best else None


def find_refusal(pair: Pair, limits: Limits) -> str:
    """Return why a translator would refuse a pair, or nothing."""
    for text in (pair.term.text, pair.rendering.text):
        if NEVER_IN_A_TEXT.search(text):
            return f"{limits.program} refuses a TAB, a line break or a control character in a text"
        if limits.most_text_bytes and len(text.encode()) > limits.most_text_bytes:
            return f"{limits.program} refuses a text of more than {limits.most_text_bytes:,} bytes"
    return ""


def rank(chosen: Chosen) -> tuple[bool, int]:
    """Return how well a concept speaks for a text that it shares with others, the least first."""
    return bool(chosen.concept.scope), BEST_FIRST.index(chosen.rendering.status)


def tell_conflicts(lost: list[tuple[Chosen, Chosen]], chosen: dict[str, Chosen], tally: Tally) -> None:
    """Tell what another concept says of a text that can have one target."""
    written = {(one.concept.id, one.rendering.text) for one in chosen.values()}
    for loser, winner in lost:
        is_written = (loser.concept.id, loser.rendering.text) in written
        what = "the pair" if is_written else "rendering"
        winner = chosen[loser.term.text]
        why = f"one target a source; {winner.rendering.text!r} of {winner.concept.id} is written"
        tally.leave_out(loser.concept, f"{what} {loser.rendering.text!r} for {loser.term.text!r}", why)


def count_chosen(chosen: dict[str, Chosen], tally: Tally) -> None:
    """Count the concepts that have a pair, each with its renderings."""
    own: dict[str, set[str]] = {}
    for one in chosen.values():
        texts = {rendering.text for rendering in one.concept.renderings}
        own.setdefault(one.concept.id, set()).update({one.rendering.text} & texts)
    for texts in own.values():
        tally.count(len(texts))


def refuse_oversize(data: bytes, limits: Limits) -> bytes:
    """Return the file; raises InvalidInput where it is larger than the translator takes."""
    if limits.most_bytes and len(data) > limits.most_bytes:
        raise InvalidInput(
            f"the glossary has {len(data) / MIB:.1f} MiB and {limits.program} takes "
            f"{limits.most_bytes / MIB:.1f}; export a part, as with `subject_field` or `document`"
        )
    return data
