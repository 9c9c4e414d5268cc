#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the workbook that test-scorecard-workbook.c wrote with openpyxl, works its formulas out, and prints what is not
as it should be: check-scorecard-workbook.py FILE [formulas]; with "formulas", nothing else is looked at."""

import math
import re
import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)

problems = 0


def check(what, found, expected):
    global problems
    if found != expected and not (isinstance(found, float) and math.isclose(found, expected, rel_tol=1e-12)):
        print(f"{what}: {found!r} instead of {expected!r}")
        problems += 1


book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
check("sheets", book.sheetnames, ["Summary", "Scorecard", "Evidence", "By organisation", "Method and definitions",
                                  "Changes since last edition", "suivi-scorecard"])
card, evidence, summary = book["Scorecard"], book["Evidence"], book["Summary"]
headings = {cell.value: cell.column for cell in card[1]}


def column(title):
    return [cell[0].value for cell in card.iter_rows(min_row=2, min_col=headings[title], max_col=headings[title])]


def named(name):
    sheet, cells = book.defined_names[name].attr_text.split("!")
    return [row[0].value for row in values[sheet.strip("'")][cells.replace("$", "")]]


def criteria(text, sheet):
    """COUNTIFS, or SUMIFS of Suivi_counts, of named columns against texts or cells of the same sheet."""
    counts = named("Suivi_counts") if text.startswith("Suivi_counts,") else None
    text = text.removeprefix("Suivi_counts,")
    parts = re.findall(r'(Suivi_\w+),(?:"="&)?("(?:[^"]|"")*"|\$?[A-Z]+\$?\d+)', text)
    rows = zip(*[named(name) for name, _ in parts])
    wanted = [part[1:-1].replace('""', '"') if part.startswith('"') else sheet[part.replace("$", "")].value
              for _, part in parts]
    met = [all((cell or "") == want for cell, want in zip(row, wanted)) for row in rows]
    return sum(count for count, is_met in zip(counts, met) if is_met) if counts else sum(met)


def work_out(formula, sheet):
    if formula.startswith("=SUM("):
        return sum(cell.value or 0 for row in sheet[formula[5:-1]] for cell in row)
    if formula.startswith("=IF("):
        part, whole = re.findall(r"([A-Z]+\$\d+)/([A-Z]+\$\d+)", formula)[0]
        return sheet[part.replace("$", "")].value / sheet[whole.replace("$", "")].value
    if formula.startswith("=SUMPRODUCT"):
        name, text = re.fullmatch(r'=SUMPRODUCT\(--\((\w+)="(.*)"\)\)', formula).groups()
        return named(name).count(text)
    return sum(criteria(part, sheet) for part in re.findall(r"(?:COUNT|SUM)IFS\((.*?)\)(?=\+(?:COUNT|SUM)IFS|$)", formula[1:]))


formulas = 0
for sheet in (summary, book["Changes since last edition"]):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                formulas += 1
                cached = values[sheet.title][cell.coordinate].value
                check(f"{sheet.title} {cell.coordinate} {cell.value}", cached,
                      work_out(str(cell.value), values[sheet.title]))
check("enough formulas", formulas > 60, True)
for sheet in book:
    if sheet.title not in (summary.title, "Changes since last edition"):
        check(f"formulas in {sheet.title}",
              [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], [])

# Long words for lights: a heading of some 18 letters in a line, of 12 points or more each, is seen whole.
lights = {text for kind, _, text in book["suivi-scorecard"].iter_rows(max_col=3, values_only=True) if kind == "light"}
tables = [row for row in summary.iter_rows(min_col=2) if sum(cell.value in lights for cell in row) == 5]
check("tables of lights", len(tables) >= 3, True)
for row in tables[1:]:
    lines = max(-(-len(cell.value) // 18) for cell in row if cell.value in lights)
    check(f"headings of row {row[0].row}", summary.row_dimensions[row[0].row].height >= 12 * lines, True)
# The sign of a light stands in the line of its word: 13 bold letters of "● Implemented" need more than 14.
check("room for a light", card.column_dimensions[card.cell(1, headings["Light"]).column_letter].width > 14, True)

if sys.argv[2:] == ["formulas"]:
    sys.exit(1 if problems else 0)

check("total", values["Summary"][book.defined_names["Suivi_total"].attr_text.split("!")[1].replace("$", "")].value, 60)
for name in ("implemented", "some_progress", "no_progress", "worse_than_before", "not_assessed", "supported", "noted"):
    check(f"name {name}", f"Suivi_{name}" in book.defined_names, True)
check("charts", len(summary._charts), 4)

# Links, both ways. The first recommendation stands on two pieces.
link = card.cell(2, headings["Evidence"])
check("numbers of evidence", link.value, "1, 2")
check("leads to evidence", link.hyperlink.location, "Evidence!A2")
check("numbered", [evidence.cell(row, 1).value for row in (2, 3)], [1, 2])
check("titles", [evidence.cell(row, 2).value for row in (2, 3)], ["=Report of the ombudsperson", "Law on schools, 2026"])
check("leads back", evidence["J2"].hyperlink.location, "Scorecard!A2")
check("supports", (evidence["J2"].value, str(evidence["K2"].value).split("; ")[:2]), ("140.1", ["140.4", "140.7"]))
check("no script", evidence["F2"].hyperlink, None)
check("address", evidence["F3"].hyperlink.target, "https://example.org/law?id=1")

organisations = book["By organisation"]
check("organisations", [cell.value for cell in organisations[1]][6:],
      ["Blue Roof", "Friends of the River, Branch of the Northern Valleys", "Institute of Alvera",
       "Dissent"])
check("first row", [cell.value for cell in organisations[2]][3:],
      ["○ No progress", None, 1, "○ No progress", "◐ Some progress", "○ No progress", None])
check("dissent", [organisations.cell(row, 10).value for row in (4, 5, 6)], [None, "Blue Roof: nothing has changed.", None])
check("agreed", [organisations.cell(row, 5).value for row in (4, 5, 6, 7)], [None, "yes", "yes", None])
for sheet in (card, evidence, organisations):
    check(f"filter of {sheet.title}", sheet.auto_filter.ref.startswith("A1:"), True)
    check(f"repeated rows of {sheet.title}", sheet.print_title_rows, "$1:$1")
for sheet in book.worksheets[:-1]:
    check(f"paper of {sheet.title}", (sheet.page_setup.paperSize, sheet.page_setup.orientation), ("9", "landscape")
          if isinstance(sheet.page_setup.paperSize, str) else (9, "landscape"))
    check(f"footer of {sheet.title}", sheet.oddFooter.right.text.strip(), "Page &P of &N")

check("worse", column("Light")[7], "↓ Worse than before")
check("trends", sorted(set(column("Trend"))),
      ["= The same", "– Still not assessed", "▲ Better", "▼ Worse", "◇ Assessed for the first time"])
check("clusters", sorted(set(str(title) for title in column("Cluster"))),
      ["None", "Protection from violence", "Schools & meals"])
check("judges", column("Judged by")[3:5], ["Agreed by: Blue Roof; Institute of Alvera"] * 2)
lists = {rule.sqref.ranges[0].min_col: rule.formula1 for rule in card.data_validations.dataValidation}
hidden = book["suivi-scorecard"]
for title, words in (("Law", ["Not assessed", "Nothing", "Some progress", "Done"]),
                     ("Light", sorted(set(column("Light")), key=lambda word: "–○◐●↓".index(word[0])))):
    cells = lists[headings[title]].split("!")[1].replace("$", "")
    check(f"list of {title}", [row[0].value for row in hidden[cells]], words)
check("conditional formats", sorted(str(rules.sqref) for rules in card.conditional_formatting),
      ["G2:I61", "J2:J61"])

sys.exit(1 if problems else 0)
