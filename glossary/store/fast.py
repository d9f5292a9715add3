"""The shortest way to an exact hit: one file, `_sqlite3` alone, rows in and tuples out.

A cold terminal lookup is mostly start-up, so this module imports next to nothing: `sqlite3`, `re`, `enum` and
their like would double the time. Whatever is not a plain hit gives None, and the full command explains.

`find_exact` returns ``(concepts, see_also)``::

    concept   = (id, term, reading, subject_field, scope, definition, note,
                 other_terms, members, renderings, gap, context, match)
    member    = (term, rendering)
    rendering = (text, status, instead, term_type, note, evidence)
    evidence  = (publisher, title, date, tier, basis, url)
    context   = (left, keyword, right, source, sample) or None
    see_also  = (term, reading, rendering, match)

All are texts but ``gap`` and ``sample`` (bool) and the tuples ``other_terms``, ``members``, ``renderings``,
``evidence``. ``basis`` is empty where it is not known, ``source`` is the publisher of the document, else its
title. ``match`` is the kind of match; one in another script is called exact too.

What is chosen, and the order:

- concepts: those with a Chinese term whose folded spelling is the query as typed; first those with a term
  spelled as the query, then the shorter term, then by language, text, scope (the empty one first) and id.
  ``term`` is the first of the concept's terms in this order.
- ``definition``: the first English one, else the first Chinese one, else empty.
- ``other_terms``: the concept's other Chinese terms by position.
- ``members``: those of a formula in its order, each by its preferred term, else its first, with the
  rendering to write for that.
- ``renderings``: preferred and admitted ones first; among them those that suit ``term``: that serve it, or
  that serve no other and are of its term type; then by status (preferred,
  admitted, proposed, deprecated, forbidden), then by position. Evidence by position.
- ``context``: one of the query, else of the concept's other terms by position, but of none that is also a
  term of another concept, since nobody knows which of them a text means; real documents before samples,
  trusted ones before those near lost characters, then by position, document, start.
- ``see_also``: at most eight, one a concept, none of the concepts above. First the Chinese terms that the
  query may be short for, then those whose folded spelling starts with it, then those that hold it further in;
  each group by length of the text, then by folded spelling, language, text, scope and id of the concept. For
  a query of one character the last group is empty. Of each group no more than the first 40 terms are read, by
  rank and number (docs/lookup.md). ``rendering`` is the first one, in the order above, that is not deprecated
  or forbidden; else empty.

None is also given for a concept that is a short form of another one, or has one: a relation to follow.
"""

from _sqlite3 import Cursor, Error, connect
from os.path import isfile

from glossary.store.version import SCHEMA_VERSION

# typing.TYPE_CHECKING without the import of typing; type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Row = tuple[Any, ...]
    Answer = tuple[tuple[Row, ...], tuple[Any, ...]]

EXACT = "exact"
MOST_SEE_ALSO = 8
MOST_TERMS_READ = 40
MOST_ROWS_SCANNED = 5_000
START_CHARS = 4
MOST_KEYS_WEIGHED, WEIGHED_AT_ROW = 12, 200
FARTHEST = 1 << 62
LAST_CHARACTER = "\U0010ffff"
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"
SHORTEST_PART, LONGEST_PART = 2, 4

RANKED = """
    status NOT IN ('preferred', 'admitted'),
    serves <> :term AND NOT (serves = '' AND term_type = :term_type),
    CASE status WHEN 'preferred' THEN 0 WHEN 'admitted' THEN 1 WHEN 'proposed' THEN 2
                WHEN 'deprecated' THEN 3 ELSE 4 END,
    position"""
MATCHED = """
    SELECT c.id, t.id, t.text, t.term_type, t.shown_reading, c.subject_field, c.scope, c.note
    FROM term_key AS k CROSS JOIN term AS t ON t.id = k.term_id CROSS JOIN concept AS c ON c.id = t.concept_id
    WHERE k.kind = 'folded' AND k.key = ?1 AND NOT t.is_rendering
    ORDER BY t.text <> ?1, length(t.text), t.language, t.text, c.scope, c.id, t.position"""
DEFINITION = """
    SELECT text FROM definition
    WHERE concept_id = ? AND (language || '-' LIKE 'en-%' OR language || '-' LIKE 'zh-%')
    ORDER BY language || '-' NOT LIKE 'en-%', position LIMIT 1"""
OTHER_TERMS = """
    SELECT text FROM term WHERE concept_id = ? AND id <> ? AND NOT is_rendering ORDER BY position"""
MEMBERS = """
    SELECT target_id, (
        SELECT id FROM term WHERE concept_id = target_id AND NOT is_rendering
        ORDER BY status <> 'preferred', position LIMIT 1)
    FROM relation WHERE concept_id = ? AND kind = 'has-member' ORDER BY position"""
TERM = """
    SELECT text, term_type FROM term WHERE id = ?"""
RENDERINGS = f"""
    SELECT id, text, status, instead, term_type, note FROM term
    WHERE concept_id = :concept AND is_rendering ORDER BY {RANKED}"""
EVIDENCE = """
    SELECT e.tier IN ('composed', 'machine'), e.term_id, e.publisher, e.title, e.date, e.tier, e.basis, e.url
    FROM term AS t CROSS JOIN evidence AS e ON e.term_id = t.id
    WHERE t.concept_id = ? AND t.is_rendering ORDER BY e.term_id, e.position"""
CONTEXT = """
    SELECT x."left", x.keyword, x."right", coalesce(nullif(d.publisher, ''), d.title), d.sample
    FROM term AS t
    CROSS JOIN context AS x ON x.key = t.folded CROSS JOIN document AS d ON d.id = x.document_id
    WHERE t.concept_id = ?1 AND NOT t.is_rendering AND NOT EXISTS (
        SELECT 1 FROM term_key AS k CROSS JOIN term AS o ON o.id = k.term_id
        WHERE k.kind = 'folded' AND k.key = t.folded AND o.concept_id <> ?1 AND NOT o.is_rendering)
    ORDER BY t.folded <> ?2, t.position, d.sample, x.low_trust, x.position, x.document_id, x.start LIMIT 1"""
FORMS = """
    SELECT 1 FROM relation WHERE kind = 'short-form-of' AND (concept_id = ?1 OR target_id = ?1) LIMIT 1"""
NEIGHBOURS = """
    SELECT t.concept_id, t.text, t.term_type, t.shown_reading
    FROM ({keys}) AS k
    CROSS JOIN term AS t ON t.id = k.term_id CROSS JOIN concept AS c ON c.id = t.concept_id
    WHERE NOT t.is_rendering
    ORDER BY length(t.text), t.folded, t.language, t.text, c.scope, c.id, t.position"""
OF_KEY = f"""
    SELECT term_id FROM term_key WHERE kind = '{{kind}}' AND key = ?1
    ORDER BY rank, term_id LIMIT {MOST_TERMS_READ}"""
SHORTENED = NEIGHBOURS.format(keys=OF_KEY.format(kind="abbreviation"))
STARTING = NEIGHBOURS.format(keys=OF_KEY.format(kind="start"))
BEGINNING = NEIGHBOURS.format(
    keys=f"""
    SELECT term_id FROM (
        SELECT rank, term_id FROM term_key WHERE kind = 'folded' AND key > ?1 AND key < ?2
        ORDER BY key LIMIT {MOST_ROWS_SCANNED})
    ORDER BY rank, term_id LIMIT {MOST_TERMS_READ}"""
)
HOLDING = NEIGHBOURS.format(keys=OF_KEY.format(kind="part"))
HOLDING_MORE = NEIGHBOURS.format(
    keys=f"""
    SELECT k.term_id FROM (
        SELECT rank, term_id FROM term_key WHERE kind = 'part' AND key = ?1 AND rank >= ?3
        ORDER BY rank, term_id LIMIT {MOST_ROWS_SCANNED}) AS k
    CROSS JOIN term AS t ON t.id = k.term_id
    WHERE instr(t.folded, ?2) ORDER BY k.rank, k.term_id LIMIT {MOST_TERMS_READ}"""
)
PLACE_OF_ROW = f"""
    SELECT rank, term_id FROM term_key WHERE kind = 'part' AND key = ? AND rank >= ?
    ORDER BY rank, term_id LIMIT 1 OFFSET {WEIGHED_AT_ROW - 1}"""
RECOMMENDED = f"""
    SELECT text FROM term
    WHERE concept_id = :concept AND is_rendering AND status IN ('preferred', 'admitted', 'proposed')
    ORDER BY {RANKED} LIMIT 1"""


def find_exact(path: str, query: str) -> "Answer | None":
    """Return the concepts that a query names exactly, with what to see also; None where it is not that plain.

    None for a query without a Chinese character (it may be pinyin or English as well), for a miss, and for a
    file that is missing, locked, of another schema, damaged or no termbase.
    """
    connection = None
    try:
        # SQLite would wait for ever for somebody to write into a named pipe; pathlib would take longer.
        if isfile(path) and any(FIRST_HAN <= character <= LAST_HAN for character in query):  # noqa: PTH113
            connection = connect(_address(path), timeout=0, isolation_level=None, uri=True)
            return _find(connection.cursor(), query)
    except (Error, ValueError):
        return None
    finally:
        if connection:
            connection.close()
    return None


def _address(path: str) -> str:
    return "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23") + "?mode=ro"


def _find(cursor: Cursor, query: str) -> "Answer | None":
    cursor.execute("BEGIN")
    if cursor.execute("PRAGMA user_version").fetchone() != (SCHEMA_VERSION,):
        return None
    matched: dict[str, Row] = {}
    for row in cursor.execute(MATCHED, (query,)):
        matched.setdefault(row[0], row)
    if not matched:
        return None
    for concept_id in matched:
        if cursor.execute(FORMS, (concept_id,)).fetchone():
            return None
    concepts = tuple([_concept(cursor, row, query) for row in matched.values()])
    return concepts, _see_also(cursor, query, set(matched))


def _concept(cursor: Cursor, row: "Row", query: str) -> "Row":
    concept_id, term_id, term, term_type, reading, subject_field, scope, note = row
    definition = cursor.execute(DEFINITION, (concept_id,)).fetchone() or ("",)
    others = cursor.execute(OTHER_TERMS, (concept_id, term_id)).fetchall()
    facts: dict[int, list[Row]] = {}
    gap = True
    for is_ours, rendering, *fact in cursor.execute(EVIDENCE, (concept_id,)):
        facts.setdefault(rendering, []).append(tuple(fact))
        gap = gap and bool(is_ours)
    asked = {"concept": concept_id, "term": term, "term_type": term_type}
    renderings = [
        (*rendering, tuple(facts.get(id, ()))) for id, *rendering in cursor.execute(RENDERINGS, asked)
    ]
    described = (concept_id, term, reading, subject_field, scope, definition[0], note)
    spelled = tuple([text for (text,) in others])
    members = _members(cursor, concept_id)
    return (*described, spelled, members, tuple(renderings), gap, _context(cursor, concept_id, query), EXACT)


def _members(cursor: Cursor, concept_id: str) -> tuple["Row", ...]:
    found = []
    for member, term_id in cursor.execute(MEMBERS, (concept_id,)).fetchall():
        term, term_type = cursor.execute(TERM, (term_id,)).fetchone()
        found.append((term, _recommended(cursor, member, term, term_type)))
    return tuple(found)


def _context(cursor: Cursor, concept_id: str, query: str) -> "Row | None":
    row = cursor.execute(CONTEXT, (concept_id, query)).fetchone()
    return (*row[:-1], bool(row[-1])) if row else None


def _see_also(cursor: Cursor, query: str, shown: set[str]) -> tuple["Row", ...]:
    """Take the terms around the query in order, one a concept, and leave out the concepts already shown."""
    found: list[Row] = []
    for match, statement, asked in _around(cursor, query):
        for concept_id, term, term_type, reading in cursor.execute(statement, asked).fetchall():
            if concept_id not in shown and len(found) < MOST_SEE_ALSO:
                shown.add(concept_id)
                found.append((term, reading, _recommended(cursor, concept_id, term, term_type), match))
    return tuple(found)


def _around(cursor: Cursor, query: str) -> "Iterator[tuple[str, str, Row]]":
    """Yield what to ask for next: the kind of match, the statement, its parameters."""
    yield "abbreviation", SHORTENED, (query,)
    if len(query) <= START_CHARS:
        yield "prefix", STARTING, (query,)
    else:
        yield "prefix", BEGINNING, (query, query + LAST_CHARACTER)
    if len(query) > LONGEST_PART:
        yield "substring", HOLDING_MORE, (_rarest_part(cursor, query), query, len(query))
    elif len(query) >= SHORTEST_PART:
        yield "substring", HOLDING, (query,)


def _rarest_part(cursor: Cursor, query: str) -> str:
    """Return the part that the full command would start from: store/keys.py says why this is a rare one."""
    parts = [query[at : at + LONGEST_PART] for at in range(len(query) - LONGEST_PART + 1)]
    parts = list(dict.fromkeys(parts))[:MOST_KEYS_WEIGHED]
    places = [cursor.execute(PLACE_OF_ROW, (part, len(query))).fetchone() for part in parts]
    return parts[max(range(len(parts)), key=lambda at: (places[at] or (FARTHEST, 0), -at))]


def _recommended(cursor: Cursor, concept_id: str, term: str, term_type: str) -> str:
    asked = {"concept": concept_id, "term": term, "term_type": term_type}
    (text,) = cursor.execute(RECOMMENDED, asked).fetchone() or ("",)
    return str(text)
