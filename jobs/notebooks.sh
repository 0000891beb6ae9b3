#!/usr/bin/env bash
# Executes the notebooks on a finished run and writes them, with their HTML, into notebooks-export/:
#
#   jobs/notebooks.sh [PUBLICATION [FOLDER]]      default: out/sample/reports/current, made by jobs/sample.sh if missing
#
# Needs Python 3.11 or newer; makes a virtual environment of its own in target/notebooks from pinned requirements.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
publication=${1:-$home/out/sample/reports/current}
folder=${2:-$home/notebooks-export}
venv=$home/target/notebooks
requirements=$home/jobs/notebooks/requirements.txt

if [ ! -e "$publication/run.json" ]; then
  if [ $# -gt 0 ]; then
    echo "No finished run in $publication" >&2
    exit 3
  fi
  "$home/jobs/sample.sh" >&2
fi

if ! cmp -s "$requirements" "$venv/requirements.txt"; then
  "${PYTHON:-python3}" -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
  cp "$requirements" "$venv/requirements.txt"
fi

commit=$(git -C "$home" rev-parse --short HEAD 2>/dev/null || echo unknown)
exec "$venv/bin/python" "$home/jobs/notebooks/export.py" "$publication" "$folder" "$commit"
