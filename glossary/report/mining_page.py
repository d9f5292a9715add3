"""The page of a mining run: one HTML text that holds everything it needs and asks nobody for more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from glossary.model import Candidate
from glossary.report.clean_texts import chinese_tag
from glossary.report.dispersion import Columns, draw_columns, draw_strip, label_columns
from glossary.report.families import find_families
from glossary.report.family_graph import draw_family
from glossary.report.mining_values import ListedDocument, ListedTerm, MiningRun
from glossary.report.pages import CUT_CONTEXT_CHARS, fill, make_environment
from glossary.report.plain_words import FACTORS, KINDS, STATES, Factor, name_figure, name_repair
from glossary.report.svg import draw_bar

FULL_PERCENT = 100
MOST_FAMILIES = 60
MOST_DOCUMENTS = 300


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """A feature as the page shows it: how full its bar is, from 0 to 1, and the figure beside it."""

    factor: Factor
    share: float
    value: float


def write_page(run: MiningRun) -> str:
    """Return the page; the same run gives the same text."""
    columns = Columns(len(run.documents), run.clusters)
    families = find_families(run.terms)
    documents = _choose_documents(run)
    quoted = _list_quoted(run, besides=documents)
    return fill(
        _environment(run, columns).get_template("mining.html"),
        style="mining.css",
        script="mining.js",
        run=run,
        columns=columns,
        column_labels=label_columns(columns),
        backdrop=draw_columns(columns),
        families=[(family, draw_family(family)) for family in families[:MOST_FAMILIES]],
        all_families=len(families),
        documents=documents,
        quoted=quoted,
        listed_numbers=frozenset(one.number for one in (*documents, *quoted)),
        terms_with_english=sum(bool(term.renderings) for term in run.terms),
        kept_share=_share_kept(run),
        factors=FACTORS.values(),
    )


def _environment(run: MiningRun, columns: Columns) -> Environment:
    environment = make_environment()
    environment.filters |= {
        "chinese_tag": chinese_tag,
        "kind": KINDS.__getitem__,
        "state": STATES.__getitem__,
        "number": "{:,}".format,
        "percent": _as_percent,
        "repair": name_repair,
        "figure": name_figure,
        "bar": draw_bar,
        "strip": lambda term: draw_strip(term.text, term.marks, columns),
        "feature_lines": partial(list_features, most_salient=_highest_salience(run.terms)),
        "figures": list_figures,
    }
    environment.globals["cut_context_chars"] = CUT_CONTEXT_CHARS
    environment.globals["number_of"] = {one.record.id: one.number for one in run.documents}.get
    return environment


def _as_percent(share: float) -> str:
    """Return a share as a percentage; neither all nor nothing is said where it is not so."""
    whole = round(share * FULL_PERCENT)
    if share < 1:
        whole = min(whole, FULL_PERCENT - 1)
    return f"{max(whole, 1) if share > 0 else 0}%"


def _share_kept(run: MiningRun) -> float:
    characters = sum(one.record.characters for one in run.documents)
    return sum(one.record.kept_characters for one in run.documents) / characters if characters else 1.0


def _choose_documents(run: MiningRun) -> Sequence[ListedDocument]:
    """Return the documents to list; of very many those of which most was set aside or mended, in order."""
    if len(run.documents) <= MOST_DOCUMENTS:
        return run.documents
    worst = sorted(run.documents, key=lambda one: (one.kept_share, -one.mended, one.number))
    return sorted(worst[:MOST_DOCUMENTS], key=lambda one: one.number)


def _list_quoted(run: MiningRun, *, besides: Sequence[ListedDocument]) -> list[ListedDocument]:
    """Return the other documents that a concordance line is from, so that each line leads somewhere."""
    quoted = {context.document for term in run.terms for context in term.entry.candidate.contexts}
    listed = {one.number for one in besides}
    return [one for one in run.documents if one.record.id in quoted and one.number not in listed]


def _highest_salience(terms: Sequence[ListedTerm]) -> float:
    saliences = (term.entry.candidate.features.get("salience", 0.0) for term in terms)
    return max(saliences, default=0.0) or 1.0


def list_features(candidate: Candidate, *, most_salient: float) -> Iterator[FeatureLine]:
    """Yield the features that the score is a product of, those that the candidate has."""
    for name, factor in FACTORS.items():
        if name in candidate.features:
            value = candidate.features[name]
            most = most_salient if factor.most is None else factor.most
            yield FeatureLine(factor, (value - factor.least) / (most - factor.least), value)


def list_figures(candidate: Candidate) -> list[tuple[str, float]]:
    """Return what else is known of a candidate, whatever its names are, as it was stored."""
    return [(name, value) for name, value in candidate.features.items() if name not in FACTORS]
