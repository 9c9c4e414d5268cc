#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-data.py SOURCE BUILD: what the desktop is told about Suivi is valid, each by its own validator."""

import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import house

APP = 'io.github.suivi.Suivi'


def with_tool(tap, name, check):
    """Runs @check where its tool, the first word of @name, is installed."""
    if shutil.which(name.split()[0]) is None:
        tap.skip(name, 'not installed')
    else:
        tap.result(name, check())


def check_mime(data):
    """The file type is found by its suffix and, without one, by the mark inside the file."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, 'mime', 'packages')
        os.makedirs(packages)
        shutil.copy(os.path.join(data, f'{APP}.mime.xml'), os.path.join(packages, f'{APP}.xml'))
        if os.path.exists('/usr/share/mime/packages/freedesktop.org.xml'):
            shutil.copy('/usr/share/mime/packages/freedesktop.org.xml', packages)
        faults += house.run('update-mime-database', os.path.join(folder, 'mime'))

        header = bytearray(100)
        header[0:16] = b'SQLite format 3\0'
        foreign = bytes(header)
        header[68:72] = b'Suiv'
        for name, content, wanted in (('marked', bytes(header), True),
                                      ('list.suivi', bytes(header), True),
                                      ('foreign', foreign, False),
                                      ('letter', b'Dear Suiv,' * 20, False)):
            path = os.path.join(folder, name)
            with open(path, 'wb') as file:
                file.write(content)
            told = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], stdin=subprocess.DEVNULL,
                                  capture_output=True, encoding='utf-8', check=False,
                                  env=dict(os.environ, XDG_DATA_HOME=folder, XDG_DATA_DIRS=folder)).stdout
            if ('application/x-suivi' in told) != wanted:
                faults.append(f'{name} is {"not " if wanted else ""}taken for a workspace: {told.strip()}')
    return faults


def check_manifest(path):
    """flatpak-builder leaves a folder where it is run."""
    with tempfile.TemporaryDirectory() as folder:
        return house.run('flatpak-builder', '--show-manifest', path, cwd=folder)


def check_icons(data):
    faults = []
    icons = os.path.join(data, 'icons', 'hicolor')
    for path in (f'scalable/apps/{APP}.svg', f'symbolic/apps/{APP}-symbolic.svg',
                 'scalable/mimetypes/application-x-suivi.svg'):
        try:
            if ET.parse(os.path.join(icons, path)).getroot().tag != '{http://www.w3.org/2000/svg}svg':
                faults.append(f'{path} is not an SVG picture')
        except (OSError, ET.ParseError) as error:
            faults.append(f'{path}: {error}')
    return faults


def check_versions(source, build):
    """The newest release in the metainfo is the version that is built."""
    root = ET.parse(os.path.join(build, 'data', f'{APP}.metainfo.xml')).getroot()
    newest = root.find('releases/release').get('version')
    with open(os.path.join(source, 'meson.build'), encoding='utf-8') as file:
        if f"version: '{newest}'" not in file.read():
            return [f'The newest release in the metainfo is {newest}; meson.build says something else.']
    return []


def main():
    source = house.root()
    build = os.path.abspath(sys.argv[2])
    data = os.path.join(source, 'data')
    tap = house.Tap()

    with_tool(tap, 'desktop-file-validate',
              lambda: house.run('desktop-file-validate', os.path.join(build, 'data', f'{APP}.desktop')))
    with_tool(tap, 'appstreamcli validate',
              lambda: house.run('appstreamcli', 'validate', '--no-net', '--explain',
                                os.path.join(build, 'data', f'{APP}.metainfo.xml')))
    with_tool(tap, 'glib-compile-schemas',
              lambda: house.run('glib-compile-schemas', '--strict', '--dry-run', data))
    with_tool(tap, 'update-mime-database', lambda: check_mime(data))
    with_tool(tap, 'flatpak-builder',
              lambda: check_manifest(os.path.join(source, 'flatpak', f'{APP}.json')))
    tap.result('icons', check_icons(data))
    tap.result('version', check_versions(source, build))
    tap.end()


main()
