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
check("sheets", book.sheetnames, ["Summary", "Scorecard", "Evidence", "By organisation", "Judgements",
                                  "Method and definitions", "Changes since last edition", "suivi-scorecard"])
card, evidence, summary = book["Scorecard"], book["Evidence"], book["Summary"]
headings = {cell.value: cell.column for cell in card[1]}


def column(title):
    return [cell[0].value for cell in card.iter_rows(min_row=2, min_col=headings[title], max_col=headings[title])]


def named(name):
    sheet, cells = book.defined_names[name].attr_text.split("!")
    cells = values[sheet.strip("'")][cells.replace("$", "")]
    return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]


def criteria(text, sheet):
    """COUNTIFS, or SUMIFS of Suivi_counts, of named columns against texts or cells of the same sheet."""
    counts = named("Suivi_counts") if text.startswith("Suivi_counts,") else None
    text = text.removeprefix("Suivi_counts,")
    parts = re.findall(r'(Suivi_\w+),(?:"="&)?("(?:[^"]|"")*"|\$?[A-Z]+\$?\d+)', text)
    rows = zip(*[named(name) for name, _ in parts])
    wanted = [part[1:-1].replace('""', '"') if part.startswith('"') else sheet[part.replace("$", "")].value
              for _, part in parts]
    met = [all((cell or 0) > 0 if want == ">0" else (cell or "") == want for cell, want in zip(row, wanted))
           for row in rows]
    return sum(count for count, is_met in zip(counts, met) if is_met) if counts else sum(met)


def work_out(formula, sheet):
    added = re.fullmatch(r"=SUM\(([A-Z0-9:$]+)\)(?:\+(.*))?", formula)
    if added:
        first = sum(cell.value or 0 for row in sheet[added[1].replace("$", "")] for cell in row)
        return first + (work_out("=" + added[2], sheet) if added[2] else 0)
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

# Organisations differ about 23 of the 50 that are judged, by one grade each. They agreed on 140.4 and 140.5.
apart = column("Grades apart")
check("differ", (named("Suivi_differ"), named("Suivi_judged")), ([23], [50]))
check("apart", (apart[0], apart[1], apart[3], apart[4], apart[7], apart[59]), (1, None, None, None, None, None))
check("all that are apart", (sum(number is not None for number in apart), sum((number or 0) > 1 for number in apart)), (23, 0))
for row, number in enumerate(apart, 2):
    check(f"weight of {row}", bool(card.cell(row, headings["Grades apart"]).font.b), (number or 0) > 1)

# Links, both ways. The first recommendation stands on two pieces.
link = card.cell(2, headings["Evidence"])
check("numbers of evidence", link.value, "1, 2")
check("leads to evidence", link.hyperlink.location, "Evidence!A2")
link = card.cell(2, headings["Evidence 2"])
check("second piece", (link.value, link.hyperlink.location), ("2", "Evidence!A3"))
hidden_columns = {card.cell(1, number).value for one in card.column_dimensions.values() if one.hidden
                  for number in range(one.min, one.max + 1)}
check("hidden columns", hidden_columns, {"Evidence 3", "Evidence 4", "Evidence 5", "Suivi key", "Suivi base"})
check("numbered", [evidence.cell(row, 1).value for row in (2, 3)], [1, 2])
check("titles", [evidence.cell(row, 2).value for row in (2, 3)], ["=Report of the ombudsperson", "Law on schools, 2026"])
check("leads back", evidence["J2"].hyperlink.location, "Scorecard!A2")
# The ombudsperson's report stands behind every third of fifty, the law behind every second.
check("headings of evidence", [cell.value for cell in evidence[1]][9:],
      ["Supports", "Supports 2", "Supports 3", "Supports 4", "Supports 5", "Supports also"])
check("supports", [cell.value for cell in evidence[2]][9:14], ["140.1", "140.4", "140.7", "140.10", "140.13"])
check("each leads there", [cell.hyperlink.location for cell in evidence[2][9:14]],
      [f"Scorecard!A{row}" for row in (2, 5, 8, 11, 14)])
check("supports also", evidence["O2"].value, "; ".join(f"140.{number}" for number in range(16, 50, 3)))
check("supports also", evidence["O3"].value, "; ".join(f"140.{number}" for number in range(11, 50, 2)))
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
# Every grade: fifty of each of two organisations, ten of a third, and two on which they agreed.
judgements = book["Judgements"]
check("headings of judgements", [cell.value for cell in judgements[1]],
      ["Number", "Recommendation", "Kind", "Judged by", "Law", "Policy", "Practice", "Light", "Chosen by hand",
       "Shown as light", "Reason", "Source", "Confidence", "Date", "Dissent"])
lines = [[cell.value for cell in row] for row in judgements.iter_rows(min_row=2)]
check("all judgements", len(lines), 112)
check("of the first", [line[3] for line in lines if line[0] == "140.1"],
      ["Blue Roof", "Friends of the River, Branch of the Northern Valleys", "Institute of Alvera"])
check("agreed grades", [(line[0], line[3], line[4], line[5], line[6], line[9], line[10], line[11], line[14])
                        for line in lines if line[2] == "Agreed grade"],
      [(number, "Agreed by: Blue Roof; Institute of Alvera", "Done", "Some progress", "Some progress", "yes",
        "We read the law together.", "Minutes of 2 May", dissent)
       for number, dissent in (("140.4", "Blue Roof: nothing has changed."), ("140.5", None))])
check("one of each is shown", [line[0] for line in lines if line[9] == "yes"], [f"140.{number}" for number in range(1, 51)])
check("as the scorecard has it", [line[7] for line in lines if line[9] == "yes"], column("Light")[:50])
check("chosen by hand", [line[0] for line in lines if line[8] == "yes"], ["140.8", "140.8"])
check("names of persons", [cell.coordinate for row in judgements.iter_rows() for cell in row if "Ana" in str(cell.value)], [])
check("leads to the scorecard", [judgements.cell(row, 1).hyperlink.location for row in (2, 5)], ["Scorecard!A2", "Scorecard!A3"])
check("panes of judgements", judgements.freeze_panes, "B2")

for sheet in (card, evidence, organisations, judgements):
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
