# make run, make test, make check, make bench: each sets up what it needs first.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PEERS := .venv-peers
PEERS_LOCK := benchmarks/quality/requirements
ANNOTATE_LOCK := benchmarks/annotate/requirements
CLIENTS := .venv-clients
CLIENTS_LOCK := tests/clients/requirements
CLIENTS_NODE := tests/clients/node
DOCUMENTS ?= seeds/documents

.PHONY: run test test-clients check fast bench bench-align bench-annotate bench-check bench-composing bench-formats bench-lookup bench-mining bench-quality bench-store fuzz lock fold-table lists terms.db

run: $(READY)
	@mkdir -p run
	cd run && ../$(BIN)/glossary mine ../$(DOCUMENTS)
	cd run && ../$(BIN)/glossary lookup 网格员

test: check
	@$(MAKE) --no-print-directory $(CLIENTS)/.ready || echo "the programs that read our files could not be installed" >&2
	$(BIN)/pytest -m slow

# The real programs read our files; those that are not there are named and skipped, unless CI=true.
test-clients: $(READY)
	@$(MAKE) --no-print-directory $(CLIENTS)/.ready || echo "the programs that read our files could not be installed" >&2
	$(BIN)/pytest -m clients -rs

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not slow" -n auto

bench: CORPUS ?= seeds/documents
bench: $(READY)
	$(BIN)/python -m benchmarks $(CORPUS)

# Takes minutes. Without ../shared/corpora or the like it generates text.
bench-mining: CORPUS ?= ../shared/corpora
bench-mining: $(READY)
	$(BIN)/python -m benchmarks.mining $(CORPUS)

# The other tools need not be there: the table then says why their rows are empty.
bench-quality: $(READY)
	@$(MAKE) --no-print-directory $(PEERS)/.ready || echo "the other tools could not be installed" >&2
	$(BIN)/python -m benchmarks.quality

# Minutes. The other tools need not be there: the table then says why their rows are empty.
bench-annotate: CORPUS ?= ../shared/corpora
bench-annotate: $(READY)
	@$(MAKE) --no-print-directory $(PEERS)/.annotate || echo "the other tools could not be installed" >&2
	$(BIN)/python -m benchmarks.annotate $(CORPUS)

# A base of a million concepts takes half an hour to make; KEEP=FOLDER keeps it for the next run of either.
bench-store: $(READY)
	$(BIN)/python -m benchmarks.store $(if $(KEEP),--keep $(KEEP))

bench-lookup: $(READY)
	$(BIN)/python -m benchmarks.lookup $(if $(KEEP),--keep $(KEEP))

# Sentence pairs of our own, and ten thousand made from them: a minute or two.
bench-align: $(READY)
	$(BIN)/python -m benchmarks.align

# Some minutes; python -m benchmarks.formats 10000 takes seconds.
bench-formats: $(READY)
	$(BIN)/python -m benchmarks.formats

bench-check: $(READY)
	$(BIN)/python -m benchmarks.check

# Every reader of files reads changed copies of good ones, each for so long: ten minutes for all.
fuzz: FUZZ_SECONDS ?= 20
fuzz: $(READY)
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/pytest tests/hostile/test_fuzz.py -m slow -n auto

bench-composing: $(READY)
	$(BIN)/python -m benchmarks.composing

terms.db: $(READY)
	$(BIN)/glossary build seeds --db terms.db

# The lock holds hashes; pip and uv both read it.
lock: $(READY)
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --group dev pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes $(PEERS_LOCK).in -o $(PEERS_LOCK).txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes $(ANNOTATE_LOCK).in -o $(ANNOTATE_LOCK).txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes $(CLIENTS_LOCK).in -o $(CLIENTS_LOCK).txt
	npm update --silent --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --prefix $(CLIENTS_NODE)

fold-table: $(READY)
	$(BIN)/python -m glossary.text.fold_source

# The verbs and the formats, as they are listed without importing what they need.
lists: $(READY)
	$(BIN)/python -m glossary.cli.verb_source
	$(BIN)/python -m glossary.formats.listing

$(READY): pyproject.toml requirements.lock
	@if command -v uv >/dev/null 2>&1; then \
	  test -d .venv || uv venv --quiet --python $(PYTHON) .venv; \
	  uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock; \
	  uv pip install --quiet --compile-bytecode --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else \
	  test -d .venv || $(PYTHON) -m venv .venv; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi
	$(BIN)/python -m compileall -q glossary
	@touch $(READY)

$(PEERS)/.ready: $(PEERS_LOCK).txt
$(PEERS)/.annotate: $(ANNOTATE_LOCK).txt
$(PEERS)/.ready $(PEERS)/.annotate:
	@if command -v uv >/dev/null 2>&1; then \
	  test -d $(PEERS) || uv venv --quiet --python $(PYTHON) $(PEERS); \
	  uv pip install --quiet --python $(PEERS)/bin/python --require-hashes -r $<; \
	else \
	  test -d $(PEERS) || $(PYTHON) -m venv $(PEERS); \
	  $(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<; \
	fi
	@touch $@

$(CLIENTS)/.ready: $(CLIENTS_LOCK).txt $(CLIENTS_NODE)/package-lock.json
	@if command -v uv >/dev/null 2>&1; then \
	  test -d $(CLIENTS) || uv venv --quiet --python $(PYTHON) $(CLIENTS); \
	  uv pip install --quiet --python $(CLIENTS)/bin/python --require-hashes -r $(CLIENTS_LOCK).txt; \
	else \
	  test -d $(CLIENTS) || $(PYTHON) -m venv $(CLIENTS); \
	  $(CLIENTS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(CLIENTS_LOCK).txt; \
	fi
	@if command -v npm >/dev/null 2>&1; then \
	  cp $(CLIENTS_NODE)/package.json $(CLIENTS_NODE)/package-lock.json $(CLIENTS); \
	  npm ci --silent --no-audit --no-fund --prefix $(CLIENTS); \
	else \
	  echo "npm is absent: ajv, which checks the dictionary for Yomitan, is not installed" >&2; \
	fi
	@touch $@
