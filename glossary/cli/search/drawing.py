"""What is found, as lines of text laid out for so many columns. It asks no base.

Nothing is told by colour alone: what may be written has ✓, · or ?, what may not has ✗ and what to write
instead, and the chosen one stands behind ›.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from glossary.cli.cells import clip, pad, wrap
from glossary.cli.search.choosing import Chosen
from glossary.cli.theme import CHOSEN, HEADING, KEYWORD, MARK, NO_MARK, QUIET, TERM, WARNING, paint
from glossary.model import (
    DISCOURAGED,
    Answer,
    CandidateState,
    Context,
    DocumentRecord,
    Hit,
    RankedCandidate,
    Rendering,
    Status,
    TermType,
    first_usable,
)
from glossary.report.hits import GAP_SAID, MARKS, SAMPLE_MARK, printable
from glossary.report.payloads import pick_definition
from glossary.report.plain_words import STATES
from glossary.report.reasons import say_why
from glossary.text.folding import has_han

STYLES = {
    Status.PREFERRED: CHOSEN,
    Status.ADMITTED: "",
    Status.PROPOSED: HEADING,
    Status.DEPRECATED: "strike dim",
    Status.FORBIDDEN: f"strike {WARNING}",
}
KEYS = (
    ("↑ ↓", "choose"),
    ("Enter", "copies"),
    ("Ctrl-R", "with source"),
    ("Tab", "opens"),
    ("Esc", "leaves"),
)
START = (
    "Type Chinese in either script, pinyin with or without tones, initials, or English.",
    "Enter copies what to write, Ctrl-R with who wrote it, Tab shows all that is known.",
)
GAP = "  "
INDENT = "    "
TERM_SHARE, ASIDE_SHARE = 3, 3
"""The term takes a third of the columns at most, and so does where it holds."""
MORE = "… Tab shows all"

Lines = Iterator[Content]


def draw_start(columns: int) -> list[Content]:
    """Return what stands there before anything is typed."""
    return [paint((told, QUIET)) for text in START for told in wrap(text, columns)]


def draw_keys(keys: Sequence[tuple[str, str]], columns: int) -> list[Content]:
    """Return the keys and what they do, in as few lines as hold them."""
    lines: list[list[tuple[str, str]]] = [[]]
    for key in keys:
        if lines[-1] and _width_of([*lines[-1], key]) > columns:
            lines.append([])
        lines[-1].append(key)
    return [_draw_key_line(some) for some in lines]


def _width_of(keys: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(f"{key} {label}{GAP}") for key, label in keys) - len(GAP)


def _draw_key_line(keys: Sequence[tuple[str, str]]) -> Content:
    parts = [part for key, label in keys for part in ((key, KEYWORD), (f" {label}{GAP}", QUIET))]
    return paint(*parts)


def draw_hits(hits: Sequence[Hit], chosen: Chosen, *, rows: int, columns: int) -> list[Content]:
    """Return the hits that are in sight, one a line."""
    shown = hits[chosen.first : chosen.first + rows]
    widest = min(max((cell_len(hit.term.text) for hit in shown), default=0), columns // TERM_SHARE)
    return [
        _draw_hit(hit, widest, columns, is_chosen=at == chosen.at)
        for at, hit in enumerate(shown, chosen.first)
    ]


def _draw_hit(hit: Hit, widest: int, columns: int, *, is_chosen: bool) -> Content:
    term = pad(printable(hit.term.text), widest)
    text, style = _tell_rendering(hit)
    room = columns - cell_len(MARK + term + GAP)
    aside = _tell_aside(hit, text, room)
    return paint(
        (MARK + term if is_chosen else NO_MARK + term, CHOSEN if is_chosen else ""),
        GAP,
        (pad(text, room - cell_len(aside)), style),
        (aside, QUIET),
    )


def _tell_aside(hit: Hit, text: str, room: int) -> str:
    """Return where a hit holds and why it was found, as far as what to write leaves room for it.

    Where it holds is told in any case, cut to a third: it alone tells one sense from another.
    """
    scope, why = printable(hit.concept.scope), say_why(hit.match)
    whole = GAP + " · ".join(filter(None, (scope, why)))
    if (scope or why) and cell_len(text + whole) <= room:
        return whole
    return clip(GAP + scope, room // ASIDE_SHARE) if scope else ""


def _tell_rendering(hit: Hit) -> tuple[str, str]:
    """Return what to write, with its mark; where nothing may be written, that."""
    best = first_usable(hit.renderings)
    if best:
        return f"{MARKS[best.status]} {printable(best.text)}", STYLES[best.status]
    return ("✗ nothing that may be written" if hit.renderings else "no rendering yet"), QUIET


def draw_preview(
    hit: Hit, documents: Mapping[str, DocumentRecord], *, rows: int, columns: int
) -> list[Content]:
    """Return what is known of the chosen hit, as far as there are ``rows`` for it."""
    lines = [
        *draw_title(hit, columns),
        *(line for one in hit.renderings for line in draw_rendering(one, columns, facts=1)),
        *draw_gap(hit, columns),
        *draw_text(pick_definition(hit.concept), columns, NO_MARK, QUIET),
        *draw_text(hit.concept.note and f"note: {hit.concept.note}", columns, NO_MARK, QUIET),
        *(line for one in hit.contexts[:1] for line in draw_context(one, columns)),
    ]
    if hit.contexts and _is_sample(hit.contexts[0].document, documents):
        lines.append(paint((NO_MARK + SAMPLE_MARK, QUIET)))
    return lines if len(lines) <= rows else [*lines[: max(rows - 1, 0)], paint((MORE, QUIET))][:rows]


def _is_sample(id: str, documents: Mapping[str, DocumentRecord]) -> bool:
    return id in documents and documents[id].sample


def draw_title(hit: Hit, columns: int) -> Lines:
    """Yield the Chinese with its reading, and where it belongs."""
    about = " · ".join(filter(None, (hit.concept.subject_field, hit.concept.scope, hit.concept.id)))
    term, reading = printable(hit.term.text), printable(hit.reading)
    if cell_len(GAP.join((term, reading, about))) <= columns:
        yield paint((term, TERM), GAP, reading, GAP, (printable(about), QUIET))
        return
    yield from draw_text(term, columns, "", TERM)
    yield from draw_text(reading, columns, NO_MARK, "")
    yield from draw_text(about, columns, NO_MARK, QUIET)


def draw_rendering(
    rendering: Rendering, columns: int, *, facts: int | None = None, is_chosen: bool = False
) -> Lines:
    """Yield a rendering with its status, what to write instead, and ``facts`` of its evidence (None: all)."""
    mark = (MARK if is_chosen else NO_MARK) + MARKS[rendering.status] + " "
    kind = "" if rendering.term_type is TermType.FULL_FORM else rendering.term_type.value
    serves = f"for {rendering.serves}" if rendering.serves else ""
    advice = ", ".join(filter(None, (rendering.status.value, kind, serves)))
    if rendering.instead:
        advice += f": write {rendering.instead}"
    text, style = printable(rendering.text), STYLES[rendering.status]
    signal = WARNING if rendering.status in DISCOURAGED else CHOSEN
    if cell_len(mark + text + GAP + advice) <= columns:
        yield paint((mark, signal), (text, style), GAP, (printable(advice), QUIET))
    else:
        first, *more = wrap(text, columns - cell_len(mark))
        yield paint((mark, signal), (first, style))
        yield from (paint(INDENT, (line, style)) for line in more)
        yield from draw_text(advice, columns, INDENT, QUIET)
    yield from _draw_evidence(rendering, columns, facts)


def _draw_evidence(rendering: Rendering, columns: int, facts: int | None) -> Lines:
    for fact in rendering.evidence[:facts]:
        title = f"“{fact.title}”" if fact.title else ""
        copied = f"copying {fact.mirror_of}" if fact.mirror_of else ""
        named = (fact.publisher or "composed here", copied, title, fact.date)
        tier = f" ({fact.tier.value})" if fact.publisher else ""
        more = len(rendering.evidence) - 1 if facts else 0
        told = ", ".join(filter(None, named)) + tier
        if facts:
            rest = f"; and {more} more" if more else ""
            yield paint((INDENT + clip(printable(told), columns - len(INDENT + rest)) + rest, QUIET))
            continue
        yield from draw_text(told, columns, INDENT, QUIET)
        yield from draw_text(fact.url, columns, INDENT, QUIET)
        yield from draw_text(fact.note, columns, INDENT, QUIET)


def draw_gap(hit: Hit, columns: int) -> Lines:
    """Yield what is said where nobody is on record for any rendering."""
    if not hit.renderings:
        yield from draw_text(
            f"no rendering yet: `glossary add {hit.term.text} ENGLISH`", columns, NO_MARK, ""
        )
    elif hit.concept.is_gap:
        yield from draw_text(GAP_SAID, columns, NO_MARK, WARNING)


def draw_context(context: Context, columns: int) -> Lines:
    """Yield a line with the keyword marked, cut at both ends where it is long."""
    marked = f"【{printable(context.keyword)}】"
    room = columns - cell_len(marked) - len(NO_MARK)
    before = clip(printable(context.left)[::-1], room // 2)[::-1]
    after = clip(printable(context.right), room - cell_len(before))
    yield paint(NO_MARK, before, (marked, KEYWORD), after)


def draw_text(text: str, columns: int, indent: str, style: str) -> Lines:
    """Yield a text as lines that fit."""
    if text:
        yield from (paint((indent + told, style)) for told in wrap(printable(text), columns - len(indent)))


def draw_nothing(answer: Answer, columns: int) -> list[Content]:
    """Return what to do where nothing was found: candidates of that name, and how to go on."""
    query = printable(answer.query)
    lines = [*draw_text(f"nothing found for {query}", columns, "", WARNING)]
    lines += [line for entry in answer.candidates for line in _draw_candidate(entry, columns)]
    for hit in answer.held:
        lines.append(paint((clip(f"in it: {hit.term.text}{GAP}{_tell_rendering(hit)[0]}", columns), "")))
    if not answer.candidates:
        advice = _advise_to_add(query)
        lines += draw_text(f"fewer characters, pinyin or initials may find it; {advice}", columns, "", QUIET)
    return lines


def _advise_to_add(query: str) -> str:
    if has_han(query):
        return f"`glossary add {query} ENGLISH` makes it a term"
    return f'`glossary add CHINESE "{query}"` makes it a rendering'


def _draw_candidate(entry: RankedCandidate, columns: int) -> Lines:
    term, count = entry.candidate.term, entry.candidate.count
    state = "" if entry.state is CandidateState.NEW else f", {STATES[entry.state]}"
    yield from draw_text(f"{term} was mined {count} times{state}, and is no term yet", columns, "", "")
    yield from draw_text(f"`glossary accept {term} ENGLISH` makes it one", columns, "", QUIET)
