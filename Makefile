# Every command of this project. `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# A Python that the pinned libraries support; `make PYTHON=/path/to/python …` chooses another.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& command -v "$$p" && break; done)
ADDRESS ?= 127.0.0.1:8000

# What Python compiles it keeps, whatever the caller's Python does.
unexport PYTHONDONTWRITEBYTECODE
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export DENO_NO_UPDATE_CHECK := 1
export DENO_DIR := $(CURDIR)/.cache/deno

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: serve
serve: setup packed ## set up, run what has no fresh run, and serve the site with live reload
	@$(BIN)/python -m proof.site.serve $(ADDRESS)

.PHONY: live
live: setup ## pack the Python that the Run buttons of pages need (PYODIDE=/path/to/package, if npm cannot be had)
	@$(BIN)/python -m proof.site.live.pack

.PHONY: packed
packed: setup ## the same where it can be had; the site has no Run buttons where not
	@$(BIN)/python -m proof.site.live.pack --if-possible

.PHONY: test
test: lanes lint types packed ## set up and verify everything
	@$(BIN)/proof run || true # what failed is told by the tests
	@$(BIN)/python -m pytest -n logical --dist worksteal

.PHONY: test-all
test-all: lanes-all lint types packed ## the same in every lane that this machine can have
	@$(BIN)/proof --lane all run || true
	@$(BIN)/python -m pytest -n logical --dist worksteal --lane all

.PHONY: test-browser
test-browser: lanes lane-browser packed ## read the built site as readers do (needs Chromium; Firefox, too, where it is)
	@PYTHONPATH=.lanes/browser $(BIN)/python -m pytest -n logical --dist loadfile tests/browser

.PHONY: build
build: lanes packed ## write site/, failing on any warning
	@$(BIN)/python -m proof.site.build

.PHONY: zip
zip: build ## pack the site to read offline; its first file says how to open it
	@$(BIN)/python -m proof.site.lists.packed site site.zip
	@echo 'site.zip' >&2

.PHONY: epub
epub: lanes lane-epub ## make a book to download of each language, keras-proven.zh.epub and keras-proven.en.epub
	@$(BIN)/python -m proof.site.lists.epub .

.PHONY: publish
publish: export LANES := all
publish: zip lane-epub ## build the site as it is published: held against all lanes that are here, to take along, too
	@OFFLINE=keras-proven.zip EPUB=keras-proven $(MAKE) --no-print-directory build
	@cp site.zip site/keras-proven.zip
	@$(BIN)/python -m proof.site.lists.epub site

.PHONY: links
links: lane-links ## follow every link, and see that other sites say what links to them say (needs the network)
	@SITE_URL=http://127.0.0.1:8098/ $(MAKE) --no-print-directory build
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8098 >/dev/null 2>&1 & server=$$!; \
	trap "kill $$server" EXIT; sleep 1; \
	PYTHONPATH=.lanes/links $(BIN)/python .lanes/links/bin/linkchecker --check-extern --no-status --no-warnings --timeout=30 http://127.0.0.1:8098/; \
	found=$$?; $(BIN)/python -m proof.site.lists.elsewhere . && exit $$found

.PHONY: reached
reached: setup ## in mainland China: note today for each address of docs/reached.txt that answers (needs the network)
	@$(BIN)/python -m proof.site.lists.reached .

.PHONY: check
check: lanes ## list everything on the pages that is not true (LANE=… in that lane)
	@$(BIN)/python -m proof $(if $(LANE),--lane $(LANE)) check

.PHONY: promote
promote: lanes ## accept what the snippets print now as their records, showing the difference
	@$(BIN)/python -m proof promote

.PHONY: marks
marks: lanes ## write which lines of its scripts the page for old code marks, for its figure; then promote
	@$(BIN)/python -m tests.book.old_code.marks

.PHONY: examples
examples: lanes ## write what the short examples in docstrings and in CONTRIBUTING give now
	@$(BIN)/python -m pytest --update-examples snippets/examples proof CONTRIBUTING.md

.PHONY: mutate
mutate: lanes ## change one thing at a time everywhere, and list what no check notices (SCRIPTS=all)
	@$(BIN)/python -m proof mutate $(if $(filter all,$(SCRIPTS)),--all)

.PHONY: soak
soak: lanes ## run everything ROUNDS times, in other orders and surroundings
	@$(BIN)/python -m proof soak --rounds $(or $(ROUNDS),20)

.PHONY: bench
bench: setup ## measure this project beside others (SIZES="24 96 960" ROUNDS=3 ONLY="mkdocs-jupyter" …)
	@$(BIN)/python -m bench $(if $(SIZES),--sizes $(SIZES)) $(if $(ROUNDS),--rounds $(ROUNDS)) \
		$(if $(LIMIT),--limit $(LIMIT)) $(if $(PATIENCE),--patience $(PATIENCE)) $(if $(ONLY),--only $(ONLY))

.PHONY: tally
tally: lanes ## count what there is to check, and have the READMEs say so
	@$(BIN)/python -m proof tally

.PHONY: lint
lint: setup ## ruff, import-linter for the rooms, deno for the scripts of pages, and the checkers of the workflows
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo 'run `make format`' >&2; exit 1; }
	@said=$$($(BIN)/lint-imports --no-logo --cache-dir .cache/imports) || { echo "$$said" >&2; exit 1; }
	@$(BIN)/deno lint --quiet docs/assets live tests/site
	@$(BIN)/deno fmt --check --quiet docs/assets live/*.js tests/site || { echo 'run `make format`' >&2; exit 1; }
	@$(BIN)/actionlint
	@$(BIN)/zizmor --offline --quiet --no-progress .github

.PHONY: types
types: setup ## mypy and TypeScript, both in strict mode
	@$(BIN)/mypy
	@$(BIN)/deno check --quiet docs/assets
	@$(BIN)/deno check --quiet live tests/site # these run under deno, not in a page

.PHONY: format
format: setup ## put the code into its standard form
	@$(BIN)/ruff check --quiet --fix
	@$(BIN)/ruff format --quiet
	@$(BIN)/deno fmt --quiet docs/assets live/*.js tests/site

.PHONY: editor
editor: setup ## bundle the editor of the pages anew from requirements/editor.js (needs the network)
	@$(BIN)/deno bundle --quiet --no-config --lock=requirements/editor.lock --frozen --minify --platform=browser \
		--output=docs/assets/live/vendor/prism-code-editor.js requirements/editor.js

# Debian's package fonts-noto-cjk has it; the subset is in the repository, and is needed by nobody but this.
NOTO ?= /usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc

.PHONY: card-font
card-font: setup ## cut the font of the cards out of Noto Serif CJK anew (NOTO=/path/to/NotoSerifCJK-Bold.ttc)
	@test -f '$(NOTO)' || { echo 'Noto Serif CJK is needed: `apt install fonts-noto-cjk` (Debian, Ubuntu), or NOTO=/path/to/NotoSerifCJK-Bold.ttc' >&2; exit 1; }
	@$(BIN)/python -c 'import sys; from proof.press.cards import main; sys.exit(main(sys.argv[1]))' '$(NOTO)'

# The bundle is in the repository, and is needed by nobody but this.
.PHONY: parser
parser: setup ## bundle the parser of Python anew, as requirements/parser pins it (needs the network)
	@cd requirements/parser && ../../$(BIN)/deno bundle --quiet --platform browser --minify --output ../../.cache/parser.js parser.js
	@{ echo '// @ts-nocheck: @lezer/python, as bundled by `make parser`; its licence is parser.LICENSE.txt'; \
		echo '// deno-lint-ignore-file'; cat .cache/parser.js; } > docs/assets/old-code/parser.js

.PHONY: screenshot
screenshot: build ## take the README's picture of the built site (needs Chromium)
	@command -v chromium >/dev/null || { echo 'Chromium is needed: `apt install chromium`' >&2; exit 1; }
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8099 >/dev/null 2>&1 & server=$$!; \
	trap "kill $$server" EXIT; sleep 1; \
	chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars \
		--disable-background-networking --disable-component-update --disable-sync --window-size=1280,1180 \
		--screenshot=docs/screenshot.png 'http://127.0.0.1:8099/en/' 2>/dev/null

.PHONY: screenshots
screenshots: lanes lane-browser ## take pictures of ten pages, in both languages, light, dark and on a phone
	@SCREENSHOTS=screenshots PYTHONPATH=.lanes/browser $(BIN)/python -m pytest tests/browser/test_screenshots.py

.PHONY: pictures
pictures: lanes lane-browser ## accept how ten pages look now as the pictures that tests compare (needs Chromium)
	@PICTURES=accept PYTHONPATH=.lanes/browser $(BIN)/python -m pytest tests/browser/test_screenshots.py

.PHONY: setup
setup: $(VENV)/.engine ## make .venv from the pinned requirements

$(VENV)/.done: requirements/bootstrap.txt requirements/dev.txt
	@test -n "$(PYTHON)" || { echo 'Python 3.11, 3.12 or 3.13 is needed: `apt install python3 python3-venv` (Debian, Ubuntu) or `brew install python@3.13` (macOS)' >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo 'Python lacks its venv module: `apt install python3-venv` (Debian, Ubuntu)' >&2; exit 1; }
	@echo 'Setting up .venv (some minutes the first time) …' >&2
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bootstrap.txt
	@$(BIN)/python -m pip install --quiet --require-hashes --no-build-isolation -r requirements/dev.txt
	@touch $@

# The engine itself, as the command `proof` and the plugin of MkDocs.
$(VENV)/.engine: pyproject.toml $(VENV)/.done
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@echo '{}' > '$(VENV)/made by make setup.yml'
	@touch $@

.PHONY: lanes
lanes: lane-then-tensorflow ## install the lane of 2018, which `make test` needs beside the home lane

.PHONY: lanes-all
lanes-all: lanes ## install every lane that this machine can have
	@for lane in now-jax now-torch now-openvino now-onnx then-theano; do $(MAKE) --no-print-directory lane-$$lane \
		|| echo "Lane $$lane cannot be installed here; what needs it is reported as not run." >&2; done

lane-%: setup .lanes/%/.done
	@:

.PRECIOUS: .lanes/%/.done
.lanes/%/.done: requirements/%.txt $(VENV)/.done
	@echo 'Setting up the lane $* …' >&2
	@rm -rf $(@D) && mkdir -p $(@D)
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes --target $(@D) \
		$(addprefix -r ,$(wildcard requirements/$*.txt requirements/$*.cpu.txt))
	@touch $@

# Theano and the NumPy of its time need Python 3.11.
.lanes/then-theano/.done: requirements/then-theano.txt requirements/bootstrap.txt
	@command -v python3.11 >/dev/null || { echo 'Python 3.11 is needed: `apt install python3.11-venv`' >&2; exit 1; }
	@echo 'Setting up the lane then-theano …' >&2
	@python3.11 -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet --require-hashes -r requirements/bootstrap.txt
	@$(@D)/bin/python -m pip install --quiet --no-deps --require-hashes --no-build-isolation -r $<
	@touch $@

.PHONY: lock
lock: ## pin the newest versions that requirements/*.in allow (needs uv)
	@command -v uv >/dev/null || { echo 'uv is needed: `pip install uv`' >&2; exit 1; }
	@for name in bootstrap dev browser bench links epub now-jax now-torch now-openvino now-onnx then-tensorflow then-theano; do \
		uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes --no-header \
			$$(case $$name in now-*|then-tensorflow) echo --no-deps;; esac) requirements/$$name.in --output-file requirements/$$name.txt || exit 1; done

.PHONY: clean
clean: ## remove what these commands made: .venv, the runs, the site
	@rm -rf $(VENV) .lanes .cache site site.zip keras-proven.*.epub screenshots .mypy_cache .pytest_cache .ruff_cache .hypothesis
