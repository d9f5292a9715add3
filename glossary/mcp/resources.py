"""Concepts as resources: what a client may attach to a conversation by its address."""

import json

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from glossary.errors import GlossaryError, NotFound
from glossary.services.bases.choosing import Base
from glossary.services.lookup.showing import show_whole

CONCEPT = "glossary://concept/{id}"
JSON = "application/json"


def add_resources(server: MCPServer[None], base: Base) -> None:
    """Add the resources to a server."""

    def concept(id: str) -> str:
        """Return one whole concept by its id, as the tool `concept` does."""
        try:
            return json.dumps(show_whole(base, id), ensure_ascii=False)
        except NotFound as error:
            raise ResourceNotFoundError(str(error)) from error
        except GlossaryError as error:
            raise ResourceError(error.public) from error

    server.resource(CONCEPT, name="concept", mime_type=JSON)(concept)
