"""The tools that only read. Their answers are the JSON of the command line and of HTTP."""

from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.types import ToolAnnotations
from pydantic import Field

from glossary.curation.proposals import describe_proposals
from glossary.formats.registry import describe_formats
from glossary.mcp.answering import telling
from glossary.model import CandidateState
from glossary.report.annotation_json import Tally, describe_marks
from glossary.report.payloads import Payload, describe_answer, describe_candidate, describe_counts
from glossary.services.bases.choosing import Base
from glossary.services.bases.counting import count_base
from glossary.services.bases.serving import text_beside
from glossary.services.lookup.answers import look_up
from glossary.services.lookup.showing import show_whole
from glossary.services.mining.candidates import find_candidate, list_candidates
from glossary.services.recognition.annotating import Annotator
from glossary.services.recognition.automata import Shelf
from glossary.services.recognition.lexicon import open_lexicon
from glossary.services.review.proposing import propose_renderings

USUAL_HITS, MOST_HITS = 5, 50
USUAL_CANDIDATES, MOST_CANDIDATES = 20, 200
LONGEST_NAME_CHARS = 1_000
LONGEST_TEXT_CHARS = 20_000
READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Query = Annotated[
    str,
    Field(
        min_length=1,
        description="A term: Chinese in either script, a part of a term, pinyin, initials, or English; "
        "or several with 、 between them.",
    ),
]
Limit = Annotated[int, Field(ge=1, le=MOST_HITS, description="The most hits to return, best first.")]
Document = Annotated[
    str,
    Field(
        max_length=LONGEST_NAME_CHARS,
        description="The id of a document of the base that is translated: its sense comes first.",
    ),
]
Text = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST_TEXT_CHARS,
        description="The text to translate, or a part of it: of a longer one a few paragraphs at a time.",
    ),
]
Nested = Annotated[bool, Field(description="Also the terms that stand inside longer ones.")]
ConceptId = Annotated[
    str,
    Field(
        max_length=LONGEST_NAME_CHARS,
        description="The id of a concept, as `lookup` gives it: c and 7 letters.",
    ),
]
Chinese = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME_CHARS, description="The Chinese term.")]
Top = Annotated[int, Field(ge=1, le=MOST_CANDIDATES, description="So many of the best.")]
State = Annotated[CandidateState | None, Field(description="Only those in this state; null for all.")]
CandidateName = Annotated[
    str, Field(max_length=LONGEST_NAME_CHARS, description="A candidate: the Chinese string, or its id.")
]


class Reader:
    """The tools over one base; a method's docstring is what the model reads of it."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._shelf = Shelf()

    def lookup(self, query: Query, limit: Limit = USUAL_HITS, document: Document = "") -> Payload:
        """Say what to write in English for a Chinese term, or which Chinese an English term stands for.

        Each hit is one concept: `renderings`, what to write, best first, each with its `status` and the
        `evidence` for it; `match.kind`, why it was found (`exact` is this very term, `substring` only a
        longer one that holds it); `definition`, `scope`, `contexts`; `query`, which of several terms it is
        for. No hits: the base does not know the term; `candidates` then has a mined string of that name, if
        there is one, and `held` the known terms that stand in a phrase. Nothing is logged.
        """
        found = look_up(self._base, query, limit=limit, beside=text_beside(self._base, document))
        return describe_answer(found)

    def annotate(self, text: Text, nested: Nested = False) -> Payload:
        """Find every term of the base in a Chinese text, with what to write for each: ask this first.

        `matches` come in the order of the text, the longest term at each place; `start` and `end` count
        characters, `concepts` are the senses that are possible, the likeliest first, and `renderings` what to
        write, best first. `coverage` says how much of the text is known terms. `lookup` tells more of a term.
        """
        tally = Tally()
        with open_lexicon(self._base, self._shelf) as lexicon:
            passages = tally.counting(Annotator(lexicon, nested=nested).annotate([text]))
            matches = [match for passage in passages for match in describe_marks(passage)]
        return {"matches": matches, "coverage": tally.describe()}

    def concept(self, id: ConceptId) -> Payload:
        """Return one whole concept: all terms, renderings with all evidence, definitions and relations.

        An old id, of a concept that was merged into another one, leads there.
        """
        return show_whole(self._base, id)

    def candidates(self, state: State = CandidateState.NEW, top: Top = USUAL_CANDIDATES) -> Payload:
        """List strings that were mined from documents and may be terms, best first, with contexts.

        They are not terms of the base yet: nobody has decided on those in the state `new`.
        """
        return {
            "candidates": [
                describe_candidate(one) for one in list_candidates(self._base, state=state, top=top)
            ]
        }

    def candidate(self, name: CandidateName) -> Payload:
        """Return one mined string with what its score was made from, its contexts and what was decided."""
        return describe_candidate(find_candidate(self._base, name))

    def propose(self, zh: Chinese) -> Payload:
        """Propose renderings for a Chinese term that the base may not have, each with where it comes from.

        They are held by the base, attested in a list, or composed of parts that the base knows; a … marks a
        part that nobody knows. `avoid` are renderings that somebody advises against. A composed one is a
        suggestion, not evidence.
        """
        return describe_proposals(propose_renderings(self._base, zh))

    def stats(self) -> Payload:
        """Count what the base holds: concepts, renderings by status, evidence, documents, candidates."""
        return describe_counts(count_base(self._base))

    def formats(self) -> Payload:
        """List the exchange formats that `glossary export` writes, and what each cannot carry."""
        return {"formats": describe_formats()}


def add_tools(server: MCPServer[None], base: Base) -> None:
    """Add the tools that read to a server."""
    reader = Reader(base)
    tools = (
        reader.lookup,
        reader.annotate,
        reader.concept,
        reader.candidates,
        reader.candidate,
        reader.propose,
        reader.stats,
        reader.formats,
    )
    for tool in tools:
        server.add_tool(telling(tool), annotations=READ_ONLY, structured_output=True)
