#!/usr/bin/env bash
# Measures the topic model against MALLET and MLlib on identical tokens:
#
#   jobs/submit.sh ingest --corpus CORPUS --out OUT && jobs/submit.sh prepare --out OUT
#   jobs/bench.sh corpus --out OUT --bench TOKENS [--from YEAR]    or: jobs/bench.sh generate --bench TOKENS
#   jobs/bench.sh compare --bench TOKENS --contenders OURS,MALLET,MLLIB_ONLINE,MLLIB_EM --topics 20,100 --threads 1,2 --sweeps 50,200 --repeats 3
#
# Every fit is a process of its own; give the machine nothing else to do meanwhile. SUMMIT_BENCH_MEMORY is the heap of
# `corpus` and `generate` (6g), --memory that of each fit (4g).
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
classpath=$home/target/bench.classpath
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}


if [ ! -f "$classpath" ] || [ -n "$(find "$home/pom.xml" "$home/src/main" "$home/src/test/java" -newer "$classpath" -print -quit)" ]; then
  (cd "$home" && ./mvnw -q -B -Djacoco.skip test-compile dependency:build-classpath -Dmdep.outputFile="$classpath.new") >&2
  mv "$classpath.new" "$classpath"
fi

opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "${opens[@]}" -Dlog4j2.configurationFile="file:$home/jobs/log4j2.properties" \
  -Xmx"${SUMMIT_BENCH_MEMORY:-6g}" -cp "$home/target/test-classes:$home/target/classes:$(cat "$classpath")" \
  org.summitthemes.bench.Bench "$@"
