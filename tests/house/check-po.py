#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-po.py SOURCE: nothing that can be translated is left out, and the translations hold.

check-po.py SOURCE --potfiles writes what po/POTFILES should say, and checks nothing.

French is the proof that all of Suivi can be translated: it has to be complete.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import house

COMPLETE = ['fr']
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2', 'gettext']
MARKED_C = re.compile(r'\b(_|N_|C_|NC_|Q_|ngettext|gettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED_UI = re.compile(r'translatable="(yes|true)"')


def strip_comments(text):
    return re.sub(r'/\*.*?\*/', ' ', text, flags=re.DOTALL)


def translatable_files():
    wanted = [path for path in house.files('src', '.c', '.h') if MARKED_C.search(strip_comments(house.read(path)))]
    wanted += [path for path in house.files('ui', '.ui') if MARKED_UI.search(house.read(path))]
    wanted += house.files('data', '.desktop.in', '.metainfo.xml.in', '.gschema.xml')
    return sorted(wanted)


def check_potfiles(listed):
    wanted = translatable_files()
    faults = [f'add {path} to po/POTFILES' for path in wanted if path not in listed]
    faults += [f'{path} stands in po/POTFILES, but there is no such file' for path in listed
               if not os.path.exists(os.path.join(house.root(), path))]
    if listed != sorted(set(listed)):
        faults.append('po/POTFILES is not sorted, or names a file twice (LC_ALL=C sort -u)')
    return faults


def check_languages(languages):
    found = [os.path.basename(path)[:-3] for path in house.files('po', '.po')]
    faults = [f'po/LINGUAS does not name {name}' for name in found if name not in languages]
    faults += [f'po/{name}.po is missing' for name in languages if name not in found]
    if languages != sorted(set(languages)):
        faults.append('po/LINGUAS is not sorted')
    return faults


def check_language(language, template):
    """@template: what there is to translate today, or None"""
    path = os.path.join(house.root(), 'po', f'{language}.po')
    # Accelerators are looked at too: an underscore in one language and none in the other is a mistake.
    faults = house.run('msgfmt', '--check', '--check-accelerators=_', '--output-file=/dev/null', path)
    if language not in COMPLETE or template is None:
        return faults

    merged = f'{template}.{language}'
    faults += house.run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged, path, template)
    for kind in ('--untranslated', '--only-fuzzy'):
        told = subprocess.run(['msgattrib', kind, '--no-obsolete', '--no-wrap', merged], stdin=subprocess.DEVNULL,
                              capture_output=True, encoding='utf-8', check=False).stdout
        # The first entry is the header.
        left = [''.join(re.findall(r'"(.*)"$', text.split('msgid_plural')[0], re.MULTILINE))
                for text in re.findall(r'^msgid (.*?)^msgstr', told, re.MULTILINE | re.DOTALL)[1:]]
        faults += [f'{language} {"lacks" if kind == "--untranslated" else "has only a guess for"} “{text}”'
                   for text in left]
    return faults


def main():
    if '--potfiles' in sys.argv:
        print('\n'.join(translatable_files()))
        return
    tap = house.Tap()
    lines = [line.strip() for line in house.read('po/POTFILES').splitlines()]
    listed = [line for line in lines if line and not line.startswith('#')]
    languages = [word for line in house.read('po/LINGUAS').splitlines() if not line.startswith('#')
                 for word in line.split()]

    tap.result('POTFILES', check_potfiles(listed))
    tap.result('LINGUAS', check_languages(languages))
    if shutil.which('msgfmt') is None:
        tap.skip('languages', 'gettext is not installed')
        tap.end()

    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'suivi.pot')
        present = os.path.join(folder, 'POTFILES')
        with open(present, 'w', encoding='utf-8') as file:
            file.writelines(f'{path}\n' for path in listed if os.path.exists(os.path.join(house.root(), path)))
        faults = house.run('xgettext', '--from-code=UTF-8', '--add-comments', f'--files-from={present}',
                           f'--directory={house.root()}', f'--output={template}',
                           *[f'--keyword={keyword}' for keyword in KEYWORDS])
        tap.result('xgettext', faults)
        for language in languages:
            tap.result(language, check_language(language, None if faults else template))
    tap.end()


main()
