# What the scripts of this folder share. Sourced, never run.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Outside the checkout, so that a fresh clone need not compile the world again.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ai-planner/target}

# That folder may be shared by several checkouts. Cargo names what it builds of a
# workspace by the path within it and judges its age by file times, so the crates
# of one checkout would pass for those of another. The path of a wrapper counts
# into the name: one in each checkout keeps them apart, and dependencies shared.
export RUSTC_WORKSPACE_WRAPPER=$root/scripts/rustc

# Where `xtask web` puts what the browser loads. It belongs to the checkout.
site_dir=$root/target/site

if [ -t 2 ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi

# Says what is going on, apart from the output of the tools.
say() { printf '%s==> %s%s\n' "$bold" "$*" "$plain" >&2; }

# Ends the script with the one line that a person needs.
fail() {
  printf '%serror:%s %s\n' "$bold" "$plain" "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Installs Debian packages where that needs no further question; fails otherwise.
# Usage: install_packages "what is missing" package…
install_packages() {
  local missing=$1
  shift
  if [ "$(id -u)" -eq 0 ] && has apt-get; then
    say "installing $* ($missing)"
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" </dev/null && return
    apt-get update </dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" </dev/null && return
  fi
  fail "$missing: install $* with your package manager, then run this again"
}

# Makes sure that Rust, the browser target and a C compiler are there. Calling
# rustc lets rustup install the toolchain that rust-toolchain.toml names.
need_rust() {
  has cargo || PATH=$HOME/.cargo/bin:$PATH
  has cargo || fail "Rust is missing: install it from https://rustup.rs, then run this again"
  has cc || install_packages "no C compiler, which compiles SQLite and links" gcc libc6-dev
  local libraries
  libraries=$(rustc --print target-libdir --target wasm32-unknown-unknown) ||
    fail "rustc does not start: try 'rustup toolchain install'"
  if [ ! -d "$libraries" ]; then
    has rustup || fail "this Rust cannot compile for browsers: install Rust from https://rustup.rs"
    say "installing the browser target of Rust"
    rustup target add wasm32-unknown-unknown
  fi
}

# Finds Chromium: as set, else under one of its names.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

# Makes sure that Node.js, Chromium and the packages that a FOLDER locks are there.
need_browser() {
  local folder=$1
  has npm || install_packages "no Node.js, which drives the browser" nodejs npm
  find_chromium >/dev/null || install_packages "no Chromium" chromium
  if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
    (cd "$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund)
  fi
}
