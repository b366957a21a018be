# Every target sets itself up: uv is fetched with pip into .tools when it is not there,
# and uv installs the locked dependencies. The second time this costs a moment.
PYTHON ?= python3
UV := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
RUN := $(UV) run --locked
export UV_PYTHON_DOWNLOADS ?= never

.PHONY: run test lint eval vectors
.DEFAULT_GOAL := run

run: $(UV)
	$(RUN) parley ui

test: $(UV)
	$(RUN) python -m tests

lint: $(UV)
	$(RUN) python -m tests --lint

eval: $(UV)
	$(RUN) parley eval

# After a change of knowledge/: the vectors that travel with it.
vectors: $(UV)
	$(RUN) python -m assistant.retrieval.shipped_vectors

.tools/bin/uv:
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet uv
