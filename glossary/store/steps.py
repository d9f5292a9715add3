"""The numbered steps between the versions of the schema, each as the statements that it took then.

Never changed once released: bases of every version are out there. Whoever changes a table raises
SCHEMA_VERSION, adds a step here and a line under Schema in CHANGELOG.md.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

FIRST_ON_SERVER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What turns schema version ``to - 1`` into ``to``; ``apply`` neither begins nor ends a transaction.

    ``apply`` is for SQLite; ``on_server`` has the statements for PostgreSQL, needed for every version after
    FIRST_ON_SERVER, the oldest that any base has there.
    """

    to: int
    apply: Callable[[sqlite3.Connection], None]
    on_server: tuple[str, ...] | None = None


def statements(*sql: str) -> Callable[[sqlite3.Connection], None]:
    """Return what a step applies, from plain statements."""

    def apply(connection: sqlite3.Connection) -> None:
        for statement in sql:
            connection.execute(statement)

    return apply


MEMBERS_OF_FORMULAE = statements("ALTER TABLE candidate ADD COLUMN members VARCHAR NOT NULL DEFAULT '{}'")

OPERATIONS = (
    "ALTER TABLE change ADD COLUMN operation INTEGER NOT NULL DEFAULT '0' "
    "CONSTRAINT ck_change_operation_not_negative CHECK (operation >= 0)",
    "ALTER TABLE change ADD COLUMN undoes INTEGER NOT NULL DEFAULT '0' "
    "CONSTRAINT ck_change_undoes_not_negative CHECK (undoes >= 0)",
    "UPDATE change SET operation = id",
    "CREATE INDEX ix_change_thing ON change (thing)",
    "CREATE INDEX ix_change_operation ON change (operation)",
)
REDIRECTS = (
    """CREATE TABLE redirect (
        old_id VARCHAR NOT NULL,
        concept_id VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_redirect PRIMARY KEY (old_id),
        CONSTRAINT ck_redirect_old_id CHECK (length(old_id) = 8 AND substr(old_id, 1, 1) = 'c'),
        CONSTRAINT ck_redirect_leads_elsewhere CHECK (old_id <> concept_id),
        CONSTRAINT ck_redirect_position_not_negative CHECK (position >= 0),
        CONSTRAINT fk_redirect_concept_id FOREIGN KEY(concept_id) REFERENCES concept (id) ON DELETE CASCADE
    ) WITHOUT ROWID""",
    "CREATE INDEX ix_redirect_concept_id ON redirect (concept_id)",
)
SNAPSHOTS = (
    """CREATE TABLE snapshot (
        id VARCHAR NOT NULL,
        change_id INTEGER NOT NULL,
        who VARCHAR NOT NULL,
        "when" VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_snapshot PRIMARY KEY (id),
        CONSTRAINT ck_snapshot_id CHECK (length(id) = 11 AND substr(id, 1, 1) = 's'),
        CONSTRAINT ck_snapshot_change_id_not_negative CHECK (change_id >= 0),
        CONSTRAINT ck_snapshot_who_not_empty CHECK (who <> ''),
        CONSTRAINT ck_snapshot_when CHECK ("when" LIKE '____-__-__%')
    ) WITHOUT ROWID""",
)
REQUESTS = (
    """CREATE TABLE request (
        "key" VARCHAR NOT NULL,
        "query" VARCHAR NOT NULL,
        count INTEGER NOT NULL,
        first VARCHAR NOT NULL,
        last VARCHAR NOT NULL,
        concept_id VARCHAR,
        CONSTRAINT pk_request PRIMARY KEY ("key"),
        CONSTRAINT ck_request_key_not_empty CHECK (key <> ''),
        CONSTRAINT ck_request_query_not_empty CHECK (query <> ''),
        CONSTRAINT ck_request_count CHECK ("count" > 0),
        CONSTRAINT ck_request_first CHECK ("first" LIKE '____-__-__%'),
        CONSTRAINT ck_request_last CHECK ("last" LIKE '____-__-__%'),
        CONSTRAINT fk_request_concept_id FOREIGN KEY(concept_id) REFERENCES concept (id) ON DELETE SET NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX ix_request_concept_id ON request (concept_id)",
)
ATTESTATIONS = (
    """CREATE TABLE attestation (
        source VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        zh VARCHAR NOT NULL,
        en VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        publisher VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        date VARCHAR NOT NULL,
        url VARCHAR NOT NULL,
        mirror_of VARCHAR NOT NULL,
        tier VARCHAR NOT NULL,
        basis VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_attestation PRIMARY KEY (source, position),
        CONSTRAINT ck_attestation_source_not_empty CHECK (source <> ''),
        CONSTRAINT ck_attestation_position_not_negative CHECK (position >= 0),
        CONSTRAINT ck_attestation_key_not_empty CHECK (key <> ''),
        CONSTRAINT ck_attestation_zh_not_empty CHECK (zh <> ''),
        CONSTRAINT ck_attestation_en_not_empty CHECK (en <> ''),
        CONSTRAINT ck_attestation_kind CHECK (kind IN ('attested', 'avoid', 'composed')),
        CONSTRAINT ck_attestation_date CHECK (date = '' OR ("""
    "(date LIKE '____' OR date LIKE '____-__' OR date LIKE '____-__-__')"
    " AND length(replace(date, '-', '')) IN (4, 6, 8)"
    " AND rtrim(replace(date, '-', ''), '0123456789') = ''"
    " AND (length(date) < 7 OR substr(date, 6, 2) BETWEEN '01' AND '12')"
    " AND (length(date) < 10 OR substr(date, 9, 2) BETWEEN '01' AND '31'))),"
    """
        CONSTRAINT ck_attestation_tier CHECK (tier IN ('official', 'state-media', 'academic', 'media', """
    """'reference', 'machine', 'in-house', 'composed')),
        CONSTRAINT ck_attestation_basis CHECK (basis IN ('', 'bilingual', 'english-only'))
    ) WITHOUT ROWID""",
    'CREATE INDEX ix_attestation_key ON attestation ("key")',
)
KINDS_OF_KEYS = (
    "'folded', 'start', 'bigram', 'deletion', 'abbreviation', 'pinyin', 'pinyin-start', 'toned', 'initials', "
    "'fuzzy-pinyin', 'word'"
)
# The keys that are there get their rank here; those of new kinds are computed when the base is opened.
RANKED_KEYS = (
    "ALTER TABLE term_key RENAME TO old_key",
    f"""CREATE TABLE term_key (
        kind VARCHAR NOT NULL,
        "key" VARCHAR NOT NULL,
        rank INTEGER NOT NULL,
        term_id INTEGER NOT NULL,
        CONSTRAINT pk_term_key PRIMARY KEY (kind, "key", rank, term_id),
        CONSTRAINT ck_term_key_kind CHECK (kind IN ({KINDS_OF_KEYS})),
        CONSTRAINT ck_term_key_key_not_empty CHECK (key <> ''),
        CONSTRAINT ck_term_key_rank_not_negative CHECK (rank >= 0),
        CONSTRAINT fk_term_key_term_id FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE
    ) WITHOUT ROWID""",
    """INSERT INTO term_key SELECT k.kind, k.key, length(t.text), k.term_id
    FROM old_key AS k JOIN term AS t ON t.id = k.term_id""",
    "DROP TABLE old_key",
    "CREATE INDEX ix_term_key_term_id ON term_key (term_id)",
)
RANKED_KEYS_ON_SERVER = (
    "ALTER TABLE term_key ADD COLUMN rank integer",
    "UPDATE term_key SET rank = length(term.text) FROM term WHERE term.id = term_key.term_id",
    "SET CONSTRAINTS ALL IMMEDIATE",
    "ALTER TABLE term_key ALTER COLUMN rank SET NOT NULL",
    "ALTER TABLE term_key ADD CONSTRAINT ck_term_key_rank_not_negative CHECK (rank >= 0)",
    "ALTER TABLE term_key DROP CONSTRAINT pk_term_key",
    "ALTER TABLE term_key ADD CONSTRAINT pk_term_key PRIMARY KEY (kind, key, rank, term_id)",
    "ALTER TABLE term_key DROP CONSTRAINT ck_term_key_kind",
    f"ALTER TABLE term_key ADD CONSTRAINT ck_term_key_kind CHECK (kind IN ({KINDS_OF_KEYS}))",
)
WAIVERS = (
    """CREATE TABLE waiver (
        id INTEGER NOT NULL,
        term VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        found VARCHAR NOT NULL,
        "where" VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        "when" VARCHAR NOT NULL,
        CONSTRAINT pk_waiver PRIMARY KEY (id),
        CONSTRAINT ck_waiver_term_not_empty CHECK (term <> ''),
        CONSTRAINT ck_waiver_kind CHECK (kind IN ('', 'missing', 'forbidden', 'deprecated', """
    """'inconsistent', 'untranslated-rule')),
        CONSTRAINT ck_waiver_reason_not_empty CHECK (reason <> ''),
        CONSTRAINT ck_waiver_who_not_empty CHECK (who <> ''),
        CONSTRAINT ck_waiver_when CHECK ("when" LIKE '____-__-__%')
    )""",
)
KINDS_WITH_PARTS = KINDS_OF_KEYS.replace("'bigram'", "'part'")
PAIRS_TAKEN_AWAY = "DELETE FROM term_key WHERE kind = 'bigram'"
# What a rule of SQLite allows is changed in the schema's own text, as its manual has it: to copy a hundred
# million keys takes an hour. The new keys are computed when the base is opened.
PARTS = (
    PAIRS_TAKEN_AWAY,
    "PRAGMA writable_schema = ON",
    """UPDATE sqlite_master SET sql = replace(sql, '''bigram''', '''part''')
    WHERE type = 'table' AND name = 'term_key'""",
    "PRAGMA writable_schema = RESET",
)
PARTS_ON_SERVER = (
    PAIRS_TAKEN_AWAY,
    "SET CONSTRAINTS ALL IMMEDIATE",
    "ALTER TABLE term_key DROP CONSTRAINT ck_term_key_kind",
    f"ALTER TABLE term_key ADD CONSTRAINT ck_term_key_kind CHECK (kind IN ({KINDS_WITH_PARTS}))",
)
WAIVERS_ON_SERVER = tuple(sql.replace("VARCHAR", 'TEXT COLLATE "C"') for sql in WAIVERS)
STEPS = (
    Step(to=2, apply=MEMBERS_OF_FORMULAE),
    Step(to=3, apply=statements(*OPERATIONS, *REDIRECTS, *SNAPSHOTS, *REQUESTS, *ATTESTATIONS)),
    Step(
        to=4, apply=statements(*RANKED_KEYS, *WAIVERS), on_server=(*RANKED_KEYS_ON_SERVER, *WAIVERS_ON_SERVER)
    ),
    Step(to=5, apply=statements(*PARTS), on_server=PARTS_ON_SERVER),
)
