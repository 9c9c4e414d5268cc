#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the scorecard that test-scorecard-xlsx.c wrote with openpyxl; prints what is not as it should be."""

import datetime
import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)

problems = 0


def check(what, found, expected):
    global problems
    if found != expected:
        print(f"{what}: {found!r} instead of {expected!r}")
        problems += 1


book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
card = book["Scorecard"]
summary = book["Summary"]

check("sheets", book.sheetnames, ["Summary", "Scorecard", "Evidence", "By organisation",
                                  "Method and definitions", "Changes since last edition", "suivi-scorecard"])
check("active sheet", book.active.title, "Summary")
check("creator", book.properties.creator, "Ana Lind, Institute of Alvera")
check("created", book.properties.created, datetime.datetime(2026, 6, 30, 12, 0))
check("modified", book.properties.modified, datetime.datetime(2026, 6, 30, 12, 0))

check("hidden sheet", book["suivi-scorecard"].sheet_state, "hidden")
check("hidden columns", [letter for letter, column in card.column_dimensions.items() if column.hidden], ["T", "U"])
check("lists to choose from",
      sorted(str(rule.sqref) for rule in card.data_validations.dataValidation),
      ["D2:D5", "F2:F5", "G2:G5", "H2:H5", "I2:I5", "J2:J5", "S2:S5"])

check("frozen", card.freeze_panes, "B2")
check("filter", card.auto_filter.ref, "A1:U5")
check("repeated rows", card.print_title_rows, "$1:$1")
check("print area", str(card.print_area[0]).replace("$", "").split("!")[-1], "A1:M5")
check("orientation", card.page_setup.orientation, "landscape")
check("fit to width", (card.sheet_properties.pageSetUpPr.fitToPage, card.page_setup.fitToHeight), (True, 0))
check("footer", card.oddFooter.right.text.strip(), "Page &P of &N")
check("numbers", [cell.value for cell in card["A"][1:]], ["140.2", "140.10", "140.11", "140.12"])
check("text", card["B2"].value, "=1+1")
check("text type", card["B2"].data_type, "s")
check("date", card["N2"].value, datetime.datetime(2026, 3, 14))
check("date format", card["N2"].number_format.replace("\\", ""), "yyyy-mm-dd")
check("wrapped", card["B2"].alignment.wrap_text, True)
check("top", card["B2"].alignment.vertical, "top")
check("formulas in the scorecard",
      [cell.coordinate for row in card for cell in row if cell.data_type == "f"], [])

for cell in [cell for row in summary for cell in row if str(cell.value).startswith("=SUM(")]:
    first, last = str(cell.value)[5:-1].split(":")
    total = 0
    for row in values["Summary"][first:last]:
        total += sum(part.value for part in row)
    check(f"sum in {cell.coordinate}", values["Summary"][cell.coordinate].value, total)
check("cut-off", values["Summary"]["B3"].value, datetime.datetime(2026, 6, 30))
check("charts", len(summary._charts), 3)
# What has nothing to show says so.
check("no evidence", str(book["Evidence"]["A2"].value).startswith("No evidence is tied"), True)
check("one organisation", "Institute of Alvera" in str(book["By organisation"]["A2"].value), True)
check("no edition", str(book["Changes since last edition"]["A2"].value).startswith("There is no earlier"), True)
check("lines of the method", "Counting rule" in [row[0].value for row in book["Method and definitions"].iter_rows()], True)

sys.exit(1 if problems else 0)
