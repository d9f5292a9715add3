-- The schema of version 1 as it was. Never changed: bases of that version are out there.

PRAGMA application_id = 1198288755;
PRAGMA user_version = 1;
CREATE TABLE document (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    encoding VARCHAR NOT NULL,
    offsets VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    sample BOOLEAN NOT NULL,
    text BLOB NOT NULL,
    characters INTEGER NOT NULL,
    kept_characters INTEGER NOT NULL,
    read_repairs VARCHAR NOT NULL,
    repairs VARCHAR NOT NULL,
    cluster VARCHAR NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_id CHECK (length(id) = 64),
    CONSTRAINT ck_document_offsets CHECK (offsets IN ('file', 'extracted')),
    CONSTRAINT ck_document_date CHECK (date = '' OR ((date LIKE '____' OR date LIKE '____-__' OR date LIKE '____-__-__') AND length(replace(date, '-', '')) IN (4, 6, 8) AND rtrim(replace(date, '-', ''), '0123456789') = '' AND (length(date) < 7 OR substr(date, 6, 2) BETWEEN '01' AND '12') AND (length(date) < 10 OR substr(date, 9, 2) BETWEEN '01' AND '31'))),
    CONSTRAINT ck_document_kind_not_empty CHECK (kind <> ''),
    CONSTRAINT ck_document_cluster_not_empty CHECK (cluster <> ''),
    CONSTRAINT ck_document_characters_not_negative CHECK (characters >= 0),
    CONSTRAINT ck_document_kept_characters CHECK (kept_characters BETWEEN 0 AND characters),
    CONSTRAINT ck_document_sample CHECK (sample IN (0, 1))
);
CREATE TABLE candidate (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    term VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    score FLOAT NOT NULL,
    count INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    clusters INTEGER NOT NULL,
    features VARCHAR NOT NULL,
    variants VARCHAR NOT NULL,
    short_forms VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT pk_candidate PRIMARY KEY (id),
    CONSTRAINT ck_candidate_kind CHECK (kind IN ('term', 'formula', 'slogan', 'organisation', 'person', 'place')),
    CONSTRAINT ck_candidate_key_not_empty CHECK (key <> ''),
    CONSTRAINT ck_candidate_term_not_empty CHECK (term <> ''),
    CONSTRAINT ck_candidate_count_not_negative CHECK (count >= 0),
    CONSTRAINT ck_candidate_documents_not_negative CHECK (documents >= 0),
    CONSTRAINT ck_candidate_clusters_not_negative CHECK (clusters >= 0),
    CONSTRAINT ck_candidate_rank CHECK (rank > 0),
    CONSTRAINT uq_candidate_key UNIQUE ("key")
);
CREATE TABLE change (
    id INTEGER NOT NULL,
    who VARCHAR NOT NULL,
    "when" VARCHAR NOT NULL,
    why VARCHAR NOT NULL,
    verb VARCHAR NOT NULL,
    thing VARCHAR NOT NULL,
    "before" VARCHAR NOT NULL,
    "after" VARCHAR NOT NULL,
    CONSTRAINT pk_change PRIMARY KEY (id),
    CONSTRAINT ck_change_who_not_empty CHECK (who <> ''),
    CONSTRAINT ck_change_when CHECK ("when" LIKE '____-__-__%'),
    CONSTRAINT ck_change_verb_not_empty CHECK (verb <> ''),
    CONSTRAINT ck_change_thing_not_empty CHECK (thing <> '')
);
CREATE TABLE meta (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY (name),
    CONSTRAINT ck_meta_name_not_empty CHECK (name <> '')
)
 WITHOUT ROWID;
CREATE TABLE concept (
    id VARCHAR NOT NULL,
    subject_field VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    CONSTRAINT pk_concept PRIMARY KEY (id),
    CONSTRAINT ck_concept_id CHECK (length(id) = 8 AND substr(id, 1, 1) = 'c')
)
 WITHOUT ROWID;
CREATE TABLE document_path (
    document_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_document_path PRIMARY KEY (document_id, path),
    CONSTRAINT ck_document_path_path_not_empty CHECK (path <> ''),
    CONSTRAINT ck_document_path_position_not_negative CHECK (position >= 0),
    CONSTRAINT fk_document_path_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE candidate_decision (
    "key" VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    "when" VARCHAR NOT NULL,
    concept_id VARCHAR,
    CONSTRAINT pk_candidate_decision PRIMARY KEY ("key"),
    CONSTRAINT ck_candidate_decision_state CHECK (state IN ('accepted', 'rejected', 'deferred')),
    CONSTRAINT ck_candidate_decision_key_not_empty CHECK (key <> ''),
    CONSTRAINT ck_candidate_decision_who_not_empty CHECK (who <> ''),
    CONSTRAINT ck_candidate_decision_when CHECK ("when" LIKE '____-__-__%'),
    CONSTRAINT fk_candidate_decision_concept_id FOREIGN KEY(concept_id) REFERENCES concept (id) ON DELETE SET NULL
)
 WITHOUT ROWID;
CREATE TABLE context (
    "key" VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "left" VARCHAR NOT NULL,
    keyword VARCHAR NOT NULL,
    "right" VARCHAR NOT NULL,
    original VARCHAR NOT NULL,
    low_trust BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_context PRIMARY KEY ("key", document_id, start),
    CONSTRAINT ck_context_key_not_empty CHECK (key <> ''),
    CONSTRAINT ck_context_span CHECK (0 <= "start" AND "start" < "end"),
    CONSTRAINT ck_context_position_not_negative CHECK (position >= 0),
    CONSTRAINT fk_context_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
    CONSTRAINT ck_context_low_trust CHECK (low_trust IN (0, 1))
)
 WITHOUT ROWID;
CREATE TABLE definition (
    concept_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    CONSTRAINT pk_definition PRIMARY KEY (concept_id, position),
    CONSTRAINT ck_definition_text_not_empty CHECK (text <> ''),
    CONSTRAINT ck_definition_language_not_empty CHECK (language <> ''),
    CONSTRAINT ck_definition_position_not_negative CHECK (position >= 0),
    CONSTRAINT fk_definition_concept_id FOREIGN KEY(concept_id) REFERENCES concept (id) ON DELETE CASCADE
);
CREATE TABLE term (
    id INTEGER NOT NULL,
    concept_id VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    is_rendering BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    folded VARCHAR NOT NULL,
    reading VARCHAR NOT NULL,
    shown_reading VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    part_of_speech VARCHAR NOT NULL,
    term_type VARCHAR NOT NULL,
    case_sensitive BOOLEAN NOT NULL,
    do_not_translate BOOLEAN NOT NULL,
    note VARCHAR NOT NULL,
    serves VARCHAR NOT NULL,
    "instead" VARCHAR NOT NULL,
    CONSTRAINT pk_term PRIMARY KEY (id),
    CONSTRAINT uq_term_concept_id UNIQUE (concept_id, language, text),
    CONSTRAINT ck_term_text_not_empty CHECK (text <> ''),
    CONSTRAINT ck_term_language_not_empty CHECK (language <> ''),
    CONSTRAINT ck_term_position_not_negative CHECK (position >= 0),
    CONSTRAINT ck_term_status CHECK (status IN ('preferred', 'admitted', 'deprecated', 'forbidden', 'proposed')),
    CONSTRAINT ck_term_term_type CHECK (term_type IN ('full-form', 'short-form', 'acronym', 'variant')),
    CONSTRAINT ck_term_instead_is_another CHECK (instead <> text),
    CONSTRAINT fk_term_concept_id FOREIGN KEY(concept_id) REFERENCES concept (id) ON DELETE CASCADE,
    CONSTRAINT ck_term_is_rendering CHECK (is_rendering IN (0, 1)),
    CONSTRAINT ck_term_case_sensitive CHECK (case_sensitive IN (0, 1)),
    CONSTRAINT ck_term_do_not_translate CHECK (do_not_translate IN (0, 1))
);
CREATE TABLE relation (
    concept_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    target_id VARCHAR NOT NULL,
    CONSTRAINT pk_relation PRIMARY KEY (concept_id, position),
    CONSTRAINT fk_relation_target_id FOREIGN KEY(target_id) REFERENCES concept (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_relation_concept_id UNIQUE (concept_id, kind, target_id),
    CONSTRAINT ck_relation_position_not_negative CHECK (position >= 0),
    CONSTRAINT ck_relation_kind CHECK (kind IN ('short-form-of', 'broader', 'narrower', 'related', 'has-member')),
    CONSTRAINT ck_relation_target_is_another CHECK (target_id <> concept_id),
    CONSTRAINT fk_relation_concept_id FOREIGN KEY(concept_id) REFERENCES concept (id) ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE evidence (
    term_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    publisher VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    mirror_of VARCHAR NOT NULL,
    tier VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (term_id, position),
    CONSTRAINT ck_evidence_position_not_negative CHECK (position >= 0),
    CONSTRAINT ck_evidence_date CHECK (date = '' OR ((date LIKE '____' OR date LIKE '____-__' OR date LIKE '____-__-__') AND length(replace(date, '-', '')) IN (4, 6, 8) AND rtrim(replace(date, '-', ''), '0123456789') = '' AND (length(date) < 7 OR substr(date, 6, 2) BETWEEN '01' AND '12') AND (length(date) < 10 OR substr(date, 9, 2) BETWEEN '01' AND '31'))),
    CONSTRAINT ck_evidence_tier CHECK (tier IN ('official', 'state-media', 'academic', 'media', 'reference', 'machine', 'in-house', 'composed')),
    CONSTRAINT ck_evidence_basis CHECK (basis IN ('', 'bilingual', 'english-only')),
    CONSTRAINT ck_evidence_publisher_named CHECK (publisher <> '' OR tier = 'composed'),
    CONSTRAINT fk_evidence_term_id FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE term_key (
    kind VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    term_id INTEGER NOT NULL,
    CONSTRAINT pk_term_key PRIMARY KEY (kind, "key", term_id),
    CONSTRAINT ck_term_key_kind CHECK (kind IN ('folded', 'bigram', 'pinyin', 'toned', 'initials', 'word')),
    CONSTRAINT ck_term_key_key_not_empty CHECK (key <> ''),
    CONSTRAINT fk_term_key_term_id FOREIGN KEY(term_id) REFERENCES term (id) ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE INDEX ix_candidate_rank ON candidate (rank);
CREATE INDEX ix_candidate_decision_concept_id ON candidate_decision (concept_id);
CREATE INDEX ix_context_document_id ON context (document_id);
CREATE INDEX ix_relation_target_id ON relation (target_id);
CREATE INDEX ix_term_key_term_id ON term_key (term_id);
INSERT INTO meta VALUES ('revision', '0');
