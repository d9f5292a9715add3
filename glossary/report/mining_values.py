"""What the page of a mining run is made from: frozen values, gathered by a service."""

from collections.abc import Mapping
from dataclasses import dataclass

from glossary.model import CandidateKind, CandidateState, DocumentRecord, RankedCandidate, Status


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One place of a term: the number of the document, and how far down its kept text, from 0 up to 1.

    ``of_form``: not the term itself stands there but a variant or a short form of it.
    """

    document: int
    at: float
    of_form: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRendering:
    """The English that the termbase recommends for one meaning, and who is on record for it.

    ``facts`` counts the sources, of which ``publishers`` are the first; ``scope`` is where the meaning holds.
    """

    text: str
    language: str
    scope: str = ""
    status: Status
    facts: int = 0
    publishers: tuple[str, ...] = ()
    is_attested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTerm:
    """One candidate of the page with all places where it stands, ascending, and one rendering a meaning."""

    entry: RankedCandidate
    renderings: tuple[ListedRendering, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def key(self) -> str:
        """The folded key."""
        return self.entry.candidate.key

    @property
    def text(self) -> str:
        """The term as it is written most often."""
        return self.entry.candidate.term

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to say of its kind or state."""
        kind = self.entry.candidate.kind
        return kind is CandidateKind.TERM and self.entry.state is CandidateState.NEW


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """One document of the run. ``number`` counts from 1 in the order of the columns.

    ``copies`` are the numbers of its near-duplicates; ``set_aside`` are the first lines that were left out,
    ``lines_set_aside`` says how many there are in all.
    """

    number: int
    record: DocumentRecord
    copies: tuple[int, ...] = ()
    set_aside: tuple[str, ...] = ()
    lines_set_aside: int = 0

    @property
    def name(self) -> str:
        """The title, else the name of the file."""
        return self.record.title or self.record.paths[0].replace("\\", "/").rpartition("/")[2]

    @property
    def kept_share(self) -> float:
        """Which share of the characters was mined, from 0 to 1."""
        return self.record.kept_characters / self.record.characters if self.record.characters else 1.0

    @property
    def mended(self) -> int:
        """How many repairs there were."""
        return sum(self.record.repairs.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class MiningRun:
    """Everything that the page shows, in the order in which it does.

    ``candidates`` counts all that were found, ``rejected`` those among them that a person refused, which are
    not shown. ``clusters`` are the numbers of documents that stand beside each other as near-copies.
    ``last_added`` is the day, YYYY-MM-DD, on which documents last came in, empty where nobody wrote it down.
    """

    documents: tuple[ListedDocument, ...]
    terms: tuple[ListedTerm, ...]
    candidates: int
    rejected: int = 0
    samples_left_out: int = 0
    last_added: str = ""

    @property
    def clusters(self) -> tuple[tuple[int, ...], ...]:
        """The groups of near-copies, each by the numbers of its documents, singles left out."""
        groups = {(one.number, *one.copies) for one in self.documents if one.copies}
        return tuple(sorted({tuple(sorted(group)) for group in groups}))

    @property
    def period(self) -> tuple[str, ...]:
        """The first and the last date of the documents, once where they are the same."""
        dates = sorted(one.record.date for one in self.documents if one.record.date)
        return tuple(dict.fromkeys((dates[0], dates[-1]))) if dates else ()

    @property
    def all_are_dated(self) -> bool:
        """Whether each document has a date."""
        return all(one.record.date for one in self.documents)

    @property
    def distinct_texts(self) -> int:
        """How many documents there are where near-copies count once."""
        return len({one.record.cluster for one in self.documents})

    @property
    def repairs(self) -> Mapping[str, int]:
        """How often each kind of repair was made, most often first."""
        totals: dict[str, int] = {}
        for one in self.documents:
            for kind, count in one.record.repairs.items():
                totals[kind] = totals.get(kind, 0) + count
        return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))
