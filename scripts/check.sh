#!/usr/bin/env bash
# Every check besides the tests, cheapest first. Sourced by scripts/taken.sh, which sets BIN and has run the set-up.
set -euo pipefail

step() { printf '• %s\n' "$1" >&2; shift; "$@"; }

messages_complete() {
  messages_compile
  $BIN/python scripts/messages_complete.py
}

# As a municipality would run it, with invented secrets; a warning is a failure.
deployment() {
  env -u EENPLAN_DEMO -u DEBUG SECRET_KEY="$($BIN/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    EENPLAN_BSN_KEYS="$($BIN/eenplan bsn sleutel proef)" EENPLAN_AUDIT_KEY=een-lang-en-toevallig-geheim ALLOWED_HOSTS=eenplan.example \
    EENPLAN_INRICHTING=src/eenplan/inrichting/gemeenten/zonnedaal.toml \
    $BIN/eenplan check --deploy --fail-level WARNING
}

bill_of_materials() {
  mkdir -p var
  # --no-validate: the schema check reaches for a network that a build machine may not have.
  $BIN/cyclonedx-py requirements --output-reproducible --no-validate --output-file var/sbom.cdx.json requirements/base.txt
}

# The law and what was promised, as they will be in a year, and on a day that most years do not have.
calendar() {
  local day next_year
  next_year="$($BIN/python -c 'import datetime as d; t = d.date.today(); print(t.replace(year=t.year + 1, day=min(t.day, 28)))')"
  for day in "$next_year" 2028-02-29; do
    EENPLAN_VANDAAG="$day" EENPLAN_TEST_DB=calendar $BIN/pytest -q -n auto --create-db tests/wetgeving tests/termijnen tests/acceptance \
      --deselect tests/acceptance/test_L6_engels.py --deselect tests/acceptance/test_L8_zonnedaal.py \
      --deselect tests/acceptance/test_F1_rechten.py --deselect tests/acceptance/test_F8_nergens.py \
      --deselect tests/acceptance/test_L2_gemeenten.py || return # these walk every address; no date decides there
  done
}

step "format" $BIN/ruff format --check --quiet src tests scripts
step "lint" $BIN/ruff check --quiet src tests scripts
step "layers" $BIN/lint-imports --no-cache
step "templates" $BIN/djlint --quiet --lint src
step "types" $BIN/mypy
step "security" $BIN/bandit --quiet --configfile pyproject.toml --recursive src
step "messages" messages_complete
step "migrations" $BIN/eenplan makemigrations --check --dry-run
step "deployment" deployment
step "documents" $BIN/pytest -q tests/architecture tests/wetgeving/test_overzicht.py
step "calendar" calendar
step "bill of materials" bill_of_materials
printf 'All checks passed.\n' >&2
