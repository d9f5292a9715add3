"""The two corpora, and their texts as the other tools get them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.documents import clean, cluster, read_documents
from glossary.model import CleanText, Unread
from glossary.text.folding import simplify

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """A folder of documents; its gold file has the same name."""

    name: str
    folder: Path
    about: str


CORPORA = (
    Corpus(name="samples", folder=ROOT / "seeds" / "documents", about="this project's own sample articles"),
    Corpus(name="articles", folder=ROOT.parent / "shared" / "seeds", about="real articles"),
)


def read_clean_texts(folder: Path) -> dict[str, list[str]]:
    """Return the repaired, simplified text of each document's own matter, with and without near-copies.

    This favours the other tools: in the files they would meet page furniture, doubled readings and copies.
    """
    documents = [one for one in read_documents([folder]) if not isinstance(one, Unread)]
    cleaned = [clean(document) for document in sorted(documents, key=lambda one: one.paths)]
    texts = [_own_matter(text) for text in cleaned]
    longest = _pick_longest(cluster(cleaned), texts)
    return {"copies in": texts, "copies out": [texts[index] for index in longest]}


def _own_matter(text: CleanText) -> str:
    return simplify("\n".join(text.text[span.start : span.end] for span in text.kept))


def _pick_longest(clusters: Sequence[int], texts: Sequence[str]) -> list[int]:
    best: dict[int, int] = {}
    for index, number in enumerate(clusters):
        if number not in best or len(texts[index]) > len(texts[best[number]]):
            best[number] = index
    return sorted(best.values())
