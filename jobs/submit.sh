#!/usr/bin/env bash
# Submits a command of summit-themes to Spark:
#
#   jobs/submit.sh [spark-submit options] <command> [options]
#   jobs/submit.sh --master 'local[2]' run --corpus sample-data --out out/sample
#
# Uses the Spark installation of $SPARK_HOME or the spark-submit on the PATH; without one, Spark's own SparkSubmit from the
# jars that Maven resolved. Builds what is missing.
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}

# Java sees file names through the locale: in the plain C locale it cannot open names in other letters.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ] && locale -a 2>/dev/null | grep -qixE 'c\.utf-?8'; then
  export LC_ALL=C.UTF-8
fi

jar() {
  find "$home/target" -maxdepth 1 -name 'summit-themes-*.jar' ! -name 'original-*' 2>/dev/null | sort | tail -n 1
}

stale() {
  [ -z "$(jar)" ] || [ ! -d "$home/target/spark/jars" ] ||
    [ -n "$(find "$home/pom.xml" "$home/src/main" "$home"/jobs/*.yaml -newer "$(jar)" -print -quit)" ]
}

if [ -d "$home/src/main" ] && stale; then
  echo "Building (the first time downloads what is needed) ..." >&2
  (cd "$home" && MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1}" ./mvnw -q -B -Dmaven.test.skip=true -Djacoco.skip package) >&2
fi

# Options of spark-submit end where the command begins.
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --supervise | --verbose | -v | --*=*) options+=("$1"); shift ;;
    --version | --help | -h) break ;;
    -*) options+=("$1" "${2:?$1 needs a value}"); shift 2 ;;
    *) break ;;
  esac
done

# SUMMIT_LOG=json: log lines as JSON.
log4j=log4j2${SUMMIT_LOG:+-$SUMMIT_LOG}.properties
terminal=false
[ -t 2 ] && terminal=true
options=(
  --name summit-themes
  --driver-java-options "-Dsummitthemes.terminal=$terminal -Dlog4j2.configurationFile=file:$home/jobs/$log4j"
  "${options[@]+"${options[@]}"}"
  --class org.summitthemes.Main "$(jar)" "$@")

if [ -n "${SPARK_HOME:-}" ]; then
  exec "$SPARK_HOME/bin/spark-submit" "${options[@]}"
elif command -v spark-submit >/dev/null; then
  exec spark-submit "${options[@]}"
fi

# No installation: Spark's launcher class starts from the jars, with the flags Spark documents for Java 17.
memory=1g
for ((i = 0; i < ${#options[@]}; i++)); do
  case ${options[i]} in
    --driver-memory) memory=${options[i + 1]} ;;
    --driver-memory=*) memory=${options[i]#*=} ;;
    spark.driver.memory=*) memory=${options[i]#*=} ;;
  esac
done
[ -n "${SUMMIT_DRIVER_MEMORY:-}" ] && memory=$SUMMIT_DRIVER_MEMORY

opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

# shellcheck disable=SC2086 # several options in one variable, as Spark's own scripts have it
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+IgnoreUnrecognizedVMOptions "${opens[@]}" ${SPARK_SUBMIT_OPTS:-} \
  -Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true \
  -Dsummitthemes.terminal="$terminal" -Dlog4j2.configurationFile="file:$home/jobs/$log4j" \
  -Xmx"$memory" -cp "$home/target/spark/jars/*" \
  org.apache.spark.deploy.SparkSubmit --properties-file "$home/jobs/spark-defaults.conf" "${options[@]}"
