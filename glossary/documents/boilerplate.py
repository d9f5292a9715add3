"""Tell a document's own matter from what its page put around it.

A page is read as head, body and tail: the body runs from the first to the last line of prose. Only what shows
by its shape that it is furniture is set aside, and only near the body's edges what could be matter elsewhere,
so that a law, a report, a list of terms or a short notice stays whole.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, islice
from statistics import fmean

from glossary.documents import page_words as words
from glossary.documents.front_matter import read_front_matter
from glossary.documents.lines import Line, split_lines
from glossary.documents.page_parts import (
    is_breadcrumb,
    is_certain_furniture,
    is_credits,
    is_disclaimer,
    is_editors_voice,
    is_head_furniture,
    is_licence,
    is_marker,
    is_menu,
    is_page_furniture,
    is_spam,
    is_tail_furniture,
    is_time,
)
from glossary.documents.topic import Topic
from glossary.model import CleanText, Span

MIN_PROSE_CHARS = 40
"""A list of words with a sentence above it is no article, and 相关推荐 one of its words."""
MIN_TOPIC_PARAGRAPHS = 3
MIN_OWN_SHARE = 0.1
OWN_SHARE_OF_MEAN = 0.6
MAX_STRANGER_SHARE = 0.1
MIN_SPAM_PARTS = 3
VOICES_WITHIN_CHARS = 2_000
"""Editors speak of a text above it."""
MIN_LISTED_TIMES = 3
MIN_REPEATED_CHARS = 8
LIST_GAP = re.compile(r"[,，、|｜;；_]")


def keep_matter(clean: CleanText) -> CleanText:
    """Return ``clean`` with ``kept`` filled: one span for each line of the document's own matter.

    Front matter, what stands above and below an article on its page, other articles' headlines and the names
    of reporters and photographers are left out.
    """
    lines = split_lines(clean.text, read_front_matter(clean.text).end)
    if _has_voices(clean.text[:VOICES_WITHIN_CHARS]):
        lines = [line for line in lines if not is_editors_voice(line.folded)]
    return replace(clean, kept=tuple(_keep_each(own_lines(lines))))


def _has_voices(text: str) -> bool:
    """Whether a page may speak of the text on it; one character is looked for ten times as fast as two."""
    return any(voice[-1] in text and voice in text for voice in words.VOICES)


def _keep_each(lines: Iterable[Line]) -> Iterator[Span]:
    for line in lines:
        end = line.end if line.text[-1] not in words.MAY_END_IN_CREDIT else _end_without_credit(line)
        if line.start < end:
            yield Span(line.start, end)


def own_lines(lines: Sequence[Line]) -> list[Line]:
    """Return those of ``lines`` that are the document's own matter, in order."""
    prose = _find_prose(lines)
    if not prose:
        return _without(is_certain_furniture, lines)
    others = find_other_matter(lines, prose)
    if others:
        lines = [line for at, line in enumerate(lines) if at not in others]
        prose = _find_prose(lines)
    first, last = prose[0], prose[-1]
    head = own_head(lines[:first], [lines[at].text for at in prose])
    body = _without(is_page_furniture, lines[first : last + 1])
    return _once([*head, *body, *_own_tail(lines[last + 1 :])])


def find_headline(above: Sequence[Line], rest: Iterator[Line]) -> Line | None:
    """Return the first line above the prose that is the document's own; without prose, if another follows.

    ``rest`` begins with the first line of prose; how it goes on is read only where that matters.
    """
    begun = [*islice(rest, 1)]
    if begun and _disclaims(begun[0]):
        begun += rest
    if _find_prose(begun):
        own = own_head(above, _paragraphs(begun, rest))
        return own[0] if own else None
    own = _without(is_certain_furniture, [*above, *begun])
    return own[0] if len(own) > 1 else None


def _paragraphs(begun: Iterable[Line], rest: Iterable[Line]) -> Iterator[str]:
    """Yield the prose of some lines; nothing is read of them before the first is asked for."""
    lines = [*begun, *rest]
    yield from (lines[at].text for at in _find_prose(lines))


def _find_prose(lines: Sequence[Line]) -> list[int]:
    """Where the prose stands, without the publisher's disclaimers that may end the page."""
    prose = [at for at, line in enumerate(lines) if line.is_prose]
    while prose and _disclaims(lines[prose[-1]]):
        prose.pop()
    return prose


def _disclaims(line: Line) -> bool:
    return len(line.text) <= words.MAX_DISCLAIMER_CHARS and is_disclaimer(line.folded)


def _without(is_furniture: Callable[[str], bool], lines: Iterable[Line]) -> list[Line]:
    """Return ``lines`` without furniture, which a long line and one written in sentences never is."""
    return [line for line in lines if not (line.is_label and is_furniture(line.folded))]


def find_other_matter(lines: Sequence[Line], prose: Sequence[int]) -> set[int]:
    """Return the places of lines that stand behind a marker such as 相关推荐 and are not the document's.

    A marker in the middle, such as a box of links, ends where the document's own paragraphs go on: they share
    more with the other paragraphs than teasers do, and outnumber them.
    """
    others: set[int] = set()
    markers = _find_markers(lines, prose)
    own = _find_own_paragraphs(lines, prose, markers[0]) if markers else []
    for marker in markers:
        if marker in others:
            continue
        next_own = bisect(own, marker)
        goes_on = 2 * (len(own) - next_own) > len(prose) - bisect(prose, marker)
        others.update(range(marker, own[next_own] if goes_on else len(lines)))
    return others


def _find_markers(lines: Sequence[Line], prose: Sequence[int]) -> list[int]:
    """Markers below the first prose; the editors' names are one where they follow most of the prose."""
    lengths = accumulate(len(lines[at].text) for at in prose)
    begun = next((at for at, length in zip(prose, lengths, strict=True) if length >= MIN_PROSE_CHARS), None)
    if begun is None:
        return []
    most = prose[len(prose) // 2]
    return [
        at
        for at, line in enumerate(lines[begun + 1 :], begun + 1)
        if line.is_label and (is_marker(line.folded) or (at > most and is_credits(line.folded)))
    ]


def _find_own_paragraphs(lines: Sequence[Line], prose: Sequence[int], marker: int) -> list[int]:
    """Those paragraphs behind the first marker that share nearly as much as the ones before it do."""
    topic = Topic(lines[at].text for at in prose)
    shares = {at: topic.share_of_own(lines[at].text) for at in prose}
    least = max(MIN_OWN_SHARE, OWN_SHARE_OF_MEAN * fmean(shares[at] for at in prose if at < marker))
    return [at for at in prose if at > marker and shares[at] >= least]


def own_head(head: Sequence[Line], prose: Iterable[str]) -> list[Line]:
    """Return the lines above the ``prose`` that are the document's: headlines and notes.

    Above the headline, what shares nothing with the text is set aside where it is a list with commas, as spam
    is, or where the page shows its menus. The headline is the line that shares most with the text.
    """
    own = [line for line in _without(is_head_furniture, head) if not is_spam(line.folded)]
    starts = {line.start for line in own}
    set_aside = (line.folded for line in head if line.start not in starts)
    has_menus = any(is_menu(line) or is_breadcrumb(line) for line in set_aside)
    suspects = [line for line in own if has_menus or _is_list(line)]
    paragraphs = list(prose) if suspects else []
    if len(paragraphs) < MIN_TOPIC_PARAGRAPHS:
        return own
    topic = Topic(paragraphs)
    headline = max(own, key=lambda line: topic.share_of(line.text))
    strangers = {line.start for line in suspects if topic.share_of(line.text) <= MAX_STRANGER_SHARE}
    return [line for line in own if line.start not in strangers or line.start >= headline.start]


def _is_list(line: Line) -> bool:
    return len(LIST_GAP.split(line.text)) >= MIN_SPAM_PARTS and not line.is_prose


def _own_tail(tail: Sequence[Line]) -> list[Line]:
    """What stands below the last paragraph, without furniture; headlines with times are none of its own."""
    if sum(line.is_label and is_time(line.folded) for line in tail) >= MIN_LISTED_TIMES:
        return []
    return [line for line in _without(is_tail_furniture, tail) if not (_disclaims(line) or _licenses(line))]


def _licenses(line: Line) -> bool:
    return len(line.text) <= words.MAX_DISCLAIMER_CHARS and is_licence(line.folded)


def _once(lines: Sequence[Line]) -> list[Line]:
    """Leave out a line that repeats the one before it, as the captions of a page's pictures do."""
    befores = ["", *(line.text for line in lines[:-1])]
    return [
        line
        for line, before in zip(lines, befores, strict=True)
        if line.text != before or len(line.text) < MIN_REPEATED_CHARS
    ]


def _end_without_credit(line: Line) -> int:
    """Where the line ends without the name of the photographer or reporter that closes it."""
    credit = words.TRAILING_CREDIT.search(line.folded[-words.TRAILING_CHARS :])
    length = len(credit.group()) if credit else 0
    return line.start + len(line.text[: len(line.text) - length].rstrip())
