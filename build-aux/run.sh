#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Suivi and opens it, from this folder and without installing it.
#
#   run.sh          opens the window
#   run.sh FILE     opens a workspace (.suivi), or offers to import a list (.docx)
#
# Where there is no display, the same work is done on the command line with the sample list (or with FILE).

set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_dir=$source_dir/build
sample=$source_dir/data/sample/sample-list.docx
file=

fail () { printf 'run: %s\n' "$*" >&2; exit 1; }

[ $# -le 1 ] || { printf 'usage: run.sh [FILE]\n' >&2; exit 2; }
case "${1-}" in
  '') ;;
  -h | --help) sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
  -*) printf 'usage: run.sh [FILE]\n' >&2; exit 2 ;;
  *)
    file=$(realpath -- "$1") || exit 1
    [ -f "$file" ] || fail "there is no file $1"
    ;;
esac

"$source_dir/build-aux/install-deps.sh" --without-tests

source "$source_dir/build-aux/build.inc.sh"
printf 'Building Suivi…\n'
log=$(mktemp)
suivi_build "$source_dir" "$build_dir" >"$log" 2>&1 </dev/null || {
  tail -n 40 "$log" >&2
  fail "Suivi could not be built; all that was said is in $log"
}
rm -f "$log"

# Everything an installed Suivi would find under /usr/share is in the source or build folder instead.
export GSETTINGS_SCHEMA_DIR=$build_dir/data
export SUIVI_LOCALEDIR=$build_dir/po
export XDG_DATA_DIRS=$source_dir/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}

if [ -n "${WAYLAND_DISPLAY-}" ] || [ -n "${DISPLAY-}" ]; then
  exec "$build_dir/src/app/suivi" ${file:+"$file"}
fi

# No display: from the list to the scorecard on the command line.
cli=$build_dir/src/cli/suivi-cli
list=${file:-$sample}
folder=$(mktemp -d "$build_dir/sample-run.XXXXXX")
workspace=$folder/sample.suivi
scorecard=$folder/scorecard.xlsx

# Shows a command as one would type it, and runs it.
step () {
  local word
  printf '\n$ suivi-cli'
  for word in "$@"; do
    [[ "$word" =~ ^[[:alnum:]_./:=-]+$ ]] || word=${word@Q}
    printf ' %s' "$word"
  done
  printf '\n'
  "$cli" "$@"
}

printf 'There is no display, so Suivi works on the command line.\n'

case "$list" in
  *.suivi) workspace=$list ;;
  *)
    step new "$workspace"
    status=0
    step import "$workspace" "$list" || status=$?
    if [ "$status" -eq 3 ]; then
      printf '\nThe list has faults, so nothing was written. Once more, without the rows above:\n'
      step import "$workspace" "$list" --skip-faulty
    elif [ "$status" -ne 0 ]; then
      exit "$status"
    fi
    ;;
esac
step reviews "$workspace"
step count "$workspace" --by position

if [ "$list" = "$sample" ]; then
  # The first three recommendations get grades, so that the scorecard shows its lights.
  mapfile -t numbers < <("$cli" list "$workspace" --format json |
    grep -o '"number" *: *"[^"]*"' | sed 's/.*"\([^"]*\)"$/\1/' | head -n 3)
  [ "${#numbers[@]}" -eq 3 ] || fail "the sample list has no three recommendations"
  step assess "$workspace" "${numbers[0]}" --law done --policy done --practice done \
    --reason 'The act is in force and inspectors report that it is kept.' \
    --source 'Example: Official Gazette 12/2026' --by 'Run script'
  step assess "$workspace" "${numbers[1]}" --law done --policy some --practice nothing \
    --reason 'The act was passed; there is no budget for it yet.' \
    --source 'Example: State budget 2026' --by 'Run script'
  step assess "$workspace" "${numbers[2]}" --law nothing --policy nothing --practice nothing \
    --reason 'No draft was tabled and no ministry is in charge.' \
    --source 'Example: answer of the ministry, May 2026' --by 'Run script'
  step count "$workspace" --by light
fi
step scorecard "$workspace" --output "$scorecard"

printf '\nWorkspace: %s\nScorecard: %s\n' "$workspace" "$scorecard"
