"""Tools as functions: what the base refuses is an answer that the model can read and act on."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from mcp.server.mcpserver.exceptions import ToolError

from glossary.errors import GlossaryError
from glossary.report.payloads import Payload

Arguments = ParamSpec("Arguments")


def telling(tool: Callable[Arguments, Payload]) -> Callable[Arguments, Payload]:
    """Return the tool with every error of a user as a tool error: its message says what to do next."""

    @wraps(tool)
    def answer(*positional: Arguments.args, **named: Arguments.kwargs) -> dict[str, Any]:
        try:
            return tool(*positional, **named)
        except GlossaryError as error:
            raise ToolError(str(error)) from error

    return answer
