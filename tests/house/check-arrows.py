#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-arrows.py SOURCE: the arrows of src/README.md run one way.

app, cli → exchange → store → core; only app knows GTK, only store knows SQLite and SQL.
"""

import os
import re

import house

MAY_USE = {
    'core': {'core'},
    'store': {'core', 'store'},
    'exchange': {'core', 'store', 'exchange'},
    'cli': {'core', 'store', 'exchange', 'cli'},
    'app': {'core', 'store', 'exchange', 'app'},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|adw)([-./]|$)')
# Comments and strings, whichever begins first.
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
SQL = re.compile(r'\b(SELECT\s+.+\s+FROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|'
                 r'(CREATE|DROP|ALTER)\s+(VIRTUAL\s+|TEMP\s+)?TABLE|PRAGMA\s+\w+|VACUUM|ATTACH\s+DATABASE)\b',
                 re.DOTALL)


def strings(text):
    """The string literals of a C file, those that follow each other joined, with their lines."""
    joined = ''
    line = 0
    end = 0
    for token in TOKEN.finditer(text):
        if token.group()[0] != '"':
            continue
        if joined and text[end:token.start()].strip():
            yield line, joined
            joined = ''
        if not joined:
            line = text.count('\n', 0, token.start()) + 1
        joined += token.group()[1:-1]
        end = token.end()
    if joined:
        yield line, joined


def check(path):
    faults = []
    folder = os.path.dirname(path)
    room = path.split('/')[1]
    text = house.read(path)
    bare = TOKEN.sub(lambda token: token.group() if token.group()[0] == '"' else ' ', text)
    for bracket, header in INCLUDE.findall(bare):
        first = header.split('/')[0]
        if bracket == '"' and first in MAY_USE and first not in MAY_USE.get(room, set()):
            faults.append(f'src/{room} must not include {header}')
        elif bracket == '"' and (first == '..' or os.path.exists(os.path.join(house.root(), folder, header))):
            faults.append(f'write the path of {header} from src/, such as "core/text/text.h"')
        if room != 'app' and TOOLKIT.match(header):
            faults.append(f'only src/app may include {header}')
        if room != 'store' and header.startswith('sqlite3'):
            faults.append(f'only src/store may include {header}')
    if room != 'store':
        faults += [f'line {line}: SQL lives in src/store: “{literal[:60]}”'
                   for line, literal in strings(text) if SQL.search(literal)]
    return faults


def main():
    tap = house.Tap()
    for room in MAY_USE:
        faults = []
        for path in house.files(f'src/{room}', '.c', '.h'):
            faults += [f'{path}: {fault}' for fault in check(path)]
        tap.result(f'src/{room}', faults)
    tap.end()


main()
