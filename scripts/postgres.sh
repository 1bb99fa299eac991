# A PostgreSQL of our own for the tests: temporary, local, gone afterwards. Sourced.
# shellcheck shell=bash

# The folder with initdb and pg_ctl, the newest where there are several.
postgres_programs() {
  local folder
  for folder in $(has pg_config && pg_config --bindir) \
    $(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse); do
    [ -x "$folder/initdb" ] && printf '%s\n' "$folder" && return
  done
  has initdb && dirname "$(command -v initdb)"
}

# Runs a command as someone PostgreSQL accepts: it refuses root.
# Usage: as_postgres FOLDER command…
as_postgres() {
  local folder=$1 user
  shift
  if [ "$(id -u)" -ne 0 ]; then
    (cd "$folder" && "$@")
    return
  fi
  if id postgres >/dev/null 2>&1; then user=postgres; else user=nobody; fi
  chown "$user" "$folder"
  if has runuser; then
    (cd "$folder" && runuser -u "$user" -- "$@")
  else
    (cd "$folder" && setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups "$@")
  fi
}

# A port of this host on which nobody listens.
free_port() {
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM % 20000))
    (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s\n' "$port" && return; }
  done
  return 1
}

# For tests: nothing of the cluster outlives the run, so it need not survive a crash either.
readonly postgres_for_tests="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"

# Starts a cluster in FOLDER (made, world-traversable path) and writes its URL to FOLDER.url.
# Usage: start_postgres FOLDER "options of the server"
start_postgres() {
  local folder=$1 options=$2 programs port locale=C
  programs=$(postgres_programs) || {
    install_packages "no PostgreSQL" postgresql
    programs=$(postgres_programs) || fail "PostgreSQL is installed, but initdb is nowhere"
  }
  say "$("$programs/postgres" --version) in $folder"
  mkdir "$folder"
  # The case of letters beyond ASCII follows the locale; C.UTF-8 is the same everywhere.
  if locale -a 2>/dev/null | grep -qix 'c\.utf-\?8'; then locale=C.UTF-8; fi
  as_postgres "$folder" "$programs/initdb" --pgdata "$folder/data" --username postgres \
    --auth trust --encoding UTF8 --locale "$locale" --no-sync >"$folder.log" 2>&1 || {
    cat "$folder.log"
    return 1
  }
  # A port that is free now may be taken a moment later.
  for _ in 1 2 3; do
    port=$(free_port)
    if as_postgres "$folder" "$programs/pg_ctl" start --wait --silent --pgdata "$folder/data" \
      --log "$folder/server.log" --options "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories=$folder -c max_connections=300 $options" >"$folder.log" 2>&1; then
      printf 'postgres://postgres@127.0.0.1:%s/postgres\n' "$port" >"$folder.url"
      return
    fi
  done
  cat "$folder.log" "$folder/server.log"
  return 1
}

# Ends the cluster in FOLDER, if one runs there.
stop_postgres() {
  local folder=$1
  [ -f "$folder/data/postmaster.pid" ] || return 0
  as_postgres "$folder" "$(postgres_programs)/pg_ctl" stop --silent --mode immediate \
    --pgdata "$folder/data" >/dev/null 2>&1 || true
}
