"""A card as lines of text: what to see of a candidate, laid out for so many columns. It asks no base.

Nothing is told by colour alone: a keyword stands in 【】, the chosen rendering behind ›, a state is a word.
"""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from glossary.cli.cells import clip, pad, pad_left, wrap
from glossary.cli.review.measures import draw_measures, sum_up_measures
from glossary.cli.theme import CHOSEN, HEADING, KEYWORD, MARK, NO_MARK, QUIET, TERM, WARNING, paint
from glossary.curation.proposals import Proposal, Source
from glossary.model import BEST_FIRST, CandidateState, Concept, Decision
from glossary.report.hits import SAMPLE_MARK, printable
from glossary.report.plain_words import KINDS, STATES
from glossary.services.concepts.resembling import Similar
from glossary.services.review.cards import Card, Quote

INDENT = "    "
GAP = "  "
QUOTES_SHOWN = 4
TALL_QUOTES_SHOWN = 8
CHOICES_SHOWN = 5
SIMILAR_SHOWN = 3
TALL_SIMILAR_SHOWN = 5
AVOID_SHOWN = 2
RENDERINGS_SHOWN = 3
LEAST_REASON_COLUMNS = 16
REASON_LINES = 2
SENTENCE_PAIRS_SHOWN = 2
SENTENCE_PAIR_LINES = 3
TITLE_COLUMNS = 22
TITLE_FROM_COLUMNS = 100

Lines = Iterator[Content]


def draw_card(
    card: Card, *, chosen: int, columns: int, is_open: bool = False, is_tall: bool = False
) -> list[Content]:
    """Return the card with the ``chosen`` proposal marked (from 1, 0 for none).

    Where it ``is_open`` the contexts are there in full, else one a line with the keyword in the middle; on a
    screen that ``is_tall`` more of everything.
    """
    head = [*[Content()] * is_tall, *_draw_head(card, columns)]
    if is_open:
        return [*head, Content(), *_draw_open_quotes(card, columns)]
    parts = (
        _draw_known(card, chosen, columns),
        _draw_proposals(card, chosen, columns),
        _draw_quotes(card, columns, shown=TALL_QUOTES_SHOWN if is_tall else QUOTES_SHOWN),
        _draw_similar(card, columns, shown=TALL_SIMILAR_SHOWN if is_tall else SIMILAR_SHOWN),
        draw_measures(card.entry.candidate, columns, heading=HEADING, quiet=QUIET),
    )
    blocks = [block for part in parts if (block := list(part))]
    return [*head, *(line for block in blocks for line in (Content(), *block))]


def _draw_head(card: Card, columns: int) -> Lines:
    candidate = card.entry.candidate
    yield _draw_title(card, columns)
    documents = f"{candidate.documents} document{'s' * (candidate.documents != 1)}"
    counts = f"{KINDS[candidate.kind]} · {candidate.count} times in {documents}"
    yield paint((clip(f"{counts} · {sum_up_measures(candidate)}", columns), QUIET))
    members = (("members", group) for group in dict.fromkeys(candidate.members.values()))
    forms = (("variants", candidate.variants), ("short forms", candidate.short_forms), *members)
    for label, texts in forms:
        if texts:
            told = clip("、".join(map(printable, texts)), columns - len(label) - 1)
            yield paint((f"{label} ", QUIET), told)
    if card.entry.decision:
        yield paint((clip(describe_decision(card.entry.decision), columns), WARNING))


def _draw_title(card: Card, columns: int) -> Content:
    """The term and its reading at the left, state and rank at the right."""
    place = f"{STATES[card.entry.state]} · rank {card.entry.rank}"
    term = clip(printable(card.entry.candidate.term), columns - cell_len(place) - len(GAP))
    room = columns - cell_len(term + place) - 2 * len(GAP)
    reading = clip(card.reading, room) if room >= LEAST_REASON_COLUMNS else ""
    space = " " * (columns - cell_len(term + GAP + reading + place))
    return paint((term, TERM), GAP, (reading, QUIET), space, (place, QUIET))


def describe_decision(decision: Decision) -> str:
    """Return what was decided, by whom, when and why."""
    led = f" as {decision.concept}" if decision.concept else ""
    reason = f": {decision.reason}" if decision.reason else ""
    return f"{decision.state.value}{led} by {decision.who}, {decision.when[:10]}{reason}"


def _draw_known(card: Card, chosen: int, columns: int) -> Lines:
    if not card.known:
        return
    several = f"is {len(card.known)} concepts already" if len(card.known) > 1 else "is a term already"
    yield paint((several, HEADING))
    for concept in card.known:
        mark = MARK if chosen == 0 and len(card.known) == 1 else NO_MARK
        told = clip(f"{mark}{_describe_known(card, concept)}", columns - len(concept.id) - 2)
        yield paint((told, CHOSEN if mark == MARK else ""), ("  " + concept.id, QUIET))


def _describe_known(card: Card, concept: Concept) -> str:
    """The head again only where it is another one."""
    told = describe_concept(concept)
    return told.removeprefix(f"{card.entry.candidate.term}  ")


def describe_concept(concept: Concept) -> str:
    """Return a concept in one line: its head, what it is called in English, and where it holds."""
    best = sorted(concept.renderings, key=lambda one: BEST_FIRST.index(one.status))[:RENDERINGS_SHOWN]
    called = ", ".join(f"{one.text} ({one.status.value})" for one in best) or "no rendering yet"
    scope = f" · {concept.scope}" if concept.scope else ""
    return f"{concept.head.text}  {called}{scope}"


def _draw_proposals(card: Card, chosen: int, columns: int) -> Lines:
    proposals = card.proposals.proposals[:CHOICES_SHOWN]
    yield paint((_head_proposals(proposals), HEADING))
    for number, proposal in enumerate(proposals, 1):
        yield from _draw_proposal(number, proposal, columns, is_chosen=number == chosen)
    for avoid in card.proposals.avoid[:AVOID_SHOWN]:
        text = clip(f"not: {avoid.text}", columns - len(NO_MARK))
        room = columns - cell_len(NO_MARK + text) - 2
        yield paint(NO_MARK, (text, WARNING), "  ", (clip(avoid.reason, room), QUIET))


def _head_proposals(proposals: Sequence[Proposal]) -> str:
    if not proposals:
        return "nothing to propose; e writes a rendering"
    return "in the base" if all(one.source is Source.BASE for one in proposals) else "proposed"


def _draw_proposal(number: int, proposal: Proposal, columns: int, *, is_chosen: bool) -> Lines:
    text = clip(f"{number} {proposal.text}", columns - len(MARK))
    room = columns - cell_len(MARK + text) - 2
    if not is_chosen:
        yield paint(NO_MARK, text, "  ", (clip(_tell_briefly(proposal), room), QUIET))
        return
    fits = cell_len(proposal.reason) <= room
    yield paint((MARK + text, CHOSEN), "  ", (proposal.reason if fits else "", QUIET))
    if not fits:
        lines = wrap(proposal.reason, columns - len(INDENT))
        told = lines[:REASON_LINES]
        if len(lines) > REASON_LINES:
            told[-1] = clip(told[-1] + "…", columns - len(INDENT))
        yield from (paint((INDENT + line, QUIET)) for line in told)
    for quoted in proposal.sentence_pairs[:SENTENCE_PAIRS_SHOWN]:
        lines = wrap(quoted, columns - len(INDENT))[:SENTENCE_PAIR_LINES]
        yield from (paint((INDENT + line, QUIET)) for line in lines)


def _tell_briefly(proposal: Proposal) -> str:
    """The parts alone; where each is from stands with the proposal that is chosen."""
    if proposal.parts:
        return " + ".join(f"{part.zh} {part.en or '?'}" for part in proposal.parts)
    return proposal.reason


def _draw_quotes(card: Card, columns: int, *, shown: int) -> Lines:
    if not card.quotes:
        yield paint(("no context was kept; `glossary mine` with a larger --top keeps more", HEADING))
        return
    quotes = card.quotes[:shown]
    more = f"  {len(quotes)} of {len(card.quotes)}, o opens them" if len(card.quotes) > len(quotes) else ""
    sample = f" {SAMPLE_MARK}" if quotes[0].context.sample else ""
    yield paint((f"in context{sample}", HEADING), (more, QUIET))
    with_title = columns >= TITLE_FROM_COLUMNS
    room = columns - (TITLE_COLUMNS + 2) * with_title
    widest = max(cell_len(quote.context.keyword) for quote in quotes)
    for quote in quotes:
        title = f"  {clip(name_document(quote), TITLE_COLUMNS)}" if with_title else ""
        yield paint(*_align_quote(quote, room, widest), (title, QUIET))


def draw_first_quote(card: Card, *, columns: int) -> Content:
    """Return the best context in one line; empty where none was kept."""
    if not card.quotes:
        return Content()
    context = card.quotes[0].context
    mark = f" {SAMPLE_MARK}" if context.sample else ""
    quote = _align_quote(card.quotes[0], columns - len(mark), cell_len(context.keyword))
    return paint(*quote, (mark, QUIET))


def _align_quote(quote: Quote, columns: int, widest: int) -> Iterator[str | tuple[str, str]]:
    """A line with the keyword in the middle, at the same column in each line of the card."""
    context = quote.context
    keyword = clip(context.keyword, columns // 2)
    side = (columns - min(widest, columns // 2) - cell_len("【】")) // 2
    rest = columns - side - cell_len(f"【{keyword}】")
    yield pad_left(printable(context.left), side)
    yield (f"【{keyword}】", KEYWORD)
    yield pad(printable(context.right), rest)


def _draw_open_quotes(card: Card, columns: int) -> Lines:
    yield paint((f"{len(card.quotes)} contexts", HEADING), ("  o closes them", QUIET))
    for quote in card.quotes:
        yield from _draw_whole_quote(quote, columns)
        yield paint((INDENT + clip(f"— {tell_source(quote)}", columns - len(INDENT)), QUIET))
        yield Content()


def _draw_whole_quote(quote: Quote, columns: int) -> Lines:
    left, keyword = printable(quote.context.left), f"【{quote.context.keyword}】"
    whole = left + keyword + printable(quote.context.right)
    start, at = len(left), 0
    for text in wrap(whole, columns - len(NO_MARK)):
        at = whole.index(text, at)
        inside = slice(max(start - at, 0), max(start + len(keyword) - at, 0))
        before, marked, after = text[: inside.start], text[inside], text[inside.stop :]
        yield paint(NO_MARK, before, (marked, KEYWORD), after)
        at += len(text)


def name_document(quote: Quote) -> str:
    """Return the title of the document, else the name of its file."""
    record = quote.document
    return printable(record.title or record.paths[0].replace("\\", "/").rpartition("/")[2])


def tell_source(quote: Quote) -> str:
    """Return where a context is from: title, publisher, date, and whether it is to be trusted."""
    record = quote.document
    notes = (SAMPLE_MARK if record.sample else "", "damaged nearby" if quote.context.low_trust else "")
    return ", ".join(filter(None, (name_document(quote), printable(record.publisher), record.date, *notes)))


def _draw_similar(card: Card, columns: int, *, shown: int) -> Lines:
    if not card.similar:
        return
    yield paint(("similar concepts", HEADING))
    for similar in card.similar[:shown]:
        yield _draw_one_similar(similar, columns)


def _draw_one_similar(similar: Similar, columns: int) -> Content:
    reason = f"  {similar.likeness.reason}"
    if similar.likeness.text != similar.concept.head.text:
        reason = f"  {similar.likeness.text} {similar.likeness.reason}"
    reason = clip(reason, columns // 2)
    told = clip(describe_concept(similar.concept), columns - len(NO_MARK) - cell_len(reason))
    return paint(NO_MARK, told, (reason, QUIET))


STATE_MARKS = {
    CandidateState.NEW: " ",
    CandidateState.ACCEPTED: "✓",
    CandidateState.REJECTED: "✗",
    CandidateState.DEFERRED: "~",
}
