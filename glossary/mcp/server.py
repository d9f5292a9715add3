"""The termbase for language models and other programs that speak the Model Context Protocol (MCP)."""

from importlib.metadata import PackageNotFoundError, version

from mcp.server.mcpserver import MCPServer

from glossary.mcp import reading, resources, writing
from glossary.mcp.answering import Answerer
from glossary.services.bases.choosing import Base

NAME = "glossary"
READS = (
    "A curated Chinese-to-English termbase. Before you translate a Chinese text, `annotate` it; "
    "write the preferred or admitted rendering of each, never a deprecated or forbidden one (its `instead` "
    "says what to write). Of several concepts for one term choose by `scope`, `definition` and "
    "`subject_field`. Where `gap` is true nobody is on record for any rendering: say so. Evidence names who "
    "used a rendering and when; quote only what stands there. Contexts marked `sample` come from invented "
    "texts: never quote those as evidence."
)
WRITES = (
    " What you add is kept under the user's name, and a person reviews it: give sources that you have seen."
)


def make_server(base: Base, *, writer: str | None = None) -> MCPServer[None]:
    """Return a server over an open base; without a ``writer`` it offers no tool that changes anything."""
    server = Answerer(
        NAME,
        version=_program_version(),
        instructions=READS + (WRITES if writer else ""),
        log_level="WARNING",
    )
    reading.add_tools(server, base)
    resources.add_resources(server, base)
    if writer:
        writing.add_tools(server, base, writer)
    return server


def _program_version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "0"
