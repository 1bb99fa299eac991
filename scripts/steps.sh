# Runs the steps of a check one after the other and sums them up. Sourced.
# shellcheck shell=bash

# A step returns this after writing its reason to $reason_file: it had nothing to check.
readonly skipped=77

# Results so far, one "name|result|seconds" each.
results=()
failures=0

# Runs a command as a named step. A failure is noted and the next step runs all
# the same: one run shows everything that is wrong.
# Usage: step "name" command…
step() {
  local name=$1 started=$SECONDS code=0 result
  shift
  say "$name"
  : >"$reason_file"
  # Not in a condition: bash would ignore `set -e` inside the step.
  set +e
  (
    set -euo pipefail
    "$@"
  ) </dev/null
  code=$?
  set -e
  case $code in
    0) result=ok ;;
    "$skipped") result="SKIPPED: $(cat "$reason_file")" ;;
    *)
      result=FAILED
      failures=$((failures + 1))
      ;;
  esac
  [ "$code" -eq 0 ] || say "$name: $result"
  results+=("$name|$result|$((SECONDS - started))")
}

# Ends the current step as skipped, for the reason given.
skip() {
  printf '%s' "$*" >"$reason_file"
  exit "$skipped"
}

# Prints the table; true when no step failed.
summary() {
  local row name result seconds
  printf '\n%s%-34s %8s  %s%s\n' "$bold" step seconds result "$plain"
  for row in "${results[@]}"; do
    IFS='|' read -r name result seconds <<<"$row"
    printf '%-34s %8s  %s\n' "$name" "$seconds" "$result"
  done
  printf '%-34s %8s  %s\n' total "$SECONDS" "$([ "$failures" -eq 0 ] && echo ok || echo "$failures FAILED")"
  [ "$failures" -eq 0 ]
}
