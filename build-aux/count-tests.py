#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test cases after `meson test`: count-tests.py LOG-FOLDER EXIT-STATUS-OF-MESON

A program counts with each of its cases. One that crashed, hung or broke off counts as one more failed case, unless a
case of its own already says so. The last line is "N passed, N failed", with ", N skipped" if any were.
The exit status is 0 only if none failed and at least one passed.
"""

import glob
import json
import os
import sys
import xml.etree.ElementTree as ET

LONGEST_LOG = 12000
GOOD = {'OK', 'SKIP', 'EXPECTEDFAIL'}


def find_log(folder, ending):
    """Its name says with what the tests were wrapped, if with anything."""
    found = glob.glob(os.path.join(glob.escape(folder), 'testlog*' + ending))
    return found[0] if found else ''


def read_cases(path):
    """The cases of each program, by the program's name: [(case, outcome)]."""
    programs = {}
    try:
        root = ET.parse(path).getroot()
    except (OSError, ET.ParseError):
        return programs
    for suite in root.iter('testsuite'):
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                outcome = 'failed'
            elif case.find('skipped') is not None:
                outcome = 'skipped'
            else:
                outcome = 'passed'
            # A program with cases has a suite of its own, "project.program"; the others share one, "project".
            owner = suite.get('name', '').partition('.')[2] or case.get('name', '')
            programs.setdefault(owner, []).append((case.get('name', ''), outcome))
    return programs


def read_programs(path):
    """What became of each program as a whole: a list of dictionaries of meson's own making."""
    try:
        with open(path, encoding='utf-8', errors='replace') as log:
            return [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError):
        return []


def print_log(program):
    print(f'\n──── {program["name"]}: {program["result"].lower()}, after {program.get("duration", 0):.1f} s')
    for stream in ('stdout', 'stderr'):
        text = (program.get(stream) or '').rstrip()
        if len(text) > LONGEST_LOG:
            half = LONGEST_LOG // 2
            text = f'{text[:half]}\n[… {len(text) - LONGEST_LOG} more characters …]\n{text[-half:]}'
        if text:
            print(text)


def main():
    folder = sys.argv[1]
    status = int(sys.argv[2])
    cases = read_cases(find_log(folder, '.junit.xml'))
    programs = read_programs(find_log(folder, '.json'))
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    failed = []

    for program_cases in cases.values():
        for _, outcome in program_cases:
            count[outcome] += 1

    for program in programs:
        if program['result'] in GOOD:
            continue
        print_log(program)
        own = [case for case, outcome in cases.get(program['name'], []) if outcome == 'failed']
        if not own:
            count['failed'] += 1
            own = [f'stopped: {program["result"].lower()}']
        failed += [program['name'] if case == program['name'] else f'{program["name"]}: {case}' for case in own]

    # Meson knows of a failure that left no trace above, or never came to run anything.
    if status != 0 and count['failed'] == 0:
        count['failed'] = 1
        failed.append(f'meson test ended with status {status}')
    if count['passed'] + count['failed'] == 0:
        count['failed'] = 1
        failed.append('no test ran')

    print()
    for program in programs:
        own = cases.get(program['name'], [])
        passed = sum(outcome == 'passed' for _, outcome in own)
        sign = '✓' if program['result'] in GOOD else '✗'
        note = ', skipped' if program['result'] == 'SKIP' else ''
        print(f'{sign} {program["name"]}  ({passed} of {len(own)}{note}, {program.get("duration", 0):.1f} s)')
    if failed:
        print('\nFailed:')
        for line in failed:
            print(f'  {line}')
    print()
    skipped = f', {count["skipped"]} skipped' if count['skipped'] else ''
    print(f'{count["passed"]} passed, {count["failed"]} failed{skipped}')
    return 0 if count['failed'] == 0 and count['passed'] > 0 else 1


if __name__ == '__main__':
    sys.exit(main())
