"""A lookup's answer for the terminal. Plain tuples in, text out; imports nothing, since every lookup pays it.

The tuples are those that ``store/fast.py`` describes; the full command makes the same ones of its values.
"""

EvidenceRow = tuple[str, str, str, str, str, str]
RenderingRow = tuple[str, str, str, str, str, tuple[EvidenceRow, ...]]
ContextRow = tuple[str, str, str, str, bool]
MemberRow = tuple[str, str]
HitRow = tuple[
    str,
    str,
    str,
    str,
    str,
    str,
    str,
    tuple[str, ...],
    tuple[MemberRow, ...],
    tuple[RenderingRow, ...],
    bool,
    ContextRow | None,
    str,
]
AlsoRow = tuple[str, str, str, str]

Part = tuple[str, str]

WHY_MATCHED = {
    "abbreviation": "short or full form of what you asked",
    "initials": "found by its initials",
    "mixed": "found by characters and pinyin",
    "fuzzy-pinyin": "sounds like what you asked",
    "fuzzy": "spelled like what you asked",
    "context": "stands in a text with what you asked",
}
"""What is not plain to see is said."""
MARKS = {"preferred": "✓", "admitted": "·", "deprecated": "✗", "forbidden": "✗", "proposed": "?"}
COLOURS = {"preferred": "32", "admitted": "0", "deprecated": "33", "forbidden": "31", "proposed": "36"}
PLAIN, BOLD, DIM, REVERSE = "", "1", "2", "7"
EVIDENCE_SHOWN = 3
FIRST_WIDE_CHARACTER = "\u2e80"
MIN_COLUMNS = 40
MIN_CONTEXT_COLUMNS = 50
SAMPLE_MARK = "(sample text)"
SEE_ALSO, HELD = "see also", "terms in it"
GAP_SAID = "gap: no publisher is on record for any of these"
BETWEEN = "  "
INDENT = "  "
TEXT_INDENT = "    "
FACT_INDENT = "      "


def format_answer(
    hits: tuple[HitRow, ...],
    see_also: tuple[AlsoRow, ...],
    *,
    columns: int,
    colour: bool,
    above: str = SEE_ALSO,
) -> str:
    """Return hits one below the other, then further terms a line each; ``columns`` wide at most."""
    columns = max(columns, MIN_COLUMNS)
    blocks = [_format_hit(hit, columns, colour) for hit in hits]
    if see_also:
        lines = [clip(_format_also(row), columns) for row in see_also]
        blocks.append("\n".join([_paint(above, DIM, colour), *lines]))
    return "\n\n".join(blocks) + "\n"


def format_heading(query: str, *, colour: bool) -> str:
    """Return the line above what was found for one of several terms."""
    return _paint("== " + printable(query) + " ==", BOLD, colour) + "\n"


def _format_hit(hit: HitRow, columns: int, colour: bool) -> str:
    (
        concept,
        term,
        reading,
        field,
        scope,
        definition,
        note,
        others,
        members,
        renderings,
        gap,
        context,
        match,
    ) = hit
    about = " · ".join(filter(None, (field, scope, concept)))
    lines = _lay_out("", INDENT, ((term, BOLD), (reading, PLAIN), (about, DIM)), columns, colour)
    lines += _paint_lines(WHY_MATCHED.get(match, ""), INDENT, DIM, columns, colour)
    if others:
        lines.append(clip(INDENT + "also written " + "、".join(others), columns))
    lines += _paint_lines(definition, INDENT, DIM, columns, colour)
    for number, member in enumerate(members, 1):
        lines += _paint_lines(str(number) + " " + " ".join(member), TEXT_INDENT, PLAIN, columns, colour)
    lines += _format_renderings(term, renderings, gap, columns, colour)
    lines += _paint_lines("note: " + note if note else "", INDENT, DIM, columns, colour)
    if context:
        lines += _format_context(context, columns, colour)
    return "\n".join(lines)


def _format_renderings(
    term: str, renderings: tuple[RenderingRow, ...], gap: bool, columns: int, colour: bool
) -> list[str]:
    """Return the lines of all renderings, and the advice or the gap where nobody is on record."""
    if not renderings:
        advice = "no rendering yet; `glossary add " + term + " ENGLISH` adds one"
        return _paint_lines(advice, INDENT, PLAIN, columns, colour)
    lines = [line for one in renderings for line in _format_rendering(one, columns, colour)]
    return lines + (_paint_lines(GAP_SAID, INDENT, PLAIN, columns, colour) if gap else [])


def _format_rendering(rendering: RenderingRow, columns: int, colour: bool) -> list[str]:
    text, status, instead, term_type, note, evidence = rendering
    kind = "" if term_type == "full-form" else ", " + term_type
    advice = status + kind + (": write " + instead if instead else "")
    mark = INDENT + MARKS[status] + " "
    shown = _lay_out(mark, TEXT_INDENT, ((text, COLOURS[status]), (advice, DIM)), columns, colour)
    shown += _paint_lines(_format_evidence(evidence), FACT_INDENT, DIM, columns, colour)
    return shown + _paint_lines(note, FACT_INDENT, DIM, columns, colour)


def _format_evidence(evidence: tuple[EvidenceRow, ...]) -> str:
    facts = [
        " ".join(filter(None, (publisher or "composed here", date, "(" + tier + ")" if publisher else "")))
        for publisher, _, date, tier, _, _ in evidence[:EVIDENCE_SHOWN]
    ]
    more = len(evidence) - EVIDENCE_SHOWN
    return "; ".join(facts) + ("; and " + str(more) + " more" if more > 0 else "")


def _format_context(context: ContextRow, columns: int, colour: bool) -> list[str]:
    """Return a line with the keyword marked, and its origin behind it or, where that is long, below it."""
    left, keyword, right, source, sample = context
    named = "— " + printable(source) if source else ""
    origin = " ".join(filter(None, (named, SAMPLE_MARK if sample else "")))
    beside = BETWEEN + origin if origin and columns - display_width(origin) >= MIN_CONTEXT_COLUMNS else ""
    below = [] if beside else _paint_lines(origin, FACT_INDENT, DIM, columns, colour)
    ends = "" if colour else "【】"
    room = columns - display_width(beside) - display_width(INDENT + "“”" + ends)
    keyword = clip(keyword, room)
    room -= display_width(keyword)
    before = _clip_left(left, max(room // 2, room - display_width(right)))
    after = clip(right, room - display_width(before))
    marked = _paint(keyword, REVERSE, colour) if colour else "【" + keyword + "】"
    return [INDENT + "“" + before + marked + after + "”" + _paint(beside, DIM, colour), *below]


def _format_also(row: AlsoRow) -> str:
    term, reading, rendering, match = row
    why = WHY_MATCHED.get(match, "")
    return INDENT + BETWEEN.join(filter(None, (term, rendering, reading, "(" + why + ")" if why else "")))


def _lay_out(mark: str, indent: str, parts: tuple[Part, ...], columns: int, colour: bool) -> list[str]:
    """Return painted texts beside each other behind a mark where they fit, else one below the other."""
    shown = [(" ".join(text.split()), code) for text, code in parts if text]
    if display_width(mark + BETWEEN.join([text for text, _ in shown])) <= columns:
        return [mark + BETWEEN.join([_paint(text, code, colour) for text, code in shown])]
    lines = [line for text, code in shown for line in _paint_lines(text, indent, code, columns, colour)]
    return [mark + lines[0][len(indent) :], *lines[1:]] if mark else lines


def _paint_lines(text: str, indent: str, code: str, columns: int, colour: bool) -> list[str]:
    return [indent + _paint(line[len(indent) :], code, colour) for line in wrap(text, columns, indent)]


def wrap(text: str, columns: int, indent: str) -> list[str]:
    """Return a text as indented lines, broken at blanks; Chinese, which has none, wherever one is full."""
    columns -= display_width(indent)
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        if line and display_width(line + " " + word) <= columns:
            rest = line + " " + word
        elif line:
            lines.append(line)
        while display_width(rest) > columns:
            full = _cut(rest, columns) or rest[0]
            lines.append(full)
            rest = rest[len(full) :]
        line = rest
    return [indent + each for each in [*lines, line] if each]


def _paint(text: str, code: str, colour: bool) -> str:
    return "\x1b[" + code + "m" + text + "\x1b[0m" if colour and code and text else text


def printable(text: str) -> str:
    """Return a text without control characters: a file's title may hold them, and a terminal obeys them."""
    return text if text.isprintable() else "".join([c if c.isprintable() else " " for c in text])


def display_width(text: str) -> int:
    """Return how many columns a text takes; Chinese characters and their punctuation take two."""
    return len(text) + sum([character >= FIRST_WIDE_CHARACTER for character in text])


def _cut(text: str, columns: int) -> str:
    """Return as much of the beginning as fits."""
    kept = text[: max(columns, 0)]
    while kept and display_width(kept) > columns:
        kept = kept[:-1]
    return kept


def clip(text: str, columns: int) -> str:
    """Return as much of the beginning of a text as fits, with … where something is cut."""
    if display_width(text) <= columns:
        return text
    return _cut(text, columns - 1) + "…" if columns > 0 else ""


def _clip_left(text: str, columns: int) -> str:
    return clip(text[::-1], columns)[::-1]
