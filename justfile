# Recipes for contributors: `just` lists them (`pip install rust-just`, or your system's package).
# Each is a plain command that can be typed without just.

bin := if os() == "windows" { ".venv/Scripts" } else { ".venv/bin" }
python := bin / "python"

[private]
default:
    @just --list --unsorted

# Create .venv and install the program for development
setup:
    python3 -m venv .venv
    {{ python }} -m pip install -e '.[test]'

# Run the program: `just run`, `just run sketch PHOTO -o OUT.svg`
run *arguments:
    {{ python }} main.py {{ arguments }}

# Run all tests, or those of one room: `just test tests/geometry`
test *arguments:
    {{ python }} -m pytest -n auto {{ arguments }}

# Check style, layers and types
lint:
    {{ bin }}/ruff check .
    {{ bin }}/ruff format --check .
    {{ bin }}/lint-imports
    {{ bin }}/mypy

# Format the code and sort the imports
format:
    {{ bin }}/ruff check --fix .
    {{ bin }}/ruff format .

# Feed a reader inputs by chance: `just fuzz svg --minutes 10`
fuzz name *arguments:
    {{ python }} -m tests.fuzz.{{ name }} {{ arguments }}

# Run one benchmark: `just bench quality`, `just bench latency`
bench name *arguments:
    {{ python }} -m tests.benchmarks.{{ name }} {{ arguments }}

# Draw the pictures of the README and screenshots of the window anew
screens:
    {{ python }} -m tests.pictures
    {{ python }} -m tests.screenshots

# Write the page of the Python API from its docstrings into build/api
api:
    {{ python }} -m pip install -q -e '.[docs]'
    {{ python }} -m pdoc taureau -o build/api

# Run everything from a clean checkout, as CI does
ci:
    .ci/run
