CREATE TABLE attestation (
    source text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    zh text NOT NULL COLLATE pg_catalog."C",
    en text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    publisher text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    date text NOT NULL COLLATE pg_catalog."C",
    url text NOT NULL COLLATE pg_catalog."C",
    mirror_of text NOT NULL COLLATE pg_catalog."C",
    tier text NOT NULL COLLATE pg_catalog."C",
    basis text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_attestation_basis CHECK ((basis = ANY (ARRAY[''::text, 'bilingual'::text, 'english-only'::text]))),
    CONSTRAINT ck_attestation_date CHECK (((date = ''::text) OR (((date ~~ '____'::text) OR (date ~~ '____-__'::text) OR (date ~~ '____-__-__'::text)) AND (length(replace(date, '-'::text, ''::text)) = ANY (ARRAY[4, 6, 8])) AND (rtrim(replace(date, '-'::text, ''::text), '0123456789'::text) = ''::text) AND ((length(date) < 7) OR ((substr(date, 6, 2) >= '01'::text) AND (substr(date, 6, 2) <= '12'::text))) AND ((length(date) < 10) OR ((substr(date, 9, 2) >= '01'::text) AND (substr(date, 9, 2) <= '31'::text)))))),
    CONSTRAINT ck_attestation_en_not_empty CHECK ((en <> ''::text)),
    CONSTRAINT ck_attestation_key_not_empty CHECK ((key <> ''::text)),
    CONSTRAINT ck_attestation_kind CHECK ((kind = ANY (ARRAY['attested'::text, 'avoid'::text, 'composed'::text]))),
    CONSTRAINT ck_attestation_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT ck_attestation_source_not_empty CHECK ((source <> ''::text)),
    CONSTRAINT ck_attestation_tier CHECK ((tier = ANY (ARRAY['official'::text, 'state-media'::text, 'academic'::text, 'media'::text, 'reference'::text, 'machine'::text, 'in-house'::text, 'composed'::text]))),
    CONSTRAINT ck_attestation_zh_not_empty CHECK ((zh <> ''::text))
);
CREATE TABLE candidate (
    id text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    term text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    score double precision NOT NULL,
    count integer NOT NULL,
    documents integer NOT NULL,
    clusters integer NOT NULL,
    features text NOT NULL COLLATE pg_catalog."C",
    variants text NOT NULL COLLATE pg_catalog."C",
    short_forms text NOT NULL COLLATE pg_catalog."C",
    rank integer NOT NULL,
    members text DEFAULT '{}'::text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_candidate_clusters_not_negative CHECK ((clusters >= 0)),
    CONSTRAINT ck_candidate_count_not_negative CHECK ((count >= 0)),
    CONSTRAINT ck_candidate_documents_not_negative CHECK ((documents >= 0)),
    CONSTRAINT ck_candidate_key_not_empty CHECK ((key <> ''::text)),
    CONSTRAINT ck_candidate_kind CHECK ((kind = ANY (ARRAY['term'::text, 'formula'::text, 'slogan'::text, 'organisation'::text, 'person'::text, 'place'::text]))),
    CONSTRAINT ck_candidate_rank CHECK ((rank > 0)),
    CONSTRAINT ck_candidate_term_not_empty CHECK ((term <> ''::text))
);
CREATE TABLE candidate_decision (
    key text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL COLLATE pg_catalog."C",
    who text NOT NULL COLLATE pg_catalog."C",
    "when" text NOT NULL COLLATE pg_catalog."C",
    concept_id text COLLATE pg_catalog."C",
    CONSTRAINT ck_candidate_decision_key_not_empty CHECK ((key <> ''::text)),
    CONSTRAINT ck_candidate_decision_state CHECK ((state = ANY (ARRAY['accepted'::text, 'rejected'::text, 'deferred'::text]))),
    CONSTRAINT ck_candidate_decision_when CHECK (("when" ~~ '____-__-__%'::text)),
    CONSTRAINT ck_candidate_decision_who_not_empty CHECK ((who <> ''::text))
);
CREATE TABLE change (
    id integer NOT NULL,
    who text NOT NULL COLLATE pg_catalog."C",
    "when" text NOT NULL COLLATE pg_catalog."C",
    why text NOT NULL COLLATE pg_catalog."C",
    verb text NOT NULL COLLATE pg_catalog."C",
    thing text NOT NULL COLLATE pg_catalog."C",
    before text NOT NULL COLLATE pg_catalog."C",
    after text NOT NULL COLLATE pg_catalog."C",
    operation integer DEFAULT 0 NOT NULL,
    undoes integer DEFAULT 0 NOT NULL,
    CONSTRAINT ck_change_operation_not_negative CHECK ((operation >= 0)),
    CONSTRAINT ck_change_thing_not_empty CHECK ((thing <> ''::text)),
    CONSTRAINT ck_change_undoes_not_negative CHECK ((undoes >= 0)),
    CONSTRAINT ck_change_verb_not_empty CHECK ((verb <> ''::text)),
    CONSTRAINT ck_change_when CHECK (("when" ~~ '____-__-__%'::text)),
    CONSTRAINT ck_change_who_not_empty CHECK ((who <> ''::text))
);
CREATE TABLE concept (
    id text NOT NULL COLLATE pg_catalog."C",
    subject_field text NOT NULL COLLATE pg_catalog."C",
    scope text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_concept_id CHECK (((length(id) = 8) AND (substr(id, 1, 1) = 'c'::text)))
);
CREATE TABLE context (
    key text NOT NULL COLLATE pg_catalog."C",
    document_id text NOT NULL COLLATE pg_catalog."C",
    start integer NOT NULL,
    "end" integer NOT NULL,
    "left" text NOT NULL COLLATE pg_catalog."C",
    keyword text NOT NULL COLLATE pg_catalog."C",
    "right" text NOT NULL COLLATE pg_catalog."C",
    original text NOT NULL COLLATE pg_catalog."C",
    low_trust boolean NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT ck_context_key_not_empty CHECK ((key <> ''::text)),
    CONSTRAINT ck_context_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT ck_context_span CHECK (((0 <= start) AND (start < "end")))
);
CREATE TABLE definition (
    concept_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    language text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    source text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_definition_language_not_empty CHECK ((language <> ''::text)),
    CONSTRAINT ck_definition_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT ck_definition_text_not_empty CHECK ((text <> ''::text))
);
CREATE TABLE document (
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    encoding text NOT NULL COLLATE pg_catalog."C",
    offsets text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    publisher text NOT NULL COLLATE pg_catalog."C",
    date text NOT NULL COLLATE pg_catalog."C",
    sample boolean NOT NULL,
    text bytea NOT NULL,
    characters integer NOT NULL,
    kept_characters integer NOT NULL,
    read_repairs text NOT NULL COLLATE pg_catalog."C",
    repairs text NOT NULL COLLATE pg_catalog."C",
    cluster text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_document_characters_not_negative CHECK ((characters >= 0)),
    CONSTRAINT ck_document_cluster_not_empty CHECK ((cluster <> ''::text)),
    CONSTRAINT ck_document_date CHECK (((date = ''::text) OR (((date ~~ '____'::text) OR (date ~~ '____-__'::text) OR (date ~~ '____-__-__'::text)) AND (length(replace(date, '-'::text, ''::text)) = ANY (ARRAY[4, 6, 8])) AND (rtrim(replace(date, '-'::text, ''::text), '0123456789'::text) = ''::text) AND ((length(date) < 7) OR ((substr(date, 6, 2) >= '01'::text) AND (substr(date, 6, 2) <= '12'::text))) AND ((length(date) < 10) OR ((substr(date, 9, 2) >= '01'::text) AND (substr(date, 9, 2) <= '31'::text)))))),
    CONSTRAINT ck_document_id CHECK ((length(id) = 64)),
    CONSTRAINT ck_document_kept_characters CHECK (((kept_characters >= 0) AND (kept_characters <= characters))),
    CONSTRAINT ck_document_kind_not_empty CHECK ((kind <> ''::text)),
    CONSTRAINT ck_document_offsets CHECK ((offsets = ANY (ARRAY['file'::text, 'extracted'::text])))
);
CREATE TABLE document_path (
    document_id text NOT NULL COLLATE pg_catalog."C",
    path text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    CONSTRAINT ck_document_path_path_not_empty CHECK ((path <> ''::text)),
    CONSTRAINT ck_document_path_position_not_negative CHECK (("position" >= 0))
);
CREATE TABLE evidence (
    term_id integer NOT NULL,
    "position" integer NOT NULL,
    publisher text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    date text NOT NULL COLLATE pg_catalog."C",
    url text NOT NULL COLLATE pg_catalog."C",
    mirror_of text NOT NULL COLLATE pg_catalog."C",
    tier text NOT NULL COLLATE pg_catalog."C",
    basis text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_evidence_basis CHECK ((basis = ANY (ARRAY[''::text, 'bilingual'::text, 'english-only'::text]))),
    CONSTRAINT ck_evidence_date CHECK (((date = ''::text) OR (((date ~~ '____'::text) OR (date ~~ '____-__'::text) OR (date ~~ '____-__-__'::text)) AND (length(replace(date, '-'::text, ''::text)) = ANY (ARRAY[4, 6, 8])) AND (rtrim(replace(date, '-'::text, ''::text), '0123456789'::text) = ''::text) AND ((length(date) < 7) OR ((substr(date, 6, 2) >= '01'::text) AND (substr(date, 6, 2) <= '12'::text))) AND ((length(date) < 10) OR ((substr(date, 9, 2) >= '01'::text) AND (substr(date, 9, 2) <= '31'::text)))))),
    CONSTRAINT ck_evidence_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT ck_evidence_publisher_named CHECK (((publisher <> ''::text) OR (tier = 'composed'::text))),
    CONSTRAINT ck_evidence_tier CHECK ((tier = ANY (ARRAY['official'::text, 'state-media'::text, 'academic'::text, 'media'::text, 'reference'::text, 'machine'::text, 'in-house'::text, 'composed'::text])))
);
CREATE TABLE meta (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_meta_name_not_empty CHECK ((name <> ''::text))
);
CREATE TABLE redirect (
    old_id text NOT NULL COLLATE pg_catalog."C",
    concept_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    CONSTRAINT ck_redirect_leads_elsewhere CHECK ((old_id <> concept_id)),
    CONSTRAINT ck_redirect_old_id CHECK (((length(old_id) = 8) AND (substr(old_id, 1, 1) = 'c'::text))),
    CONSTRAINT ck_redirect_position_not_negative CHECK (("position" >= 0))
);
CREATE TABLE relation (
    concept_id text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    target_id text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_relation_kind CHECK ((kind = ANY (ARRAY['short-form-of'::text, 'broader'::text, 'narrower'::text, 'related'::text, 'has-member'::text]))),
    CONSTRAINT ck_relation_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT ck_relation_target_is_another CHECK ((target_id <> concept_id))
);
CREATE TABLE request (
    key text NOT NULL COLLATE pg_catalog."C",
    query text NOT NULL COLLATE pg_catalog."C",
    count integer NOT NULL,
    first text NOT NULL COLLATE pg_catalog."C",
    last text NOT NULL COLLATE pg_catalog."C",
    concept_id text COLLATE pg_catalog."C",
    CONSTRAINT ck_request_count CHECK ((count > 0)),
    CONSTRAINT ck_request_first CHECK ((first ~~ '____-__-__%'::text)),
    CONSTRAINT ck_request_key_not_empty CHECK ((key <> ''::text)),
    CONSTRAINT ck_request_last CHECK ((last ~~ '____-__-__%'::text)),
    CONSTRAINT ck_request_query_not_empty CHECK ((query <> ''::text))
);
CREATE TABLE snapshot (
    id text NOT NULL COLLATE pg_catalog."C",
    change_id integer NOT NULL,
    who text NOT NULL COLLATE pg_catalog."C",
    "when" text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_snapshot_change_id_not_negative CHECK ((change_id >= 0)),
    CONSTRAINT ck_snapshot_id CHECK (((length(id) = 11) AND (substr(id, 1, 1) = 's'::text))),
    CONSTRAINT ck_snapshot_when CHECK (("when" ~~ '____-__-__%'::text)),
    CONSTRAINT ck_snapshot_who_not_empty CHECK ((who <> ''::text))
);
CREATE TABLE term (
    id integer NOT NULL,
    concept_id text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    is_rendering boolean NOT NULL,
    "position" integer NOT NULL,
    folded text NOT NULL COLLATE pg_catalog."C",
    reading text NOT NULL COLLATE pg_catalog."C",
    shown_reading text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    part_of_speech text NOT NULL COLLATE pg_catalog."C",
    term_type text NOT NULL COLLATE pg_catalog."C",
    case_sensitive boolean NOT NULL,
    do_not_translate boolean NOT NULL,
    note text NOT NULL COLLATE pg_catalog."C",
    serves text NOT NULL COLLATE pg_catalog."C",
    instead text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_term_instead_is_another CHECK ((instead <> text)),
    CONSTRAINT ck_term_language_not_empty CHECK ((language <> ''::text)),
    CONSTRAINT ck_term_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT ck_term_status CHECK ((status = ANY (ARRAY['preferred'::text, 'admitted'::text, 'deprecated'::text, 'forbidden'::text, 'proposed'::text]))),
    CONSTRAINT ck_term_term_type CHECK ((term_type = ANY (ARRAY['full-form'::text, 'short-form'::text, 'acronym'::text, 'variant'::text]))),
    CONSTRAINT ck_term_text_not_empty CHECK ((text <> ''::text))
);
CREATE TABLE term_key (
    kind text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    term_id integer NOT NULL,
    CONSTRAINT ck_term_key_key_not_empty CHECK ((key <> ''::text)),
    CONSTRAINT ck_term_key_kind CHECK ((kind = ANY (ARRAY['folded'::text, 'bigram'::text, 'pinyin'::text, 'toned'::text, 'initials'::text, 'word'::text])))
);
INSERT INTO meta VALUES ('revision', '0');
INSERT INTO meta VALUES ('schema_version', '3');
ALTER TABLE ONLY attestation
    ADD CONSTRAINT pk_attestation PRIMARY KEY (source, "position");
ALTER TABLE ONLY candidate
    ADD CONSTRAINT pk_candidate PRIMARY KEY (id);
ALTER TABLE ONLY candidate_decision
    ADD CONSTRAINT pk_candidate_decision PRIMARY KEY (key);
ALTER TABLE ONLY change
    ADD CONSTRAINT pk_change PRIMARY KEY (id);
ALTER TABLE ONLY concept
    ADD CONSTRAINT pk_concept PRIMARY KEY (id);
ALTER TABLE ONLY context
    ADD CONSTRAINT pk_context PRIMARY KEY (key, document_id, start);
ALTER TABLE ONLY definition
    ADD CONSTRAINT pk_definition PRIMARY KEY (concept_id, "position");
ALTER TABLE ONLY document
    ADD CONSTRAINT pk_document PRIMARY KEY (id);
ALTER TABLE ONLY document_path
    ADD CONSTRAINT pk_document_path PRIMARY KEY (document_id, path);
ALTER TABLE ONLY evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (term_id, "position");
ALTER TABLE ONLY meta
    ADD CONSTRAINT pk_meta PRIMARY KEY (name);
ALTER TABLE ONLY redirect
    ADD CONSTRAINT pk_redirect PRIMARY KEY (old_id);
ALTER TABLE ONLY relation
    ADD CONSTRAINT pk_relation PRIMARY KEY (concept_id, "position");
ALTER TABLE ONLY request
    ADD CONSTRAINT pk_request PRIMARY KEY (key);
ALTER TABLE ONLY snapshot
    ADD CONSTRAINT pk_snapshot PRIMARY KEY (id);
ALTER TABLE ONLY term
    ADD CONSTRAINT pk_term PRIMARY KEY (id);
ALTER TABLE ONLY term_key
    ADD CONSTRAINT pk_term_key PRIMARY KEY (kind, key, term_id);
ALTER TABLE ONLY candidate
    ADD CONSTRAINT uq_candidate_key UNIQUE (key);
ALTER TABLE ONLY relation
    ADD CONSTRAINT uq_relation_concept_id UNIQUE (concept_id, kind, target_id);
ALTER TABLE ONLY term
    ADD CONSTRAINT uq_term_concept_id UNIQUE (concept_id, language, text);
CREATE INDEX ix_attestation_key ON attestation USING btree (key);
CREATE INDEX ix_candidate_decision_concept_id ON candidate_decision USING btree (concept_id);
CREATE INDEX ix_candidate_rank ON candidate USING btree (rank);
CREATE INDEX ix_change_operation ON change USING btree (operation);
CREATE INDEX ix_change_thing ON change USING btree (thing);
CREATE INDEX ix_context_document_id ON context USING btree (document_id);
CREATE INDEX ix_redirect_concept_id ON redirect USING btree (concept_id);
CREATE INDEX ix_relation_target_id ON relation USING btree (target_id);
CREATE INDEX ix_request_concept_id ON request USING btree (concept_id);
CREATE INDEX ix_term_key_term_id ON term_key USING btree (term_id);
ALTER TABLE ONLY candidate_decision
    ADD CONSTRAINT fk_candidate_decision_concept_id FOREIGN KEY (concept_id) REFERENCES concept(id) ON DELETE SET NULL;
ALTER TABLE ONLY context
    ADD CONSTRAINT fk_context_document_id FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;
ALTER TABLE ONLY definition
    ADD CONSTRAINT fk_definition_concept_id FOREIGN KEY (concept_id) REFERENCES concept(id) ON DELETE CASCADE;
ALTER TABLE ONLY document_path
    ADD CONSTRAINT fk_document_path_document_id FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE;
ALTER TABLE ONLY evidence
    ADD CONSTRAINT fk_evidence_term_id FOREIGN KEY (term_id) REFERENCES term(id) ON DELETE CASCADE;
ALTER TABLE ONLY redirect
    ADD CONSTRAINT fk_redirect_concept_id FOREIGN KEY (concept_id) REFERENCES concept(id) ON DELETE CASCADE;
ALTER TABLE ONLY relation
    ADD CONSTRAINT fk_relation_concept_id FOREIGN KEY (concept_id) REFERENCES concept(id) ON DELETE CASCADE;
ALTER TABLE ONLY relation
    ADD CONSTRAINT fk_relation_target_id FOREIGN KEY (target_id) REFERENCES concept(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY request
    ADD CONSTRAINT fk_request_concept_id FOREIGN KEY (concept_id) REFERENCES concept(id) ON DELETE SET NULL;
ALTER TABLE ONLY term
    ADD CONSTRAINT fk_term_concept_id FOREIGN KEY (concept_id) REFERENCES concept(id) ON DELETE CASCADE;
ALTER TABLE ONLY term_key
    ADD CONSTRAINT fk_term_key_term_id FOREIGN KEY (term_id) REFERENCES term(id) ON DELETE CASCADE;
