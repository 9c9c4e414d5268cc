#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes a scorecard as a colleague would, with openpyxl: edit-scorecard.py FILE OPERATION…

Rows are named by their number, columns by the nick that the hidden sheet has for them; a value that begins with "@" is
the word of the file for a nick ("@level:done"), "=" before a value makes a date or a number of it.
"""

import datetime
import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)

path, operations = sys.argv[1], sys.argv[2:]
book = openpyxl.load_workbook(path)
words = {(row[0], row[1]): row[2] for row in book["suivi-scorecard"].iter_rows(values_only=True) if row[2]}
card = book[words["sheet", "scorecard"]]


def header_row():
    for row in card.iter_rows(max_row=20):
        if "Suivi key" in [cell.value for cell in row]:
            return row[0].row
    raise SystemExit("no headings")


def column(nick):
    row = header_row()
    for cell in card[row]:
        if cell.value == words["column", nick]:
            return cell.column
    raise SystemExit(f"no column {nick}")


def row_of(number):
    at = column("number")
    for row in range(header_row() + 1, card.max_row + 1):
        if str(card.cell(row, at).value) == number:
            return row
    raise SystemExit(f"no row {number}")


def value_of(text):
    if text.startswith("@"):
        return words[tuple(text[1:].split(":"))]
    if text.startswith("="):
        return float(text[1:]) if "-" not in text else datetime.datetime.fromisoformat(text[1:])
    return text or None


def put(cell, value):
    """What begins with "=" is a text and no formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def sort(columns):
    """By the text, from Z to A: only those columns move."""
    first = header_row() + 1
    key = column("text")
    rows = range(first, card.max_row + 1)
    order = sorted(rows, key=lambda row: str(card.cell(row, key).value), reverse=True)
    values = {(row, at): card.cell(row, at).value for row in rows for at in columns}
    for target, source in zip(rows, order):
        for at in columns:
            put(card.cell(target, at), values[source, at])


def answer(nick, text, formula=False):
    """Right of the question on the sheet with the method."""
    sheet = book[words["sheet", "method"]]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == words["question", nick]:
                put(sheet.cell(cell.row, cell.column + 1), text)
                if formula:
                    sheet.cell(cell.row, cell.column + 1).value = text
                return
    raise SystemExit(f"no question {nick}")


for operation in operations:
    name, *rest = operation.split("|")
    if name == "set":
        put(card.cell(row_of(rest[0]), column(rest[1])), value_of(rest[2]))
    elif name == "formula":
        # As openpyxl writes them: without a result.
        card.cell(row_of(rest[0]), column(rest[1])).value = rest[2]
    elif name == "sort":
        sort(range(1, card.max_column + 1))
    elif name == "sort-visible":
        sort(range(1, column("key")))
    elif name == "insert-column":
        card.insert_cols(int(rest[0]))
        card.cell(header_row(), int(rest[0])).value = rest[1]
        card.cell(row_of("140.2"), int(rest[0])).value = rest[1]
    elif name == "delete-column":
        card.delete_cols(column(rest[0]))
    elif name == "delete-row":
        card.delete_rows(row_of(rest[0]))
    elif name == "copy-row":
        source, target = row_of(rest[0]), card.max_row + 1
        for cell in list(card[source]):
            put(card.cell(target, cell.column), cell.value)
    elif name == "add-row":
        target = card.max_row + 1
        card.cell(target, column("number")).value = rest[0]
        card.cell(target, column("text")).value = rest[1]
    elif name == "answer":
        answer(*rest)
    elif name == "answer-formula":
        answer(*rest, formula=True)
    elif name == "insert-title":
        card.insert_rows(1)
        card.cell(1, 1).value = rest[0]
    elif name == "rename-sheet":
        card.title = rest[0]
    elif name == "copy-sheet":
        book.copy_worksheet(card).title = rest[0]
        book.move_sheet(rest[0], -3)
    elif name == "check-signs":
        # Where words are read from the right, a mark before the sign of a light keeps it on that side.
        for row in range(header_row() + 1, card.max_row + 1):
            light = card.cell(row, column("light")).value
            if light.startswith("\u200f") != bool(card.sheet_view.rightToLeft):
                raise SystemExit(f"sign of {light!r}")
    elif name == "version":
        book["suivi-scorecard"]["B1"].value = rest[0]
    elif name == "delete-sheet":
        del book[rest[0]]
    elif name == "number-format":
        for row in range(header_row() + 1, card.max_row + 1):
            cell = card.cell(row, column("number"))
            cell.value = float(cell.value)
    else:
        raise SystemExit(f"no operation {name}")

book.save(path)
