# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Shared by run.sh and check.sh.

# suivi_build_usable SOURCE BUILD: whether BUILD was set up, to the end, for this source folder and in this place.
suivi_build_usable () {
  [ -f "$2/build.ninja" ] && /usr/bin/python3 - "$1" "$2" <<'PYTHON'
import json, os, sys
source, build = sys.argv[1:]
try:
    with open(os.path.join(build, 'meson-info', 'meson-info.json'), encoding='utf-8') as f:
        info = json.load(f)
    same = info['directories']['source'] == source and info['directories']['build'] == build
except (OSError, ValueError, KeyError):
    sys.exit(1)
sys.exit(not same or info.get('error', False))
PYTHON
}

# suivi_build SOURCE BUILD [SETUP OPTION…]: sets the build folder up if need be, and compiles.
suivi_build () {
  local source_dir=$1
  local build_dir=$2
  shift 2

  # What was copied from elsewhere, or broke off while it was set up, is of no use.
  if [ -d "$build_dir/meson-private" ] && ! suivi_build_usable "$source_dir" "$build_dir"; then
    rm -rf -- "$build_dir"
  fi

  if [ ! -f "$build_dir/build.ninja" ]; then
    meson setup "$@" "$build_dir" "$source_dir" || return 1
  fi

  meson compile -C "$build_dir"
}
