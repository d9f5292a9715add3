"""What files of RDF say, in Turtle, in N-Triples (which is Turtle too) and in RDF/XML.

rdflib, which takes its time to load, is imported when it is needed.
"""

from functools import cache
from typing import TYPE_CHECKING

from glossary.errors import InvalidInput
from glossary.files.xml import parse_part, refuse_root, root_name

if TYPE_CHECKING:
    from rdflib import Graph

XML_ROOT = "RDF"
HEAD_BYTES = 1 << 16
NOWHERE = "file:///"
"""What relative addresses begin with, since a file does not say where it was published."""
# rdflib raises BadSyntax, a SyntaxError, and where its parser did not expect the worst whatever breaks first.
FAULTS = (SyntaxError, ValueError, AssertionError, AttributeError, IndexError, KeyError, TypeError)


def parse_graph(data: bytes) -> "Graph":
    """Return what a file says; raises InvalidInput where it is neither Turtle nor RDF/XML, or means harm."""
    return _parse_xml(data) if root_name(data[:HEAD_BYTES]) == XML_ROOT else _parse_turtle(data)


def _parse_turtle(data: bytes) -> "Graph":
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"byte {error.start} is no UTF-8; save the file in UTF-8") from None
    return _parse(text, kind="turtle", name="Turtle")


def _parse_xml(data: bytes) -> "Graph":
    """Return what RDF/XML says; rdflib is given only what lxml let through, without the DOCTYPE."""
    from lxml import etree

    root = parse_part(data)
    refuse_root(root, (XML_ROOT,))
    return _parse(etree.tostring(root, encoding="unicode"), kind="xml", name="RDF/XML")


def _parse(text: str, *, kind: str, name: str) -> "Graph":
    from xml.sax import SAXException  # expat refuses a byte order mark in a name, which lxml lets through

    from rdflib import Graph
    from rdflib.exceptions import Error

    silence_rdflib()
    try:
        return Graph().parse(data=text, format=kind, publicID=NOWHERE)
    except RecursionError:
        raise InvalidInput("its brackets are nested too deeply to be concepts") from None
    except (Error, SAXException, *FAULTS) as error:
        first = str(error).strip().splitlines()
        raise InvalidInput(f"no {name}: {first[0] if first else 'it breaks off'}") from None


@cache
def silence_rdflib() -> None:
    """Let rdflib complain of odd addresses and dates unheard: who imports terms did not ask."""
    import logging

    logging.getLogger("rdflib").addHandler(logging.NullHandler())
