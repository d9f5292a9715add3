"""Tools as functions: what is refused is an answer that the model can read and act on."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from glossary.errors import GlossaryError
from glossary.report.mistakes import describe_mistake
from glossary.report.payloads import Payload

Arguments = ParamSpec("Arguments")


def telling(tool: Callable[Arguments, Payload]) -> Callable[Arguments, Payload]:
    """Return the tool with every error of a user as a tool error: its message says what to do next."""

    @wraps(tool)
    def answer(*positional: Arguments.args, **named: Arguments.kwargs) -> dict[str, Any]:
        try:
            return tool(*positional, **named)
        except GlossaryError as error:
            raise ToolError(error.public) from error

    return answer


class Answerer(MCPServer[None]):
    """The server of the SDK, which says in our words what is wrong with a call before it reaches a tool."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[None, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Answer a call; raises ToolError, whose message says what to do next."""
        await self._require_known(name, arguments)
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            raise ToolError(_explain(error)) from error.__cause__

    async def _require_known(self, name: str, arguments: Mapping[str, Any]) -> None:
        """Refuse a tool and arguments that are not offered, naming those that are."""
        offered = {tool.name: list(tool.input_schema["properties"]) for tool in await self.list_tools()}
        if name not in offered:
            raise ToolError(f"there is no tool {name!r}; there are {', '.join(offered)}")
        if unknown := [argument for argument in arguments if argument not in offered[name]]:
            takes = ", ".join(offered[name]) or "no arguments"
            raise ToolError(f"{name} has no {' and no '.join(unknown)}; it takes {takes}")


def _explain(error: ToolError) -> str:
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        found = cause.errors()
        return "; ".join(describe_mistake(".".join(map(str, one["loc"])), one) for one in found)
    return str(cause) if isinstance(cause, ToolError) else str(error)
