#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from exec to the first frame of Suivi, beside GNOME Text Editor on the same display.

Both are started by turns with a small library in LD_PRELOAD (bench-startup-shim.c) that ends the program when its
first frame is painted and says how long that took. Aim: the median of Suivi at most 1.2 times that of the editor.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

SKIP = 77
AIM = 1.2
RUNS = 5


def start(command, shim, home):
    """Returns the milliseconds until the first frame, or None if there was none."""
    environment = dict(os.environ)
    environment.update({
        'LD_PRELOAD': shim,
        'GSK_RENDERER': 'cairo',
        'GSETTINGS_BACKEND': 'memory',
        'ADW_DISABLE_PORTAL': '1',
        'GTK_A11Y': 'none',
        'HOME': home,
        'XDG_CONFIG_HOME': os.path.join(home, 'config'),
        'XDG_CACHE_HOME': os.path.join(home, 'cache'),
        'XDG_DATA_HOME': os.path.join(home, 'data'),
    })
    environment.pop('G_DEBUG', None)
    try:
        done = subprocess.run(['dbus-run-session', '--', *command], env=environment, timeout=60,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    except subprocess.TimeoutExpired:
        return None
    for line in done.stderr.splitlines():
        if line.startswith('first-frame-ms '):
            return float(line.split()[1])
    return None


def main():
    suivi, shim = sys.argv[1:3]
    editor = shutil.which('gnome-text-editor')
    for missing, name in ((os.environ.get('DISPLAY'), 'a display'), (editor, 'gnome-text-editor'),
                          (shutil.which('dbus-run-session'), 'dbus-run-session')):
        if not missing:
            print(f'Skipped: there is no {name} here.')
            return SKIP

    times = {'suivi': [], 'gnome-text-editor': []}
    commands = {'suivi': [suivi], 'gnome-text-editor': [editor, '--standalone']}
    with tempfile.TemporaryDirectory() as home:
        for run in range(RUNS + 1):
            for name, command in commands.items():
                time = start(command, shim, home)
                if time is None:
                    print(f'{name} showed no frame.')
                    return 1 if name == 'suivi' else SKIP
                if run > 0:  # the first one fills the caches
                    times[name].append(time)

    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f'{name}: {medians[name]:.0f} ms to the first frame (median of {len(values)}: '
              + ', '.join(f'{value:.0f}' for value in values) + ')')
    ratio = medians['suivi'] / medians['gnome-text-editor']
    print(f'ratio {ratio:.2f} (aim: at most {AIM})')
    return 0


if __name__ == '__main__':
    sys.exit(main())
