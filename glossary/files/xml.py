"""XML from strangers: element by element, no entity resolved, nothing fetched, libxml2's limits kept."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

from lxml import etree

from glossary.errors import InvalidInput

Element = Any  # lxml has no types of its own
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
    million bytes, as a whole file packed into one has. Raises InvalidInput, with the line, for broken or
    hostile XML.
    """
    context = etree.iterparse(
        source,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
    )
    try:
        for index, (event, element) in enumerate(context):
            if index == 0:
                refuse_root(element, roots)
                refuse_doctype(element, doctypes)
            if event == "end" and local_name(element) in names:
                yield element
                forget(element)
    except etree.XMLSyntaxError as error:
        raise InvalidInput(explain_syntax_error(error, context)) from None


def parse_part(data: bytes, *, doctypes: Collection[str] = ()) -> Element:
    """Return the root of a small XML file, held as a tree. Raises InvalidInput as read_elements does."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
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
    log = [entry for entry in context.error_log if entry.line]
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
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace(element: Element) -> str:
    """Return an element's namespace, or an empty text."""
    return element.tag[1:].rpartition("}")[0] if isinstance(element.tag, str) else ""


def forget(element: Element) -> None:
    """Free an element that has been read, and its elder siblings."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
