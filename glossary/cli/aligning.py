"""Mining English renderings from bilingual text."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glossary.cli.options import DbOption, JsonOption, ReasonOption, current_user, opening, refuse_without
from glossary.cli.output import print_json, print_note, print_table
from glossary.cli.progress import show_progress
from glossary.errors import InvalidInput
from glossary.model import Evidence, Tier, parse_name
from glossary.services import wording
from glossary.services.defaults import DEFAULT_MIN_COUNT, DEFAULT_TOP, MOST_TOP

if TYPE_CHECKING:
    from glossary.services.alignment.files import Alignment, Found, FoundTerm
    from glossary.services.bases.choosing import Base

COLUMNS = ("term", "pairs", "rendering", "times", "in the base")
RENDERINGS_PRINTED = 3
TERMS_TOLD = 5


def add_verbs(app: typer.Typer) -> None:
    """Add the verb of this family."""
    app.command("align")(align)


def align(
    files: Annotated[
        list[Path],
        typer.Argument(help="TMX, XLIFF, PO, CSV, TSV, Word tables; or a text and its translation."),
    ],
    term: Annotated[
        list[str] | None, typer.Option(help="Only this Chinese term; may be given again.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, max=MOST_TOP, help="The most terms to print.")] = DEFAULT_TOP,
    min_count: Annotated[
        int,
        typer.Option(min=1, help="In how many pairs a term must be; one that a text declares always counts."),
    ] = DEFAULT_MIN_COUNT,
    save: Annotated[
        bool, typer.Option("--save", help="Keep what is found, for review to propose; needs --publisher.")
    ] = False,
    publisher: Annotated[str, typer.Option(help="Who published the text.")] = "",
    title: Annotated[str, typer.Option(help="Its title; else the name of the file.")] = "",
    date: Annotated[str, typer.Option(help=f"When: {wording.PARTIAL_DATE}")] = "",
    url: Annotated[str, typer.Option(help="Its address.")] = "",
    tier: Annotated[str, typer.Option(help="The authority of the publisher; else media.")] = "",
    reason: ReasonOption = "",
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Find the English phrases that stand for Chinese terms in bilingual text, with their sentence pairs."""
    from glossary.services.alignment.files import align_files

    if not save:
        refuse_without(
            "--save", publisher=publisher, title=title, date=date, url=url, tier=tier, reason=reason
        )
    evidence = _make_evidence(publisher, title or files[0].name, date, url, tier) if save else None
    notes: list[str] = []
    with opening(db, to_write=save) as (base, made), show_progress(counted="sentences") as progress:
        found = align_files(
            base, files, asked=term or (), min_count=min_count, note=notes.append, progress=progress
        )
        if evidence:
            notes += _save(base, found, evidence, reason)
    for note in (made, *notes):
        print_note(note)
    if json:
        print_json(describe_alignment(found, top))
    else:
        print_table(COLUMNS, [row for one in found.terms[:top] for row in _rows(one)], wrapped=True)


def _make_evidence(publisher: str, title: str, date: str, url: str, tier: str) -> Evidence:
    if not publisher.strip():
        raise InvalidInput("--save needs --publisher: evidence names who published the text")
    named = parse_name(Tier, tier, "tier") if tier else Tier.MEDIA
    return Evidence(publisher=publisher.strip(), title=title.strip(), date=date, url=url, tier=named)


def _save(base: "Base", found: "Alignment", evidence: Evidence, reason: str) -> Iterator[str]:
    """Keep what was found as a list for review; yield what to say of it."""
    from glossary.services.alignment.lists import save_alignment, unreviewed_terms

    name = f"aligned: {evidence.title}"
    saved = save_alignment(base, found, evidence=evidence, name=name, who=current_user(), why=reason)
    yield f"{saved.lines} renderings kept as the list {saved.source!r}; review proposes them"
    yield from _tell_unreviewed(unreviewed_terms(base, found))


def _tell_unreviewed(terms: Sequence[str]) -> Iterator[str]:
    if terms:
        more = f" and {len(terms) - TERMS_TOLD:,} more" if len(terms) > TERMS_TOLD else ""
        yield (
            f"{', '.join(terms[:TERMS_TOLD])}{more}: no candidates yet, so review does not come to them; "
            "`glossary mine` the Chinese text, or `glossary add` them"
        )


def _rows(one: "FoundTerm") -> Iterator[Sequence[object]]:
    for number, found in enumerate(one.renderings[:RENDERINGS_PRINTED]):
        names = (one.term, one.count) if number == 0 else ("", "")
        yield (*names, found.rendering.text, _tell_times(found), found.status.value if found.status else "")


def _tell_times(found: "Found") -> str:
    declared = f"declared ×{found.rendering.declared}" if found.rendering.declared else ""
    linked = str(found.rendering.count) if found.rendering.count else ""
    return ", ".join(filter(None, (linked, declared)))


def describe_alignment(found: "Alignment", top: int) -> dict[str, Any]:
    """Return the first ``top`` terms as dictionaries that JSON can hold."""
    return {
        "pairs": found.pairs,
        "read": found.read,
        "terms": [
            {
                "term": one.term,
                "count": one.count,
                "concepts": list(one.concepts),
                "renderings": [_describe(rendering) for rendering in one.renderings],
            }
            for one in found.terms[:top]
        ],
    }


def _describe(found: "Found") -> dict[str, Any]:
    rendering = found.rendering
    return {
        "text": rendering.text,
        "forms": [{"text": text, "count": count} for text, count in rendering.forms.items()],
        "count": rendering.count,
        "score": rendering.score,
        "declared": rendering.declared,
        "status": found.status.value if found.status else None,
        "pairs": [
            {
                "path": pair.path,
                "segment": pair.number,
                "where": pair.where,
                "source": pair.source,
                "target": pair.target,
            }
            for pair in rendering.examples
        ],
    }
