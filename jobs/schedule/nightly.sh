#!/usr/bin/env bash
# Runs the job as a schedule should: with a time limit, a second try after a bug, and an alert that says the exit code.
#
#   nightly.sh COMMAND...      for instance: nightly.sh jobs/submit.sh run --corpus /data/speeches --out /data/themes
#
# SUMMIT_TIMEOUT  time limit of a try, as timeout(1) takes it (6h)
# SUMMIT_PAUSE    seconds before the second try (300)
# SUMMIT_ALERT    command that gets the exit code and the last lines of the log on its standard input
#
# 0: done. 1 (a bug, or killed) and 124 (time limit) are tried once more: what a dead run left is swept by the next one.
# 2 and 3 need a person and are not repeated. 4 means that the last run is still going: nothing is wrong, no alert.
set -uo pipefail

log=$(mktemp)
trap 'rm -f "$log"' EXIT

try() {
  timeout --kill-after=60 "${SUMMIT_TIMEOUT:-6h}" "$@" 2>&1 | tee "$log"
  return "${PIPESTATUS[0]}"
}

try "$@"
code=$?
case $code in
  0 | 2 | 3 | 4) ;;
  *) sleep "${SUMMIT_PAUSE:-300}"; try "$@"; code=$? ;;
esac

if [ "$code" -ne 0 ] && [ "$code" -ne 4 ] && [ -n "${SUMMIT_ALERT:-}" ]; then
  tail -n 20 "$log" | $SUMMIT_ALERT "$code"
fi
exit "$code"
