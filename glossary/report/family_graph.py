"""A family as a small graph: one row a member, so that no two labels can meet.

A branch leads from each term down to what is built on it. The dot of a longer term is filled and grows with
how often it was counted; a short form is a square, a variant a ring.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from glossary.report.clean_texts import clean_text, clip_text
from glossary.report.families import Kinship, Member
from glossary.report.svg import element, number

ROW_HEIGHT = 27
MARGIN = 11
STEP = 26
LABEL_GAP = 9
FONT_PX = 15
NARROW_EM = 0.66
SMALL_SHARE = 0.8
MOST_LABEL_CHARS = 15
MOST_NOTE_CHARS = 18
NOTE_GAP = 6
LEAST_RADIUS, MOST_RADIUS, FORM_RADIUS = 3.5, 9.0, 4.0
COUNT_OF_MOST_RADIUS = 64
FIRST_WIDE_CHARACTER = "\u2e80"
WIDE_MARKS = frozenset("“”‘’…—·")


@dataclass(frozen=True, slots=True)
class Placed:
    """A member with its row, how deep it hangs, and the row that it hangs on."""

    member: Member
    row: int
    depth: int
    parent: int

    @property
    def x(self) -> float:
        """Where its dot stands."""
        return MARGIN + self.depth * STEP

    @property
    def y(self) -> float:
        """Where its row has its middle."""
        return (self.row + 0.5) * ROW_HEIGHT

    @property
    def radius(self) -> float:
        """How large its dot is."""
        if not self.member.rank:
            return FORM_RADIUS
        grown = math.sqrt(min(1.0, self.member.count / COUNT_OF_MOST_RADIUS))
        return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * grown


def draw_family(family: Member) -> Markup:
    """Return the graph of one family, with a title and a description in words."""
    placed = list(_place(family))
    width = max(map(_right_edge, placed)) + 2
    height = ROW_HEIGHT * len(placed)
    return element(
        "svg",
        {
            "class": "family",
            "role": "img",
            "width": number(width),
            "height": height,
            "viewBox": f"0 0 {number(width)} {height}",
        },
        element("title", {}, f"The family of {family.text}"),
        element("desc", {}, describe_family(family)),
        element(
            "path", {"class": "branch", "d": "".join(_branch(one, placed[one.parent]) for one in placed[1:])}
        ),
        *(part for one in placed for part in (_draw_dot(one), _draw_label(one))),
    )


def _place(member: Member, depth: int = 0, parent: int = 0, row: int = 0) -> Iterator[Placed]:
    yield Placed(member, row, depth, parent)
    following = row + 1
    for child in member.members:
        yield from _place(child, depth + 1, row, following)
        following += child.size


def _branch(one: Placed, parent: Placed) -> str:
    """Return a line down from the parent that bends towards the member."""
    bend = STEP / 2
    return (
        f"M{number(parent.x)} {number(parent.y + parent.radius)}V{number(one.y - bend)}"
        f"Q{number(parent.x)} {number(one.y)} {number(parent.x + bend)} {number(one.y)}H{number(one.x)}"
    )


def _draw_dot(one: Placed) -> Markup:
    x, y, radius = one.x, one.y, one.radius
    if one.member.kinship is Kinship.SHORT:
        corner = {"x": number(x - radius), "y": number(y - radius)}
        return element(
            "rect", {"class": "short", **corner, "width": number(2 * radius), "height": number(2 * radius)}
        )
    name = "variant" if one.member.kinship is Kinship.VARIANT else "term"
    return element("circle", {"class": name, "cx": number(x), "cy": number(y), "r": number(radius)})


def _draw_label(one: Placed) -> Markup:
    name = f"label {'base' if one.depth == 0 else 'member'}"
    label = {"class": name, "x": number(_label_left(one)), "y": number(one.y + FONT_PX / 3)}
    note = _note_of(one.member)
    parts = [element("tspan", {"lang": "zh-Hans"}, _label_of(one.member))]
    if note:
        parts.append(element("tspan", {"class": "note", "dx": NOTE_GAP}, note))
    return element("text", label, *parts)


def _label_left(one: Placed) -> float:
    return one.x + (max(one.radius, FORM_RADIUS) if one.depth else one.radius) + LABEL_GAP


def _label_of(member: Member) -> str:
    return clip_text(clean_text(member.text), MOST_LABEL_CHARS)


def _note_of(member: Member) -> str:
    """Return what stands small behind a label: how often, or what kind of form."""
    if not member.rank:
        return member.kinship.value
    also = f", also of {'、'.join(member.also_holds)}" if member.also_holds else ""
    return clip_text(f"{member.count}×{also}", MOST_NOTE_CHARS)


def _right_edge(one: Placed) -> float:
    note = _note_of(one.member)
    return _label_left(one) + _text_width(_label_of(one.member)) + NOTE_GAP + _text_width(note) * SMALL_SHARE


def _text_width(text: str) -> float:
    """Return about how wide a text is: in Chinese type characters and quotation marks are as wide as high."""
    wide = sum(character >= FIRST_WIDE_CHARACTER or character in WIDE_MARKS for character in text)
    return FONT_PX * (wide + (len(text) - wide) * NARROW_EM)


def describe_family(member: Member) -> str:
    """Return a family in words, for who cannot see the picture."""
    return " ".join(_describe(member))


def _describe(member: Member) -> Iterator[str]:
    for kinship in (Kinship.SHORT, Kinship.VARIANT, Kinship.LONGER):
        texts = [one.text for one in member.members if one.kinship is kinship]
        if texts:
            many = "s" if len(texts) > 1 else ""
            yield f"{member.text} has the {kinship.value}{many} {', '.join(texts)}."
    for one in member.members:
        yield from _describe(one)
