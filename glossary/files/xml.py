"""XML from strangers: element by element, no entity resolved, nothing fetched, libxml2's limits kept.

lxml is imported where XML is read: whoever lists the formats need not wait for it.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain
from typing import Any, BinaryIO

from glossary.errors import InvalidInput

Element = Any  # lxml has no types of its own
SAFE: Mapping[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}
HEAD_BYTES, MOST_HEAD_BYTES = 1 << 12, 1 << 20
CHUNK_BYTES = 1 << 16
MOST_SILENT_BYTES = 1 << 25
MOST_HUGE_BYTES = 1 << 28
"""How much may be read before one of the wanted elements ends: an element without an end is held whole."""
MOST_NAMES = 4_096
MARK = "\ufeff"
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
FIRST_TAG = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z_][\w.-]*)[\s/>]")


def read_elements(
    source: BinaryIO,
    names: Collection[str],
    *,
    roots: Collection[str],
    doctypes: Collection[str] = (),
    huge: bool = False,
) -> Iterator[Element]:
    """Yield the elements with these local names, each complete; it is emptied before the next one is read.

    The root must be one of ``roots``, where any are named. Those of ``doctypes`` may have a DOCTYPE line; its
    DTD is never loaded, and a DTD inside the file is refused. ``huge`` lets a single text have more than ten
    million bytes, as a whole file packed into one has. What stands beside the named elements is not kept, so
    that a file may be of any size. Raises InvalidInput, with the line, for broken or hostile XML.
    """
    from lxml import etree

    root, head = _find_root(source, huge=huge)
    refuse_root(root, roots)
    refuse_doctype(root, doctypes)
    wanted = frozenset(names)
    parser = etree.XMLPullParser(
        events=("start", "end"), tag=[root.tag, *(f"{{*}}{name}" for name in wanted)], huge_tree=huge, **SAFE
    )
    most = MOST_HUGE_BYTES if huge else MOST_SILENT_BYTES
    silent, top = 0, None
    try:
        for chunk in chain([head], iter(partial(source.read, CHUNK_BYTES), b""), [b""]):
            parser.feed(chunk) if chunk else parser.close()
            silent += len(chunk)
            for event, element in parser.read_events():
                top = element if top is None else top
                if event == "end" and local_name(element) in wanted:
                    silent = 0
                    yield element
                    forget(element)
            _forget_others(top, wanted)
            if silent > most:
                raise InvalidInput(_explain_silence(top, most))
    except etree.XMLSyntaxError as error:
        raise InvalidInput(explain_syntax_error(error, parser)) from None


def _find_root(source: BinaryIO, *, huge: bool) -> tuple[Element, bytes]:
    """Return the root with nothing in it yet, and the bytes that had to be read for it."""
    from lxml import etree

    parser = etree.XMLPullParser(events=("start",), huge_tree=huge, **SAFE)
    head = b""
    try:
        while len(head) < MOST_HEAD_BYTES:
            chunk = source.read(HEAD_BYTES)
            head += chunk
            parser.feed(chunk) if chunk else parser.close()
            for _, element in parser.read_events():
                return element, head
    except etree.XMLSyntaxError as error:
        raise InvalidInput(explain_syntax_error(error, parser)) from None
    raise InvalidInput(f"line 1: no element begins in its first {MOST_HEAD_BYTES:,} bytes")


def _forget_others(top: Element, wanted: Collection[str]) -> None:
    """Free what was read outside the wanted elements: all but the path to where the parser stands."""
    element = top
    while element is not None and len(element):
        del element[:-1]
        element = element[-1]
        if local_name(element) in wanted:
            return


def _explain_silence(top: Element, most: int) -> str:
    last = top
    while last is not None and len(last):
        last = last[-1]
    where = f"line {last.sourceline}: <{local_name(last)}>" if last is not None else "line 1: an element"
    return f"{where} does not end within {most:,} bytes; no termbase or memory has such a text"


def parse_part(data: bytes, *, doctypes: Collection[str] = ()) -> Element:
    """Return the root of a small XML file, held as a tree. Raises InvalidInput as read_elements does."""
    from lxml import etree

    parser = etree.XMLParser(**SAFE)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InvalidInput(explain_syntax_error(error, parser)) from None
    refuse_doctype(root, doctypes)
    return root


def refuse_root(root: Element, allowed: Collection[str]) -> None:
    """Refuse XML of another kind."""
    if allowed and local_name(root) not in allowed:
        wanted = " or ".join(f"<{name}>" for name in allowed)
        raise InvalidInput(f"line {root.sourceline}: the root is <{local_name(root)}>, not {wanted}")


def refuse_doctype(root: Element, allowed: Collection[str]) -> None:
    """Refuse a DTD inside the file, and a DOCTYPE line where the root has no business with one."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is None:
        return
    entities = [entity.name for entity in dtd.iterentities()]
    if entities:
        raise InvalidInput(
            f"line 1: the DOCTYPE declares the entity {entities[0]!r}; write its text out and take it away"
        )
    if local_name(root) not in allowed or next(dtd.iterelements(), None) is not None:
        raise InvalidInput(f"line 1: <{local_name(root)}> may have no DOCTYPE with a DTD; take it away")


def explain_syntax_error(error: Any, context: Any) -> str:
    """Return the line and the fault; where the parser stopped without a line, its log knows more."""
    log = [entry for entry in getattr(context, "feed_error_log", context.error_log) if entry.line]
    if error.lineno:
        return f"line {error.lineno}: {error.msg.strip().splitlines()[0]}; no well-formed XML"
    if log:
        return f"line {log[0].line}: {log[0].message}; no well-formed XML"
    return "line 1: the file is empty; no XML"


def root_name(head: bytes) -> str:
    """Return the local name of the root of a file of which only the first bytes are known, or nothing."""
    encoding = "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    text = head.decode(encoding, errors="ignore").removeprefix(MARK)
    if not text.lstrip().startswith("<"):
        return ""
    found = FIRST_TAG.search(COMMENT.sub("", text))
    return found["name"] if found else ""


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; that of an entity is empty.

    lxml's own QName refuses what its parser lets through: ``a:b`` where no namespace is declared for a.
    """
    return plain_name(element.tag)


@lru_cache(maxsize=MOST_NAMES)
def plain_name(tag: object) -> str:
    """Return a tag without its namespace; that of an entity, which is no text, is empty."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def forget(element: Element) -> None:
    """Free an element that has been read, and its elder siblings."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
