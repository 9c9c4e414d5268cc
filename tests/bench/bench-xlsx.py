#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the cells of bench-xlsx.c with python3-xlsxwriter and prints how many seconds it took."""

import datetime
import sys
import time

import xlsxwriter

path, rows = sys.argv[1], int(sys.argv[2])
start = time.monotonic()
book = xlsxwriter.Workbook(path, {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
})
sheet = book.add_worksheet("Scorecard")
look = {"font_size": 10, "font_color": "#212121", "text_wrap": True, "valign": "top", "align": "left",
        "indent": 1, "bottom": 1, "bottom_color": "#D5DADF"}
header = book.add_format({"bold": True, "bg_color": "#263D4F", "font_color": "#FFFFFF", "text_wrap": True})
text = book.add_format(look)
strong = book.add_format({**look, "bold": True, "num_format": "@"})
amber = book.add_format({**look, "bold": True, "bg_color": "#FFE9BF"})
date = book.add_format({**look, "text_wrap": False, "num_format": "yyyy-mm-dd"})
titles = ["Number", "Recommendation", "Recommending States", "Position", "Themes", "Law", "Policy",
          "Practice", "Light", "Chosen by hand", "Reason", "Source", "Date", "Graded by", "Groups of persons",
          "Child-focused", "Suivi key", "Suivi base"]
hidden = book.add_format({"font_size": 9, "font_color": "#5F6368", "valign": "top", "align": "left",
                          "num_format": "@"})
day = datetime.datetime(2026, 3, 14)

sheet.set_row(0, 32)
for column, title in enumerate(titles):
    sheet.write_string(0, column, title, header)
for i in range(1, rows + 1):
    sentence = (f"Adopt by {2027 + i % 9} a national strategy against violence in schools, families and "
                "care, with a budget of its own, and make sure that every child is heard. ")
    sheet.set_row(i, 40)
    sheet.write_string(i, 0, f"140.{i}", strong)
    sheet.write_string(i, 1, sentence * (1 + i % 3), text)
    sheet.write_string(i, 2, "Togo, Nepal, Zambia", text)
    sheet.write_string(i, 3, "Supported", text)
    sheet.write_string(i, 4, "Rights of the child; Right to education", text)
    sheet.write_string(i, 5, "Done", text)
    sheet.write_string(i, 6, "Some progress", text)
    sheet.write_string(i, 7, "Nothing", text)
    sheet.write_string(i, 8, "◐ Some progress", amber)
    sheet.write_blank(i, 9, None, text)
    sheet.write_string(i, 10,
                       f"Region {i % 97} has no budget for it yet, as the annual report shows.", text)
    sheet.write_string(i, 11, f"Annual report, page {i % 211}", text)
    sheet.write_datetime(i, 12, day, date)
    sheet.write_string(i, 13, "Ana Lind", text)
    sheet.write_string(i, 14, "Children", text)
    sheet.write_string(i, 15, "yes", text)
    sheet.write_string(i, 16, f"{i:08x}-1b4e-4d6c-9a51-{i * 40503:012x}", hidden)
    sheet.write_string(i, 17, f"1:{i ** 24 % 2 ** 480:0120x}:FRA:43", hidden)
sheet.autofilter(0, 0, rows, len(titles) - 1)
sheet.set_column(16, 17, None, None, {"hidden": True})
book.close()
print(f"{time.monotonic() - start:.3f}")
