# Schemathesis against a running planner. Sourced, never run.
# shellcheck shell=bash

schemathesis_version=4.32.5

# Installs it beside the other caches, once; a step that cannot is skipped with the reason.
# Prints the program.
schemathesis_program() {
  local venv=${XDG_CACHE_HOME:-$HOME/.cache}/ai-planner/schemathesis-$schemathesis_version
  if [ ! -x "$venv/bin/schemathesis" ]; then
    has python3 || skip "no Python"
    rm -rf "$venv"
    python3 -m venv "$venv" >/dev/null 2>&1 || skip "this Python makes no virtual environments (apt: python3-venv)"
    "$venv/bin/pip" install --quiet "schemathesis==$schemathesis_version" >&2 ||
      { rm -rf "$venv"; skip "PyPI cannot be reached"; }
  fi
  printf '%s' "$venv/bin/schemathesis"
}

# Starts a planner with an empty database and asks it everything that its document describes,
# and much that it does not.
# Usage: check_api program folder [phase,phase]
check_api() {
  local planner=$1 folder=$2 phases=${3:-examples,coverage} program server address token code=0
  program=$(schemathesis_program)
  [ -n "$program" ] || exit "$skipped"
  has curl || skip "no curl"
  mkdir -p "$folder"
  DATABASE_URL=sqlite://$folder/planner.db LISTEN_ADDRESS=127.0.0.1:0 SITE_DIR=$site_dir \
    CHAT_MESSAGES_PER_MINUTE=100000 RUST_LOG=error "$planner" serve >"$folder/out" 2>"$folder/err" &
  server=$!
  for _ in $(seq 100); do
    grep -q '^It listens on port' "$folder/out" && break
    sleep 0.1
  done
  address=http://127.0.0.1:$(sed -n 's/^It listens on port \([0-9]*\)\.$/\1/p' "$folder/out")
  token=$(curl --silent --fail --request POST --header 'Content-Type: application/json' \
    --data '{"email":"sam@example.com","password":"four wet otters"}' "$address/api/auth/sign-up" |
    sed -n 's/.*"token":"\([^"]*\)".*/\1/p')
  # It keeps what it has found in the folder where it runs.
  (
    cd "$folder"
    "$program" --config-file "$root/scripts/schemathesis.toml" run "$address/api/openapi.json" \
      --header "Authorization: Bearer $token" --phases "$phases" \
      --continue-on-failure --seed 1 --no-color
  ) || code=$?
  kill "$server"
  wait "$server" || true
  return "$code"
}
