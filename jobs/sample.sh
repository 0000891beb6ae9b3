#!/usr/bin/env bash
# Runs the whole job on sample-data in local mode, building what is missing, and says where the report is.
# Options are passed on to `run`, for instance: jobs/sample.sh --set fit.sweeps=50
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"

out=out/sample
rm -rf "$out"
jobs/submit.sh --master 'local[2]' run --corpus sample-data --out "$out" --config jobs/pipeline.yaml --csv-all "$@"
