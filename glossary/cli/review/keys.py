"""The keys of the review, told once: at the foot of the screen and in the help."""

from dataclasses import dataclass

from rich.cells import cell_len

BETWEEN = "  "


@dataclass(frozen=True, slots=True)
class Key:
    """A key: as it is shown, what it does in a word or two, and in a sentence."""

    shown: str
    label: str
    help: str


DECIDING = (
    Key("a", "accept", "Accept with the chosen rendering (›), or as the concept chosen."),
    Key("1-5", "choose", "Choose another of the proposed renderings; 0 chooses none."),
    Key("e", "edit", "Write the rendering yourself, with its source (Enter too)."),
    Key("v", "variant", "Attach as a variant of a concept: Chinese, pinyin or English find it."),
    Key("s", "short form", "Attach as the short form of a concept."),
    Key("r", "reject", "It is no term: say why by a digit, in your words, or not at all."),
    Key("d", "defer", "Put it off, with a note if you like; it comes back at the end."),
)
MOVING = (
    Key("n", "next", "Leave it undecided and go on (the space bar too)."),
    Key("p", "back", "Go back one; what is rejected or put off can be decided anew."),
    Key("u", "undo", "Take back the last thing you did, of this sitting or an earlier one."),
    Key("m", "merge", "Merge two concepts that are one."),
    Key("o", "contexts", "Open all contexts in full, or close them."),
    Key("/", "find", "Go to a candidate by Chinese, pinyin, initials or state."),
    Key("?", "help", "Show this page."),
    Key("q", "quit", "Stop; what is decided is kept, and the next time goes on here (Ctrl-C too)."),
)
SCROLLING = (
    Key("↑ ↓", "scroll", "Scroll the card by a line (j and k too), PgUp and PgDn by a page."),
    Key("Esc", "", "Close a window without doing anything; in its fields, Ctrl-U empties one."),
)


def lay_out_keys(columns: int) -> list[list[Key]]:
    """Return the keys in as few lines as hold them, deciding ones before all others."""
    lines: list[list[Key]] = []
    for family in (DECIDING, MOVING):
        lines.append([])
        for key in family:
            if width_of([*lines[-1], key]) > columns and lines[-1]:
                lines.append([])
            lines[-1].append(key)
    whole = [*DECIDING, *MOVING]
    return [whole] if width_of(whole) <= columns else lines


def width_of(keys: list[Key]) -> int:
    """Return how many columns keys take beside each other."""
    return sum(cell_len(f"{key.shown} {key.label}{BETWEEN}") for key in keys) - len(BETWEEN)
