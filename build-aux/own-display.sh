#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later

# own-display.sh PROGRAM [ARGUMENTS]: runs a program on a display of its own, which nobody sees. On one display, a window
# of one test takes the keyboard from the window of another.

folder=$(mktemp -d) || exit 1
mkfifo "$folder/number" || exit 1
Xvfb -displayfd 3 -screen 0 1280x1024x24 -noreset -nolisten tcp 3>"$folder/number" >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf -- "$folder"' EXIT

read -r number <"$folder/number"
DISPLAY=:$number "$@"
