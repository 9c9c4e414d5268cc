#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the window as a screen reader does: every control that can be reached must have a name of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'combo box', 'spin button', 'text',
            'entry', 'slider', 'switch', 'menu item', 'button', 'list item'}
# What nobody named shows the name of its class.
CLASS_PREFIXES = ('Gtk', 'Adw', 'Suivi')
# Each page, the button that leads there (rows of a list cannot be activated over the bus), and what is seen only there.
PAGES = (
    ('Overview', None, 'Go to scorecard: '),
    ('Scorecard', 'Go to scorecard: ', 'Edition of the scorecard'),
    ('Recommendations', 'Grade: ', 'Search recommendations'),
)


def skip(reason):
    print('1..0 # SKIP ' + reason)
    sys.exit(0)


def walk(node, depth=0):
    """Yields each node below; nodes may vanish while we walk."""
    from gi.repository import GLib
    try:
        yield node
        if depth > 60:
            return
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk(child, depth + 1)
    except GLib.GError:
        return


def wait_for(find, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(0.2)
    return None


def find_application():
    from gi.repository import Atspi, GLib
    try:
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and (application.get_name() or '').lower().endswith('suivi'):
                return application
    except GLib.GError:
        pass
    return None


def find_starting(application, start):
    """The first control whose name begins so. GTK 4.8 does not say which controls are on the page that is shown."""
    from gi.repository import GLib
    for node in walk(application):
        try:
            if node.get_role_name() not in CONTROLS or not (node.get_name() or '').startswith(start):
                continue
            return node
        except GLib.GError:
            continue
    return None


def unnamed(application):
    from gi.repository import Atspi, GLib
    found = set()
    for node in walk(application):
        try:
            role = node.get_role_name()
            name = node.get_name() or ''
            states = node.get_state_set()
            if role not in CONTROLS or not states.contains(Atspi.StateType.FOCUSABLE):
                continue
            # GTK 4.8 reads the mark of a mnemonic aloud: “_Import”.
            if not name or name.startswith(CLASS_PREFIXES) or '_' in name:
                found.add(f'{role} “{name}” in “{node.get_parent().get_name()}”')
        except (GLib.GError, AttributeError):
            continue
    return sorted(found)


def check(number, what, problems):
    for problem in problems:
        print('# ' + problem)
    print(f'{"not ok" if problems else "ok"} {number} {what}')
    return not problems


def run(program):
    from gi.repository import Atspi, GLib
    print(f'1..{2 + len(PAGES)}')
    home = tempfile.mkdtemp(prefix='suivi-names-')
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
    for key in ('GTK_A11Y', 'G_DEBUG'):
        environment.pop(key, None)
    process = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        application = wait_for(find_application)
        if not check(1, 'the window is seen', [] if application else ['no application on the accessibility bus']):
            return 1
        sample = wait_for(lambda: find_starting(application, 'Try with sample data'))
        good = check(2, 'start page', unnamed(application) if sample else ['no button for sample data'])
        if sample is None:
            return 1
        sample.do_action(0)
        for number, (page, button, landmark) in enumerate(PAGES, 3):
            if button is not None:
                node = wait_for(lambda: find_starting(application, button))
                if node is not None:
                    node.do_action(0)
            if wait_for(lambda: find_starting(application, landmark)) is None:
                good = check(number, page, ['the page was not reached'])
                continue
            good = check(number, page, unnamed(application)) and good
        return 0 if good else 1
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        shutil.rmtree(home, ignore_errors=True)


def main():
    if not os.environ.get('DISPLAY') and not os.environ.get('WAYLAND_DISPLAY'):
        skip('no display')
    if shutil.which('dbus-run-session') is None:
        skip('no dbus-run-session')
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError):
        skip('no AT-SPI for Python')

    if os.environ.get('SUIVI_NAMES_INSIDE') != '1':
        # A bus of its own, so that nothing of the user's session is walked.
        environment = dict(os.environ, SUIVI_NAMES_INSIDE='1')
        # The library that walks warns when a window vanishes under its feet, which is no fault of ours.
        environment.pop('G_DEBUG', None)
        result = subprocess.run(['dbus-run-session', '--', sys.executable] + sys.argv, check=False,
                                stdout=subprocess.PIPE, text=True, env=environment)
        # The services of the bus talk on the same channel.
        for line in result.stdout.splitlines():
            if line.startswith(('1..', 'ok ', 'not ok ', '#', 'Bail out!')):
                print(line)
        sys.exit(result.returncode)
    sys.exit(run(sys.argv[1]))


if __name__ == '__main__':
    main()
