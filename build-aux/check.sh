#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Suivi and runs all tests under one display that nobody sees.
#
#   check.sh              builds in build/
#   check.sh --sanitize   the same with the address and undefined behaviour sanitizers, in build-asan/
#
# The last line says how it went: "N passed, N failed". The exit status is 0 only if nothing failed.

set -uo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_dir=$source_dir/build
setup_options=()
# A test that hangs is stopped after its time limit (30 s unless it says otherwise) times this.
patience=3

case "${1-}" in
  '') ;;
  --sanitize)
    build_dir=$source_dir/build-asan
    setup_options=(-Db_sanitize=address,undefined)
    patience=10
    ;;
  *) printf 'usage: check.sh [--sanitize]\n' >&2; exit 2 ;;
esac

# The same everywhere: no terminal, no questions, no languages, no desktop of the person who runs this.
exec </dev/null
cd "$source_dir" || exit 1
export LC_ALL=C.UTF-8
unset LANG LANGUAGE WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS DESTDIR MAKEFLAGS
unset GTK_THEME GTK_DEBUG GDK_SCALE GDK_DEBUG G_MESSAGES_DEBUG GSK_RENDERER LD_PRELOAD
[ -d "${TMPDIR:-/tmp}" ] && [ -w "${TMPDIR:-/tmp}" ] || unset TMPDIR

give_up () {
  printf '\n%s\n0 passed, 1 failed\n' "$1"
  exit 1
}

private=$(mktemp -d) || give_up 'There is no folder for temporary files.'
trap 'rm -rf -- "$private"' EXIT

source build-aux/build.inc.sh
build-aux/install-deps.sh || give_up 'What Suivi needs could not be installed.'
suivi_build "$source_dir" "$build_dir" "${setup_options[@]}" || give_up 'Suivi could not be built.'

# Tests read and write in a home of their own. There is no session bus, on which programs that run at the same time
# would take each other for the one Suivi; a test that needs a bus starts it with dbus-run-session.
mkdir -m 700 "$private/home" "$private/run"
export HOME=$private/home XDG_RUNTIME_DIR=$private/run GDK_BACKEND=x11 DBUS_SESSION_BUS_ADDRESS=disabled:
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME

logs=$build_dir/meson-logs
rm -f "$logs"/testlog*
printf '\n'
meson test -C "$build_dir" --no-rebuild --timeout-multiplier "$patience" --wrap "$source_dir/build-aux/own-display.sh"
status=$?

/usr/bin/python3 build-aux/count-tests.py "$logs" "$status"
