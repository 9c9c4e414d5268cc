#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-scripts.py SOURCE: our scripts can be read, can be run, and do not waste anybody's time."""

import ast
import os
import shutil
import subprocess
import time

import house


def main():
    tap = house.Tap()
    shells = house.files('build-aux', '.sh') + ['.ci/run']
    for path in shells:
        full = os.path.join(house.root(), path)
        faults = house.run('bash', '-n', full)
        if not path.endswith('.inc.sh') and not os.access(full, os.X_OK):
            faults.append(f'{path} is not executable (chmod +x)')
        tap.result(path, faults)

    faults = []
    for path in house.files('build-aux', '.py') + house.files('tests', '.py') + house.files('data', '.py'):
        try:
            ast.parse(house.read(path))
        except SyntaxError as error:
            faults.append(f'{path}: {error}')
    tap.result('Python scripts', faults)

    script = os.path.join(house.root(), 'build-aux', 'install-deps.sh')
    name = 'install-deps.sh is quick when nothing is missing'
    wanted = subprocess.run(['bash', script, '--list'], stdin=subprocess.DEVNULL, capture_output=True,
                            encoding='utf-8', check=False).stdout.split()
    if shutil.which('dpkg-query') is None:
        tap.skip(name, 'not a Debian system')
    elif house.run('dpkg-query', '-s', *wanted):
        tap.skip(name, 'something is missing here')
    else:
        spent = []
        faults = []
        for _ in range(3):
            start = time.monotonic()
            faults += house.run('bash', script)
            spent.append(time.monotonic() - start)
        if min(spent) > 0.3:
            faults.append(f'it took {min(spent):.2f} s')
        tap.result(name, faults)
    tap.end()


main()
