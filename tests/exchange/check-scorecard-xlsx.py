#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the scorecard that test-scorecard-xlsx.c wrote with openpyxl; prints what is not as it should be."""

import datetime
import sys
import tempfile

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
                                  "Judgements", "Method and definitions", "Changes since last edition", "suivi-scorecard"])
check("active sheet", book.active.title, "Summary")
check("creator", book.properties.creator, "Ana Lind, Institute of Alvera")
check("created", book.properties.created, datetime.datetime(2026, 6, 30, 12, 0))
check("modified", book.properties.modified, datetime.datetime(2026, 6, 30, 12, 0))

check("hidden sheet", book["suivi-scorecard"].sheet_state, "hidden")
# What would say nothing, and what the program alone needs: openpyxl tells of hidden neighbours of one width as of one.
hidden = set()
for column in card.column_dimensions.values():
    if column.hidden:
        hidden |= set(range(column.min, column.max + 1))
check("hidden columns", [card.cell(1, number).value for number in sorted(hidden)],
      ["Grades apart", "Evidence 2", "Evidence 3", "Evidence 4", "Evidence 5", "Suivi key", "Suivi base"])
check("lists to choose from",
      sorted(str(rule.sqref) for rule in card.data_validations.dataValidation),
      ["D2:D5", "G2:G5", "H2:H5", "I2:I5", "J2:J5", "K2:K5", "Y2:Y5"])

check("frozen", card.freeze_panes, "B2")
check("filter", card.auto_filter.ref, "A1:AA5")
check("repeated rows", card.print_title_rows, "$1:$1")
check("print area", str(card.print_area[0]).replace("$", "").split("!")[-1], "A1:R5")
check("orientation", card.page_setup.orientation, "landscape")
# On two pages side by side, in letters of 10 points that are 7 or larger on paper.
check("pages", (bool(card.sheet_properties.pageSetUpPr.fitToPage), card.page_setup.pageOrder), (False, "overThenDown"))
check("legible", 70 <= int(card.page_setup.scale) <= 100, True)
check("repeated columns", card.print_title_cols, "$A:$A")
check("second page", [card.cell(1, item.id + 1).value for item in card.col_breaks.brk], ["Reason"])
for first, last in (("A", "K"), ("M", "R")):
    letters = [openpyxl.utils.get_column_letter(number) for number in range(
        openpyxl.utils.column_index_from_string(first), openpyxl.utils.column_index_from_string(last) + 1)]
    letters += ["A"] if first != "A" else []
    pixels = sum(card.column_dimensions[letter].width * 7 for letter in letters)
    check(f"{first} to {last} fit on A4", pixels / 96 * int(card.page_setup.scale) / 100 <= 11.69 - 0.8, True)
check("paper", card.page_setup.paperSize, 9)

# Looks have names, and keep them when another program saves the workbook.
named = [name for name in book.named_styles if name != "Normal"]
for name in ("Title", "Heading", "Column heading", "Text", "Date", "Number", "Note", "To fill in", "Light: Implemented",
             "Light: Some progress", "Light: No progress", "Light: Worse than before", "Light: Not assessed", "Level: Done",
             "Level: Some progress", "Level: Nothing", "Level: Not assessed"):
    check(f"style {name}", f"Suivi – {name}" in named, True)
check("names differ", len({name.casefold() for name in named}), len(named))
styled = {"A1": "Column heading", "A2": "Strong text", "B2": "Text", "G2": "Level: Done", "I2": "Level: Not assessed",
          "J2": "Light: Implemented", "P2": "Date"}
for cell, name in styled.items():
    check(f"style of {cell}", card[cell].style, f"Suivi – {name}")
for name in named:
    check(f"{name} is a style of its own", book._named_styles[name].builtinId, None)
with tempfile.TemporaryDirectory() as folder:
    book.save(folder + "/again.xlsx")
    again = openpyxl.load_workbook(folder + "/again.xlsx")
    check("names after saving", sorted(again.named_styles), sorted(book.named_styles))
    check("styles after saving", {cell: again["Scorecard"][cell].style for cell in styled},
          {cell: f"Suivi – {name}" for cell, name in styled.items()})
check("footer", card.oddFooter.right.text.strip(), "Page &P of &N")
check("numbers", [cell.value for cell in card["A"][1:]], ["140.2", "140.10", "140.11", "140.12"])
check("text", card["B2"].value, "=1+1")
check("text type", card["B2"].data_type, "s")
check("institutions", (card["F1"].value, card["F2"].value, card["F2"].alignment.wrap_text),
      ("Responsible institutions", "Ministry of Education; Parliament", True))
check("date", card["P2"].value, datetime.datetime(2026, 3, 14))
check("date format", card["P2"].number_format.replace("\\", ""), "yyyy-mm-dd")
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
check("no judgement of others", [cell.value for cell in book["Judgements"][2]][2:4], ["Judgement", "Institute of Alvera"])
check("no edition", str(book["Changes since last edition"]["A2"].value).startswith("There is no earlier"), True)
check("lines of the method", "Counting rule" in [row[0].value for row in book["Method and definitions"].iter_rows()], True)

sys.exit(1 if problems else 0)
