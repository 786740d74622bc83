#!/usr/bin/env bash
# The tasks behind the Makefile, one function each. Run as: scripts/taken.sh <task>
set -euo pipefail
cd "$(dirname "$0")/.."

BIN=.venv/bin
STAMP=.venv/.eenplan-setup

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

find_python() {
  # Any name will do, as long as it is 3.11: Debian calls it python3, pyenv and uv call it python3.11.
  local name
  for name in python3.11 python3 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  stop "Eenplan needs Python 3.11 (on Debian 12: apt-get install python3 python3-venv); no python3.11, python3 or python here is 3.11."
}

fingerprint() { { pwd; cat requirements/*.txt; } | cksum; }

setup() {
  if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(fingerprint)" ]; then return; fi
  local python
  if ! { [ -f "$STAMP" ] && $BIN/uv --version && $BIN/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; } \
    >/dev/null 2>&1; then
    say "Making .venv and installing what Eenplan needs …"
    # --clear repairs an environment that is half built or was made by another Python.
    python="$(find_python)"
    "$python" -m venv --clear .venv \
      || stop "Python could not make a virtual environment (on Debian 12: apt-get install python3-venv)."
    $BIN/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
  fi
  $BIN/uv pip sync --quiet --python $BIN/python --require-hashes requirements/dev.txt requirements/uv.txt
  # An editable install without a build step: one line with the source folder, and the command itself.
  local site
  site="$($BIN/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
  printf '%s\n' "$PWD/src" > "$site/eenplan.pth"
  cat > $BIN/eenplan <<SCRIPT
#!$PWD/$BIN/python
import sys

from eenplan.project.cli import main

if __name__ == "__main__":  # the web server's workers import this file once more
    sys.exit(main())
SCRIPT
  chmod +x $BIN/eenplan
  fingerprint > "$STAMP"
}

demo() { setup; messages_compile; exec $BIN/eenplan demo --poort "$PORT" --inwoners "$RESIDENTS"; }

require_chromium() {
  if command -v chromium >/dev/null; then return; fi
  local how="The browser journeys need Debian's Chromium: run 'apt-get install chromium' as root and try again."
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then stop "$how"; fi
  say "Installing Chromium for the browser journeys …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
    >/dev/null || stop "$how"
}

test_all() {
  setup
  require_chromium
  messages_compile
  $BIN/pytest "$@"
}

LOCALE=src/eenplan/locale

extract() {
  $BIN/pybabel --quiet extract --mapping babel.cfg --no-location --sort-output --omit-header --add-comments=Vertaler: \
    --keyword=_lazy --keyword=gettext_lazy --keyword=ngettext_lazy:1,2 --keyword=pgettext_lazy:1c,2 --output-file "$1" src/eenplan
}

messages_compile() {
  local po=$LOCALE/en/LC_MESSAGES/django.po
  if [ "$po" -nt "${po%.po}.mo" ]; then $BIN/pybabel --quiet compile --directory $LOCALE --domain django; fi
}

messages() {
  setup
  mkdir -p var $LOCALE
  extract var/django.pot
  local command=init
  if [ -f $LOCALE/en/LC_MESSAGES/django.po ]; then command="update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date"; fi
  # The Dutch text is the message itself, so English is the only catalogue.
  $BIN/pybabel --quiet $command --input-file var/django.pot --output-dir $LOCALE --domain django --locale en
  messages_compile
}

migrations() { setup; $BIN/eenplan makemigrations; }

bench() {
  setup
  $BIN/python scripts/bench.py
}

moeite() {
  setup
  require_chromium
  messages_compile
  $BIN/python scripts/moeite.py
}

requirements() {
  setup
  local compile="$BIN/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header --no-annotate
    --no-emit-index-url --no-emit-find-links"
  $compile requirements/base.in --output-file requirements/base.txt
  $compile requirements/dev.in --constraints requirements/base.txt --output-file requirements/dev.txt
  $compile requirements/uv.in --output-file requirements/uv.txt
}

case "${1:-}" in
  setup) setup; messages_compile ;;
  demo | messages | extract | migrations | bench | requirements) "$@" ;;
  test) test_all ${ARGS:--n auto} ;;
  check) setup; source scripts/check.sh ;;
  *) stop "Usage: scripts/taken.sh setup|demo|test|check|bench|moeite|messages|migrations|requirements" ;;
esac
