"""Small pieces of SVG, as text; everything written is escaped."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from glossary.report.clean_texts import clean_text

FULL_PERCENT = 100
BAR_HEIGHT = 6


def element(name: str, attributes: Mapping[str, object], *inside: str) -> Markup:
    """Return one element; what stands inside is escaped where it is not markup already."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key, clean_text(str(value))) for key, value in attributes.items()
    )
    content = Markup("").join(
        escape(part) if isinstance(part, Markup) else escape(clean_text(part)) for part in inside
    )
    if not inside:
        return Markup("<{}{}/>").format(Markup(name), written)
    return Markup("<{}{}>{}</{}>").format(Markup(name), written, content, Markup(name))


def number(value: float) -> str:
    """Return a coordinate with one decimal at most, so that a page stays small."""
    return f"{round(value, 1) + 0.0:g}"


def draw_bar(share: float) -> Markup:
    """Return a bar that is filled from the left; ``share`` is cut to 0 to 1. The figure stands beside it."""
    filled = number(FULL_PERCENT * min(1.0, max(0.0, share)))
    return element(
        "svg",
        {
            "class": "bar",
            "viewBox": f"0 0 {FULL_PERCENT} {BAR_HEIGHT}",
            "preserveAspectRatio": "none",
            "aria-hidden": "true",
        },
        element("path", {"class": "rail", "d": f"M0 0h{FULL_PERCENT}v{BAR_HEIGHT}H0z"}),
        element("path", {"class": "fill", "d": f"M0 0h{filled}v{BAR_HEIGHT}H0z"}),
    )
