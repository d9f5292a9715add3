"""From files to clean texts: read, repair, set aside what is not the document's own, find near-copies."""

from glossary.documents.boilerplate import keep_matter
from glossary.documents.duplicates import cluster
from glossary.documents.reading import parse_document, read_document, read_documents
from glossary.documents.repair import repair
from glossary.documents.walking import find_files
from glossary.model import CleanText, Document

__all__ = [
    "clean",
    "cluster",
    "find_files",
    "keep_matter",
    "parse_document",
    "read_document",
    "read_documents",
    "repair",
]


def clean(document: Document) -> CleanText:
    """Return the text of ``document`` repaired, with the stretches that are its own matter."""
    return keep_matter(repair(document))
