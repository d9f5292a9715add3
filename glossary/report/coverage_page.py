"""The page of a coverage: what a client is told before a translation starts."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from glossary.report.coverage import Coverage, Readiness, Share
from glossary.report.pages import fill, make_environment

MOST_LISTED = 300
WIDTH, HEIGHT = 1000, 28


def write_coverage_page(coverage: Coverage, *, title: str, names: Sequence[str] = ()) -> str:
    """Return the page; ``names`` are those of the documents."""
    lists = {one.name.lower(): coverage.that_are(one) for one in Readiness}
    return fill(
        make_environment().get_template("coverage.html"),
        style="terms.css",
        title=title,
        names=names,
        coverage=coverage,
        lists={name: some[:MOST_LISTED] for name, some in lists.items()},
        left_out={name: max(0, len(some) - MOST_LISTED) for name, some in lists.items()},
        bars=[
            ("different terms", coverage.of_terms, draw_share(coverage.of_terms, "different terms")),
            ("places in the text", coverage.of_occurrences, draw_share(coverage.of_occurrences, "places")),
        ],
    )


def draw_share(share: Share, what: str) -> Markup:
    """Return a bar of the ready, the unfinished and the missing part, with a text for who does not see it."""
    parts = (("known", share.ready), ("gap", share.unfinished), ("missing", share.missing))
    total = max(share.total, 1)
    drawn, left = "", 0.0
    for name, number in parts:
        width = WIDTH * number / total
        drawn += f'<rect class="fill-{name}" x="{left:.1f}" y="0" width="{width:.1f}" height="{HEIGHT}"/>'
        left += width
    told = escape(
        f"{what}: {share.ready} ready, {share.unfinished} unfinished, "
        f"{share.missing} missing of {share.total}"
    )
    return Markup(
        f'<svg class="share" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="{told}"><rect class="fill-rail" width="{WIDTH}" height="{HEIGHT}"/>{drawn}</svg>'
    )
