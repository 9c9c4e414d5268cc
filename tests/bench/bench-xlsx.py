#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the cells of bench-xlsx.c with python3-xlsxwriter and prints how many seconds it took."""

import datetime
import sys
import time

import xlsxwriter

path, rows, organisations, pieces = sys.argv[1], *map(int, sys.argv[2:])
clusters = ["Schools", "Violence", "Families", "Health", "Justice", "Water", "Play", "Work"]
words = ["– Not assessed", "○ No progress", "◐ Some progress", "● Implemented"]
levels = ["Not assessed", "Nothing", "Some progress", "Done"]
start = time.monotonic()
book = xlsxwriter.Workbook(path, {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
})
summary = book.add_worksheet("Summary")
card = book.add_worksheet("Scorecard")
proof = book.add_worksheet("Evidence")
matrix = book.add_worksheet("By organisation")
every = book.add_worksheet("Judgements")
changes = book.add_worksheet("Changes since last edition")
look = {"font_size": 10, "font_color": "#212121", "text_wrap": True, "valign": "top", "align": "left",
        "indent": 1, "bottom": 1, "bottom_color": "#D5DADF"}
header = book.add_format({"bold": True, "bg_color": "#263D4F", "font_color": "#FFFFFF", "text_wrap": True})
text = book.add_format(look)
strong = book.add_format({**look, "bold": True, "num_format": "@"})
link = book.add_format({**look, "font_color": "#0B4A8F", "underline": 1})
lights = [book.add_format({**look, "bold": True, "bg_color": fill})
          for fill in ("#E8E8E8", "#FBD9D7", "#FFE9BF", "#D2EBD3")]
date = book.add_format({**look, "text_wrap": False, "num_format": "yyyy-mm-dd"})
number = book.add_format({**look, "align": "center"})
hidden = book.add_format({"font_size": 9, "font_color": "#5F6368", "valign": "top", "align": "left",
                          "num_format": "@"})
day = datetime.datetime(2026, 3, 14)


def light(*values):
    return 3 if all(value == 3 for value in values) else 1 if all(value == 1 for value in values) else 2


def judged(row, organisation):
    return 1 + (row + organisation) % 3, 1 + row % 3, 1 + row // 3 % 3


titles = ["Number", "Recommendation", "Recommending States", "Position", "Cluster", "Law", "Policy", "Practice",
          "Light", "Chosen by hand", "Grades apart", "Previous light", "Trend", "Reason", "Source", "Evidence", "Date",
          "Graded by", "Judged by", "Evidence 2", "Themes", "Groups of persons", "Child-focused", "Suivi key", "Suivi base"]
for column, title in enumerate(titles):
    card.write_string(0, column, title, header)
supported = {i: [] for i in range(1, pieces + 1)}
for i in range(1, rows + 1):
    sentence = (f"Adopt by {2027 + i % 9} a national strategy against violence in schools, families and "
                "care, with a budget of its own, and make sure that every child is heard. ")
    graded = judged(i, 0)
    now = light(*graded)
    numbers = [(i + j * 7) % pieces + 1 for j in range(2)]
    for piece in numbers:
        supported[piece].append(i)
    card.set_row(i, 40)
    card.write_string(i, 0, f"140.{i}", strong)
    card.write_string(i, 1, sentence * (1 + i % 3), text)
    card.write_string(i, 2, "Togo, Nepal, Zambia", text)
    card.write_string(i, 3, "Supported", text)
    card.write_string(i, 4, clusters[i % 8], text)
    for j in range(3):
        card.write_string(i, 5 + j, levels[graded[j]], text)
    card.write_string(i, 8, words[now], lights[now])
    card.write_blank(i, 9, None, text)
    if i % 3:
        card.write_number(i, 10, i % 3, number)
    else:
        card.write_blank(i, 10, None, number)
    card.write_string(i, 11, words[1], lights[1])
    card.write_string(i, 12, "= The same" if now == 1 else "▲ Better", text)
    card.write_string(i, 13, f"Region {i % 97} has no budget for it yet, as the annual report shows.", text)
    card.write_string(i, 14, f"Annual report, page {i % 211}", text)
    card.write_url(i, 15, f"internal:Evidence!A{numbers[0] + 1}", link, f"{numbers[0]}, {numbers[1]}")
    card.write_datetime(i, 16, day, date)
    card.write_string(i, 17, "Ana Lind", text)
    card.write_string(i, 18, "Organisation 00", text)
    card.write_url(i, 19, f"internal:Evidence!A{numbers[1] + 1}", link, str(numbers[1]))
    card.write_string(i, 20, "Rights of the child; Right to education", text)
    card.write_string(i, 21, "Children", text)
    card.write_string(i, 22, "yes", text)
    card.write_string(i, 23, f"{i:08x}-1b4e-4d6c-9a51-{i * 40503:012x}", hidden)
    card.write_string(i, 24, f"1:{i ** 24 % 2 ** 480:0120x}:FRA:43", hidden)
card.autofilter(0, 0, rows, len(titles) - 1)
card.set_column(23, 24, None, None, {"hidden": True})

for column, title in enumerate(["Number", "Title", "Kind", "Date", "Publisher", "Web address", "Page", "Quotation",
                                "Reliability", "Supports", "Supports 2", "Supports 3", "Supports 4", "Supports 5",
                                "Supports also"]):
    proof.write_string(0, column, title, header)
for i in range(1, pieces + 1):
    proof.set_row(i, 40)
    proof.write_number(i, 0, i, number)
    proof.write_string(i, 1, f"Report {i} of the office of numbers", text)
    proof.write_string(i, 2, "Report or study", text)
    proof.write_datetime(i, 3, day, date)
    proof.write_string(i, 4, "Office of Numbers", text)
    proof.write_url(i, 5, f"https://example.org/report/{i}", link)
    proof.write_string(i, 6, "12", text)
    proof.write_string(i, 7, "Two regions of five have begun to build ramps.", text)
    proof.write_string(i, 8, "High", text)
    for j, row in enumerate(supported[i][:5]):
        proof.write_url(i, 9 + j, f"internal:Scorecard!A{row + 1}", link, f"140.{row}")
    proof.write_string(i, 14, "; ".join(f"140.{row}" for row in supported[i][5:]), text)
proof.autofilter(0, 0, pieces, 14)

for column, title in enumerate(["Number", "Recommendation", "Position", "Light", "Agreed", "Grades apart"]
                               + [f"Organisation {i:02}" for i in range(organisations)]):
    matrix.write_string(0, column, title, header)
for i in range(1, rows + 1):
    excerpt = f"Adopt by {2027 + i % 9} a national strategy against violence in schools, families and care, with a …"
    now = light(*judged(i, 0))
    matrix.set_row(i, 31)
    matrix.write_url(i, 0, f"internal:Scorecard!A{i + 1}", link, f"140.{i}")
    matrix.write_string(i, 1, excerpt, text)
    matrix.write_string(i, 2, "Supported", text)
    matrix.write_string(i, 3, words[now], lights[now])
    matrix.write_blank(i, 4, None, text)
    matrix.write_number(i, 5, i % 3, number)
    for j in range(organisations):
        said = light(*judged(i, j))
        matrix.write_string(i, 6 + j, words[said], lights[said])
matrix.autofilter(0, 0, rows, 5 + organisations)

# Excel opens no sheet with more links: what is beyond stays text.
MAX_LINKS = 65530
for column, title in enumerate(["Number", "Recommendation", "Kind", "Judged by", "Law", "Policy", "Practice", "Light",
                                "Chosen by hand", "Shown as light", "Reason", "Source", "Confidence", "Date", "Dissent"]):
    every.write_string(0, column, title, header)
at = 0
for i in range(1, rows + 1):
    excerpt = f"Adopt by {2027 + i % 9} a national strategy against violence in schools, families and care, with a …"
    for j in range(organisations):
        graded = judged(i, j)
        said = light(*graded)
        at += 1
        every.set_row(at, 45)
        if at <= MAX_LINKS:
            every.write_url(at, 0, f"internal:Scorecard!A{i + 1}", link, f"140.{i}")
        else:
            every.write_string(at, 0, f"140.{i}", link)
        every.write_string(at, 1, excerpt, text)
        every.write_string(at, 2, "Judgement", text)
        every.write_string(at, 3, f"Organisation {j:02}" if j else "Organisation not named", text)
        for k in range(3):
            every.write_string(at, 4 + k, levels[graded[k]], text)
        every.write_string(at, 7, words[said], lights[said])
        every.write_blank(at, 8, None, text)
        if j == 0:
            every.write_string(at, 9, "yes", text)
        else:
            every.write_blank(at, 9, None, text)
        every.write_string(at, 10, f"Region {i % 97} has no budget for it yet, as the annual report shows.", text)
        every.write_string(at, 11, f"Annual report, page {i % 211}", text)
        every.write_blank(at, 12, None, text)
        every.write_datetime(at, 13, day, date)
        every.write_blank(at, 14, None, text)
every.autofilter(0, 0, at, 14)

at = 0
for i in range(1, rows + 1):
    now = light(*judged(i, 0))
    if now == 1:
        continue
    at += 1
    changes.set_row(at, 31)
    changes.write_url(at, 0, f"internal:Scorecard!A{i + 1}", link, f"140.{i}")
    changes.write_string(at, 1, f"Adopt by {2027 + i % 9} a national strategy against violence in schools, families "
                                "and care, with a …", text)
    changes.write_string(at, 2, "Supported", text)
    changes.write_string(at, 3, words[1], lights[1])
    changes.write_string(at, 4, words[now], lights[now])
    changes.write_string(at, 5, "▲ Better", text)
summary.write_formula(0, 0, "=COUNTIF(Scorecard!I2:I5001,\"● Implemented\")")
book.close()
print(f"{time.monotonic() - start:.3f}")
