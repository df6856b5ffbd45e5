# The menu of a day's work. `just` alone runs what a change must pass.

# tests and linters
default: test lint

# a virtual environment with everything a developer needs
setup:
    python3 -m venv .venv
    .venv/bin/pip install --quiet --upgrade pip
    .venv/bin/pip install --quiet --editable '.[postgresql]' --group dev

# the tests, doctests included
test *args:
    .venv/bin/pytest {{args}}

# style, types, floors
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports

# put the code in form
format:
    .venv/bin/ruff format .
    .venv/bin/ruff check --fix .

# what is measured: prints a table
bench name="cold_start":
    .venv/bin/python benchmarks/{{name}}.py

# write the pages that are generated
docs:
    .venv/bin/python docs/generate.py

# everything that must hold before a change lands
ci:
    .ci/run
