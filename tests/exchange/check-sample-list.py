#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample list in the repository is what its script makes: part by part, whatever zlib packed it.

usage: check-sample-list.py DATA_SAMPLE_FOLDER
"""

import pathlib
import subprocess
import sys
import tempfile
import zipfile


def read_parts(path):
    with zipfile.ZipFile(path) as archive:
        return [(info.filename, info.date_time, archive.read(info)) for info in archive.infolist()]


def main():
    folder = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as temporary:
        outputs = [pathlib.Path(temporary) / name for name in ('first.docx', 'second.docx')]
        for output in outputs:
            subprocess.run([sys.executable, folder / 'make-sample-list.py', output], check=True)
        if outputs[0].read_bytes() != outputs[1].read_bytes():
            sys.exit('make-sample-list.py makes something else each time')
        if read_parts(outputs[0]) != read_parts(folder / 'sample-list.docx'):
            sys.exit('sample-list.docx is not what make-sample-list.py makes: run it again')


if __name__ == '__main__':
    main()
