"""What all pages of reports share: templates that escape, and a style and a script of their own.

Whatever comes from documents is a value of a template, which escapes it; the page's own style and script
are allowed by their digest, and nothing else is.
"""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from glossary.report.clean_texts import clean_text

TEMPLATES = "templates"
# Mining keeps so much on either side of a keyword; a side as long as that was cut, and … says so.
CUT_CONTEXT_CHARS = 40


def make_environment() -> Environment:
    """Return the environment with the templates of this package."""
    return Environment(
        loader=PackageLoader("glossary.report", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(template: Template, *, style: str, script: str = "", **values: Any) -> str:
    """Return a page with the style and the script of these names, if any, in it."""
    style_text = _read_part(style)
    script_text = _read_part(script) if script else ""
    digests = {"style": _digest(style_text), "script": _digest(script_text) if script else ""}
    return template.render(style=Markup(style_text), script=Markup(script_text), digests=digests, **values)


def _finish(value: Any) -> Any:
    """Return what is written at a place of the template without characters that a page cannot carry."""
    return clean_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _read_part(name: str) -> str:
    return files("glossary.report").joinpath(TEMPLATES, name).read_text(encoding="utf-8").strip()


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
