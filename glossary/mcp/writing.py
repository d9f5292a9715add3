"""The tool that adds a rendering; it is offered only where somebody asked for it."""

from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.types import ToolAnnotations
from pydantic import Field

from glossary.mcp.answering import telling
from glossary.model import Evidence, Status, Tier
from glossary.model.concept import MOST_TERM_CHARS
from glossary.report.payloads import Payload
from glossary.services import wording
from glossary.services.bases.choosing import Base
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.duplicates import describe_duplicates
from glossary.services.lookup.showing import show_whole

LONGEST_TEXT_CHARS = 2_000
ADDING = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)

Chinese = Annotated[str, Field(min_length=1, max_length=MOST_TERM_CHARS, description="The Chinese term.")]
English = Annotated[
    str, Field(min_length=1, max_length=MOST_TERM_CHARS, description="What to write for it in English.")
]
Recommended = Annotated[
    Status | None,
    Field(
        description="Only what the user decided; left out, a new rendering is proposed, "
        "and one that is there keeps its status."
    ),
]
Instead = Annotated[
    str,
    Field(
        max_length=MOST_TERM_CHARS,
        description="Of a deprecated or forbidden one: what to write in its place.",
    ),
]
ConceptId = Annotated[
    str | None,
    Field(description="The concept that is meant, where the term has several; new for one more sense."),
]
Text = Annotated[str, Field(max_length=LONGEST_TEXT_CHARS)]


class Writer:
    """The tool over one base; changes are recorded under the name of ``writer``."""

    def __init__(self, base: Base, writer: str) -> None:
        self._base, self._writer = base, writer

    def add(
        self,
        zh: Chinese,
        en: English,
        status: Recommended = None,
        instead: Instead = "",
        concept: ConceptId = None,
        publisher: Annotated[Text, Field(description="Who used it, as the source names itself.")] = "",
        title: Annotated[Text, Field(description="In which text.")] = "",
        date: Annotated[str, Field(description=wording.PARTIAL_DATE)] = "",
        url: Annotated[Text, Field(description="Where that text is: https://…")] = "",
        tier: Annotated[
            Tier | None, Field(description="The source's authority; else the base guesses.")
        ] = None,
        note: Annotated[Text, Field(description="On the rendering, for whoever looks it up.")] = "",
        reason: Annotated[Text, Field(description=wording.REASON)] = "",
    ) -> Payload:
        """Add an English rendering to a Chinese term, and the term too where the base has it not.

        Without a publisher it counts as composed by us: name one only if you have seen the rendering there.
        The same pair once more adds the evidence. `duplicates` names other concepts that may be the same.
        """
        new = NewRendering(
            text=en,
            status=status,
            usual_status=Status.PROPOSED,
            instead=instead,
            note=note,
            tier=tier,
            evidence=Evidence(publisher=publisher, title=title, date=date, url=url),
        )
        kept = add_term(self._base, zh, new, concept=concept, who=self._writer, why=reason)
        return show_whole(self._base, kept.concept.id) | {"duplicates": describe_duplicates(kept.duplicates)}


def add_tools(server: MCPServer[None], base: Base, writer: str) -> None:
    """Add the tool to a server."""
    server.add_tool(telling(Writer(base, writer).add), annotations=ADDING, structured_output=True)
