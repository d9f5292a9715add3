"""Pages from templates; everything that a template shows is escaped."""

from urllib.parse import urlsplit

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from glossary.model import DISCOURAGED
from glossary.report.citing import cite_described
from glossary.report.pages import CUT_CONTEXT_CHARS
from glossary.report.records import shorten_thing

WEB_SCHEMES = frozenset({"http", "https"})
CHANGES_IN_SIGHT = 10
MINUTE_CHARS = len("2025-03-01T09:00")


def make_environment() -> Environment:
    """Return the environment with the templates of this package."""
    environment = Environment(
        loader=PackageLoader("glossary.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["cut_context_chars"] = CUT_CONTEXT_CHARS
    environment.globals["changes_in_sight"] = CHANGES_IN_SIGHT
    environment.tests["web_address"] = is_web_address
    environment.filters["words"] = as_words
    environment.filters["moment"] = as_moment
    environment.filters["short"] = shorten_thing
    environment.filters["citation"] = cite_described
    environment.globals["discouraged"] = DISCOURAGED
    return environment


def render(request: Request, template: str, **values: object) -> str:
    """Return a page as text."""
    environment: Environment = request.app.state.environment
    return environment.get_template(template).render(**values)


def is_web_address(url: str) -> bool:
    """Whether a link may lead there: ``javascript:`` and the like stay text."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in WEB_SCHEMES and bool(parts.netloc)


def as_words(name: str) -> str:
    """Return a name of a closed list as words: ``state-media`` is ``state media``."""
    return name.replace("-", " ").replace("english", "English")


def as_moment(when: str) -> str:
    """Return a moment in UTC to the minute: ``2025-03-01T09:00:00Z`` is ``2025-03-01 09:00``."""
    return when[:MINUTE_CHARS].replace("T", " ")
