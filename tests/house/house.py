# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the house share: a small TAP writer and the list of our files."""

import os
import subprocess
import sys


class Tap:
    """Prints one line a case; every check says in a sentence what to do when it fails."""

    def __init__(self):
        self.number = 0
        self.failed = False

    def result(self, name, faults):
        """@faults: sentences, none if all is well"""
        self.number += 1
        self.failed = self.failed or bool(faults)
        print(f'{"not ok" if faults else "ok"} {self.number} {name}')
        for fault in faults:
            for line in str(fault).splitlines():
                print(f'# {line}')

    def skip(self, name, why):
        self.number += 1
        print(f'ok {self.number} {name} # SKIP {why}')

    def end(self):
        print(f'1..{self.number}', flush=True)
        sys.exit(1 if self.failed else 0)


def root():
    """The source folder, named on the command line."""
    return os.path.abspath(sys.argv[1])


def files(folder, *suffixes):
    """Paths below @folder with one of @suffixes, relative to the source folder, sorted."""
    found = []
    for here, folders, names in os.walk(os.path.join(root(), folder)):
        folders[:] = [name for name in folders if not name.startswith('.')]
        found += [os.path.relpath(os.path.join(here, name), root()) for name in names if name.endswith(suffixes)]
    return sorted(found)


def read(path):
    with open(os.path.join(root(), path), encoding='utf-8') as file:
        return file.read()


def run(*command, **options):
    """Runs @command; returns nothing if it ended well, else a list with one text: what it said."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding='utf-8', errors='replace', check=False, **options)
    if done.returncode == 0:
        return []
    return [f'{" ".join(command)} ended with status {done.returncode}\n{done.stdout}']
