"""What was mined, as a page to read and to hand on."""

from pathlib import Path
from typing import Annotated

import typer

from glossary.cli.options import DbOption, OutputOption, reading
from glossary.cli.output import save_or_print
from glossary.cli.progress import show_progress

USUAL_NAME = "report.html"
DEFAULT_TOP = 100
MOST_TOP = 2_000


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("report")(report)


def report(
    output: OutputOption = Path(USUAL_NAME),
    top: Annotated[int, typer.Option(min=1, max=MOST_TOP, help="How many candidates to show.")] = DEFAULT_TOP,
    db: DbOption = None,
) -> None:
    """Write one HTML page of what was mined: terms, their features, where they stand, the documents."""
    from glossary.services.mining.reporting import report_mining

    with reading(db) as base, show_progress() as progress:
        page = report_mining(base, top=top, progress=progress)
    save_or_print([page], output, is_file=True)
