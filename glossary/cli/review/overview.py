"""What stands around the card: the list of the sitting at its side, the keys at its foot."""

from textual.content import Content

from glossary.cli.cells import pad
from glossary.cli.review.drawing import STATE_MARKS
from glossary.cli.review.keys import BETWEEN, Key, lay_out_keys
from glossary.cli.review.session import Session
from glossary.cli.theme import CHOSEN, QUIET, join_lines
from glossary.model import CandidateState, RankedCandidate
from glossary.report.hits import printable


def draw_list(session: Session, *, columns: int, rows: int) -> Content:
    """Return as many candidates around the one on show as fit, with a mark for what was decided."""
    first = min(max(session.at - rows // 3, 0), max(len(session.entries) - rows, 0))
    shown = enumerate(session.entries[first : first + rows], first)
    return join_lines(_draw_row(entry, columns, is_on_show=at == session.at) for at, entry in shown)


def _draw_row(entry: RankedCandidate, columns: int, *, is_on_show: bool) -> Content:
    pointer = "›" if is_on_show else " "
    told = f"{pointer}{STATE_MARKS[entry.state]} {printable(entry.candidate.term)}"
    is_quiet = entry.state is not CandidateState.NEW
    return Content.assemble((pad(told, columns), CHOSEN if is_on_show else QUIET if is_quiet else "none"))


def draw_keys(columns: int) -> Content:
    """Return the keys and what they do, in as few lines as hold them."""
    return join_lines(_draw_key_line(keys) for keys in lay_out_keys(columns))


def _draw_key_line(keys: list[Key]) -> Content:
    parts: list[str | tuple[str, str]] = []
    for key in keys:
        parts += [(key.shown, "bold $accent"), (f" {key.label}", QUIET), BETWEEN]
    return Content.assemble(*parts[:-1])
