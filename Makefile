# make demo   set up everything, build the sample project, open the window (without a display: render it to demo.png)
# make test   set up everything, run all checks: format, lint, imports, dead code, types, translations, tests with coverage
# make peers  send our exports through doccano, Label Studio and others (installed beside), rewrite docs/formats.md's table;
#             ARTICLES=1000 for fewer articles than 10,000 in the measured run, 0 for none
# make bundle a Debian package that needs no Python (packaging/README.md)
# make bench  print every figure of bench/; each script also runs alone and ends with one line of JSON
.DELETE_ON_ERROR:
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
BENCHES := $(wildcard bench/*.py)
ARTICLES ?= 10000

export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: demo test bench bundle peers setup format lint types unit translations clean

setup: $(READY) $(TRANSLATIONS)

resources/i18n/%.qm: resources/i18n/%.ts tools/mo.py | $(READY)
	$(BIN)/python tools/qm.py --all

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Citata needs Python 3.11 or newer: $(PYTHON) is `$(PYTHON) -V 2>&1`" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: setup
	$(BIN)/python -m gui.demo

test: format lint types translations unit

format: setup
	$(BIN)/ruff format --check .

lint: setup
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python tools/house.py --check
	$(BIN)/python tools/dead_code.py

types: setup
	$(BIN)/mypy

translations: setup
	$(BIN)/python tools/translations.py --check

unit: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist worksteal --cov --cov-report=term --cov-fail-under=95

bench: setup
	@for script in $(BENCHES); do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$script || exit 1; done

bundle: setup
	$(BIN)/python tools/bundle.py

peers:
	test -x out/peers/libraries/bin/python || $(PYTHON) -m venv out/peers/libraries
	out/peers/libraries/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[all]' pandas datasets
	out/peers/libraries/bin/python -m bench.peers.run --articles $(ARTICLES)
	out/peers/libraries/bin/python -m bench.peers.people

clean:
	rm -rf $(VENV) resources/i18n/*.qm resources/i18n/*/ resources/weights .import_linter_cache build dist *.egg-info .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis demo.citata* demo.jsonl demo.png
