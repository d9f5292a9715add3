"""How TBX elements are named, placed and read, whatever their style."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Generic, TypeVar

from glossary.files.xml import Element, local_name, plain_name
from glossary.formats.concepts import NO_PLACE_HERE, Dropped, shorten
from glossary.formats.tbx.names import ENTRY_NAMES, XML_SPACE

LANGUAGE_ATTRIBUTE = "{http://www.w3.org/XML/1998/namespace}lang"
PLAIN_LANGUAGE_ATTRIBUTE = "lang"  # not valid, and written all the same
TYPED_ELEMENTS = frozenset({"admin", "descrip", "ref", "termNote", "xref"})
TRANSPARENT_GROUPS = frozenset({"adminGrp", "termGrp", "termNoteGrp", "noteGrp"})
UNKNOWN_ENTITY = "the file does not declare this entity, and no DTD is fetched; write its text out"
GROUP = "(group)"
MOST_KINDS = 1_024
NO_PLACE_IN_TERM = "a term has no place for it"
WITHOUT_PLACE = frozenset({NO_PLACE_HERE, NO_PLACE_IN_TERM})
Target = TypeVar("Target")
Key = TypeVar("Key")
Answer = TypeVar("Answer")
Step = Callable[[Element, Target, list[Dropped]], None]
"""Takes one element into what is made of the element around it."""


def category(element: Element) -> str:
    """Return an element's data category: its type in DCA style, its name in DCT style and elsewhere."""
    name = local_name(element)
    return str(element.get("type", name)) if name in TYPED_ELEMENTS else name


@lru_cache(maxsize=MOST_KINDS)
def name_category(tag: object, type: str | None) -> str:
    """Return the data category of an element with this tag and type, GROUP for one that holds others."""
    name = plain_name(tag)
    if name in TRANSPARENT_GROUPS:
        return GROUP
    return type or name if name in TYPED_ELEMENTS else name


class Answers(dict[Key, Answer]):
    """What a function says of each key, asked once; a file that has too many of them begins it anew.

    An lru_cache takes three times as long, which counts where every element of a million entries asks.
    """

    def __init__(self, ask: Callable[[Key], Answer]) -> None:
        self._ask = ask

    def __missing__(self, key: Key) -> Answer:
        if len(self) >= MOST_KINDS:
            self.clear()
        self[key] = answer = self._ask(key)
        return answer


class Steps(Generic[Target]):
    """What takes each element that stands in another one, found once for each tag, and type where it counts.

    Only typed elements are asked for their type, since to ask lxml for an attribute takes its time.
    """

    def __init__(self, steps: Mapping[str, Step[Target]], *, unknown: Step[Target]) -> None:
        self._steps = steps
        self._unknown = unknown
        self._of_tag = Answers(self._choose)
        self._of_type = Answers(self._list_types)

    def take(self, section: Element, target: Target, dropped: list[Dropped]) -> None:
        """Take what stands in an element, the members of groups that only hold together one by one.

        lxml makes a slice at once, and looks for the next one each time where it is asked to iterate.
        """
        of_tag, of_type = self._of_tag, self._of_type
        for child in section[:]:
            tag = child.tag
            step = of_tag[tag] or of_type[tag][child.get("type")]
            step(child, target, dropped)

    def _choose(self, tag: object) -> Step[Target] | None:
        """Return the step of a tag, None where its type counts."""
        return None if plain_name(tag) in TYPED_ELEMENTS else self._choose_typed(tag, None)

    def _list_types(self, tag: object) -> Answers[str | None, Step[Target]]:
        return Answers(partial(self._choose_typed, tag))

    def _choose_typed(self, tag: object, type: str | None) -> Step[Target]:
        kind = name_category(tag, type)
        return self.take if kind == GROUP else self._steps.get(kind, self._unknown)


def children(element: Element) -> Iterator[Element]:
    """Yield what stands in an element, the members of groups that only hold together one by one."""
    for child in element:
        if name_category(child.tag, child.get("type")) == GROUP:
            yield from children(child)
        else:
            yield child


def language_of(element: Element) -> str:
    """Return the language that an element itself names, or nothing."""
    return element.get(LANGUAGE_ATTRIBUTE) or element.get(PLAIN_LANGUAGE_ATTRIBUTE) or ""


def text_of(element: Element, dropped: list[Dropped]) -> str:
    """Return an element's text without the white space of XML at its ends; markup within is dropped."""
    if not len(element):
        text = element.text
        return text.strip(XML_SPACE) if text else ""
    dropped.extend(map(tell_markup, element))
    return "".join(element.itertext()).strip(XML_SPACE)


def tell_markup(inner: Element) -> Dropped:
    """Return what is told of something that stands in a text."""
    if is_entity(inner):
        return Dropped(where=place(inner), what=str(inner.text), why=UNKNOWN_ENTITY)
    return Dropped(where=place(inner), what=f"<{local_name(inner)}>", why="its text is kept")


def is_entity(element: Element) -> bool:
    """Whether it is a reference to an entity that only a DTD elsewhere could declare."""
    return not isinstance(element.tag, str)


def tells_loss(dropped: Sequence[Dropped]) -> bool:
    """Whether anything dropped had a place in the base; what never has one is no loss to an entry."""
    return any(one.why not in WITHOUT_PLACE for one in dropped)


def drop(element: Element, dropped: list[Dropped], why: str) -> None:
    """Drop an element."""
    if is_entity(element):
        dropped.append(tell_markup(element))
        return
    text = " ".join("".join(element.itertext()).split())
    dropped.append(Dropped(where=place(element), what=f"{category(element)}: {shorten(text)}", why=why))


def place(element: Element) -> str:
    """Return where an element stands: its line and the path from its entry."""
    if local_name(element) in ENTRY_NAMES:
        return f"line {element.sourceline}, {show_step(element)}"
    steps = [element]
    while local_name(steps[-1]) not in ENTRY_NAMES and steps[-1].getparent() is not None:
        steps.append(steps[-1].getparent())
    path = "/".join(show_step(step) for step in reversed(steps))
    return f"line {element.sourceline}, {path}"


def show_step(element: Element) -> str:
    """Return an element with what tells it from its neighbours: its id, language or type."""
    mark = element.get("id") or language_of(element) or element.get("type")
    return f"{local_name(element)}[{mark}]" if mark else local_name(element)
