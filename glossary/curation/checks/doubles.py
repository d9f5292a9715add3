"""W6…: two concepts that may be one."""

from collections.abc import Iterator

from glossary.curation.checks.finding import Trouble
from glossary.curation.checks.outline import Outline
from glossary.curation.duplicates import DuplicateKind, describe_collision


def find_homographs(outline: Outline) -> Iterator[Trouble]:
    """Two concepts have a Chinese term of the same spelling, and no scope tells them apart.

    A lookup shows both; the reader must see which one a text means.

    Fix: merge them (`glossary concept merge ID INTO`) if they mean one thing, else give one a scope, such as
    the place, body or field where it holds (`glossary concept edit ID --set scope=TEXT`).
    """
    yield from _of_kind(outline, DuplicateKind.SPELLING)


def find_script_doubles(outline: Outline) -> Iterator[Trouble]:
    """Two concepts differ only in script: one simplified, one traditional.

    A traditional spelling is a term of the concept, or a key to it, not a concept of its own.

    Fix: merge them (`glossary concept merge ID INTO`), or give one a scope.
    """
    yield from _of_kind(outline, DuplicateKind.SCRIPT)


def find_width_doubles(outline: Outline) -> Iterator[Trouble]:
    """Two concepts differ only in full and half width or in case.

    Both are found by the same key, so they are one term typed in two ways.

    Fix: merge them (`glossary concept merge ID INTO`), or give one a scope.
    """
    yield from _of_kind(outline, DuplicateKind.WIDTH)


def find_punctuation_doubles(outline: Outline) -> Iterator[Trouble]:
    """Two concepts differ only in quotation marks, brackets or other punctuation.

    Both are found by the same key, so they are one term typed in two ways.

    Fix: merge them (`glossary concept merge ID INTO`), or give one a scope.
    """
    yield from _of_kind(outline, DuplicateKind.PUNCTUATION)


def find_homophones(outline: Outline) -> Iterator[Trouble]:
    """Two concepts are pronounced the same, tones and all, and written differently.

    Often one is a slip of typing by pinyin. The usual reading counts, and two characters are the least.

    Fix: merge them (`glossary concept merge ID INTO`) if one is a misspelling, else tie them with the
    relation `related` (`glossary concept edit ID`).
    """
    yield from _of_kind(outline, DuplicateKind.HOMOPHONE)


def find_shared_renderings(outline: Outline) -> Iterator[Trouble]:
    """Two concepts that no relation ties share an English rendering.

    Either they are one, or the English loses what tells them apart. Deprecated and forbidden renderings do
    not count, nor do concepts with different scopes.

    Fix: merge them (`glossary concept merge ID INTO`), render them differently, or tie them with a relation
    such as `related` (`glossary concept edit ID`).
    """
    yield from _of_kind(outline, DuplicateKind.RENDERING)


def _of_kind(outline: Outline, kind: DuplicateKind) -> Iterator[Trouble]:
    for duplicate in outline.duplicates:
        if duplicate.kind is kind:
            yield Trouble(duplicate.concept, describe_collision(duplicate), duplicate.other)
