#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what Suivi needs, on Debian 12 and 13. Quick, and silent, when nothing is missing.
#
#   install-deps.sh                  everything: to build, to run and to test
#   install-deps.sh --without-tests  only what is needed to build and run
#   install-deps.sh --list           names the packages, one a line; installs nothing

set -euo pipefail
export LC_ALL=C.UTF-8

build=(
  build-essential meson ninja-build pkgconf gettext
  libgtk-4-dev libgtk-4-bin       # the toolkit, and its icon cache tool
  libadwaita-1-dev                # GNOME's widgets
  libglib2.0-dev libglib2.0-bin   # GLib; compilers of schemas and resources
  libsqlite3-dev                  # the workspace file
  libarchive-dev libxml2-dev      # reading Word files
  libxml2-utils                   # packs the templates of the window
  libxlsxwriter-dev               # writing Excel files
  libpango1.0-dev libcairo2-dev   # writing PDF files
  libyajl-dev                     # JSON
  libsodium-dev                   # sealing what children told
  libcsv-dev libfreexl-dev        # tables: CSV, Excel files of before 2007
  desktop-file-utils              # desktop entry: read by the menus
  appstream                       # metainfo: read by software centres
  shared-mime-info                # the .suivi file type
)

run=(
  adwaita-icon-theme hicolor-icon-theme librsvg2-common   # symbolic icons are SVG
  fonts-cantarell fonts-noto-core                         # GNOME's font, and every script
  dbus at-spi2-core                                       # session bus; screen readers
  iso-codes locales
)

tests=(
  xvfb xauth libxtst6                        # a display that nobody sees, and keys that nobody presses
  flatpak flatpak-builder elfutils           # the manifest
  sqlite3                                    # looks into workspaces from outside
  python3 python3-gi gir1.2-atspi-2.0 python3-pyatspi   # checks, and what a screen reader is told
  python3-openpyxl python3-docx python3-xlsxwriter      # second opinions on Office files
  libreoffice-calc-nogui poppler-utils       # does the scorecard open elsewhere?
  clang libclang-rt-dev                      # libFuzzer and the sanitizers
  man-db groff-base                          # the manual page
  librsvg2-bin                               # draws the icons
  hyperfine gnome-text-editor                # measures, and something to measure against
)

wanted=("${build[@]}" "${run[@]}" "${tests[@]}")

say () { printf 'install-deps: %s\n' "$*"; }
fail () { printf 'install-deps: %s\n' "$*" >&2; exit 1; }

case "${1-}" in
  '') ;;
  --list) printf '%s\n' "${wanted[@]}"; exit 0 ;;
  --without-tests) wanted=("${build[@]}" "${run[@]}") ;;
  *) printf 'usage: install-deps.sh [--without-tests | --list]\n' >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  fail "This script knows Debian 12 and 13 only. Elsewhere, please install the counterparts of: ${wanted[*]}"
fi

# One question to dpkg for all of them.
declare -A installed=()
while read -r status name; do
  [ "$status" = installed ] && installed[$name]=1
done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)

missing=()
for name in "${wanted[@]}"; do
  [ -n "${installed[$name]-}" ] || missing+=("$name")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    fail "These packages are missing, and installing them takes root: become root and run  apt-get install ${missing[*]}"
  fi
  as_root=(sudo)
  # Without a terminal nobody could type a password.
  [ -t 0 ] || as_root=(sudo -n)
  "${as_root[@]}" true || fail "sudo does not let you in. Ask someone who may to run:  apt-get install ${missing[*]}"
fi

apt () {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    apt-get -q -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@" </dev/null
}

say "installing with apt: ${missing[*]}"
apt update || fail "apt-get update failed; is there a network?"

# A release may lack a package that is only of use to a test; that test then skips itself.
declare -A available=()
while read -r name; do
  available[$name]=1
done < <(apt-cache policy "${missing[@]}" |
         awk '/^[^ ]/ { sub(":$", ""); name = $0 } /Candidate:/ && !/\(none\)/ { print name }')

installable=()
for name in "${missing[@]}"; do
  if [ -n "${available[$name]-}" ]; then
    installable+=("$name")
  elif [[ " ${tests[*]} " == *" $name "* ]]; then
    say "this release has no $name: tests that need it will be skipped"
  else
    fail "this release has no $name. Suivi needs Debian 12 or newer."
  fi
done

if [ "${#installable[@]}" -gt 0 ]; then
  apt install -y --no-install-recommends "${installable[@]}" ||
    fail "apt-get could not install everything; what it said stands above."
fi
say "done"
