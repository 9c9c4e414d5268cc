#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-consent.py SOURCE: what children said has one door.

Only the pages of a consultation may ask for the record itself, and only the files of the store that keep consultations
may name the tables that hold what children said, or who they are.
"""

import os
import re

import house

RECORD = re.compile(r'\bSUIVI_USE_RECORD\b')
MAY_ASK = ('src/app/consultation/', 'src/core/consultation/', 'src/store/')

TABLE = re.compile(r'\b(FROM|INTO|UPDATE|JOIN)\s+(statement|sealed)\b')
MAY_NAME = {
    'statement': {'erasure.c', 'store-consultation.c', 'transaction-consultation.c', 'vault.c'},
    'sealed': {'erasure.c', 'vault.c', 'vault-acts.c'},
}
RECORD_STORE = re.compile(r'#include "store/record\.h"')


def main():
    tap = house.Tap()
    asks = []
    names = []
    reads = []
    found = 0
    for path in house.files('src', '.c', '.h'):
        text = house.read(path)
        if RECORD.search(text):
            found += 1
            if not path.startswith(MAY_ASK):
                asks.append(f'{path}: ask for the use that is made of it, not for SUIVI_USE_RECORD')
        for match in TABLE.finditer(text):
            found += 1
            if os.path.dirname(path) != 'src/store' or os.path.basename(path) not in MAY_NAME[match.group(2)]:
                names.append(f'{path}: read the table “{match.group(2)}” by suivi_store_list_statements() or vault.h')
        if RECORD_STORE.search(text) and not path.startswith('src/store/'):
            reads.append(f'{path}: records are read by the functions of consultation-store.h')
    if found < 10:
        asks.append('this check found nothing to look at: has something been renamed?')
    tap.result('only the pages of a consultation ask for the record', asks)
    tap.result('only the store names the tables', names)
    tap.result('only the store reads records', reads)
    tap.end()


main()
