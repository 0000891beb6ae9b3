#!/usr/bin/env bash
# Runs the whole job on sample-data in local mode, building what is missing, and says where the report is.
# Options are passed on to `run`, for instance: jobs/sample.sh --set fit.sweeps=50
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"

out=out/sample
rm -rf "$out"
# So small a corpus is done before compiled code pays: the quick compilers of the JVM, none of Spark's.
export SPARK_SUBMIT_OPTS="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC ${SPARK_SUBMIT_OPTS:-}"
jobs/submit.sh --master 'local[2]' --conf spark.sql.codegen.wholeStage=false \
  --conf spark.sql.codegen.factoryMode=NO_CODEGEN run --corpus sample-data --out "$out" --config jobs/pipeline.yaml --csv-all "$@"
