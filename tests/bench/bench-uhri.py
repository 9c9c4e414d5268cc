#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports an export of UHRI the way a script would: json.load or openpyxl (read-only), then sqlite3 into the same
tables as a workspace has: recommendations with their lists as JSON, facets, a full-text index. Prints seconds, the peak of
memory in MB and the seconds of the processor: bench-uhri.py json|xlsx FILE DATABASE"""

import json
import re
import resource
import sqlite3
import sys
import time
import uuid

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE review (id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, session INTEGER NOT NULL,
  UNIQUE (state, session)) STRICT;
CREATE TABLE recommendation (
  id TEXT NOT NULL PRIMARY KEY, review_id TEXT REFERENCES review (id), number TEXT NOT NULL, sort_key TEXT NOT NULL,
  text TEXT NOT NULL, original TEXT, states TEXT NOT NULL, position TEXT NOT NULL, position_word TEXT,
  themes TEXT NOT NULL, groups TEXT NOT NULL, sdgs TEXT NOT NULL, mechanism TEXT NOT NULL, concerned TEXT NOT NULL,
  symbol TEXT, date TEXT, source_key TEXT) STRICT;
CREATE INDEX recommendation_order ON recommendation (sort_key);
CREATE INDEX recommendation_number ON recommendation (review_id, number) WHERE review_id IS NOT NULL;
CREATE INDEX recommendation_source ON recommendation (source_key);
CREATE INDEX recommendation_output ON recommendation (mechanism, symbol) WHERE mechanism <> 'UPR';
CREATE TABLE tag (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL,
  UNIQUE (kind, value)) STRICT;
CREATE TABLE facet (tag INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (tag, row)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (number, text, states, tokenize = "unicode61 remove_diacritics 2", prefix = '1',
  columnsize = 0);
"""

NUMBER = re.compile(r"^(\d+\.\d+)\s+|^(\d+)\.\s*")
STATES = re.compile(r"(?:\s*\([^()]*\))+[;.]?\s*$")
COLUMNS = {
    "Text": "Text", "Countries Concerned": "Countries", "Reccomending Body": "Body", "Document Symbol": "Symbol",
    "Themes": "Themes", "Affected Persons": "AffectedPersons", "Sdgs": "Sdgs",
    "Document Publication Date": "PublicationDate", "UPR Reccomending States": "UprRecommendingCountry",
    "UPR Position": "UprPositions", "OHCHR Annotation Id": "AnnotationId", "UPR Session": "UprSession",
}
LISTS = {"Countries", "Themes", "AffectedPersons", "Sdgs", "UprRecommendingCountry", "UprPositions", "UprSession"}


def read_json(path):
    """Returns the records of the JSON export."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def read_xlsx(path):
    """Yields the rows of the spreadsheet in the shape of the JSON records."""
    import openpyxl

    rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    names = [COLUMNS.get(header) for header in next(rows)]
    for row in rows:
        record = {}
        for name, value in zip(names, row):
            if name in LISTS:
                record[name] = [line[2:] for line in str(value).split("\n")] if value else []
            elif name:
                record[name] = value
        yield record


class Importer:
    """Takes records and fills the tables."""

    def __init__(self, path):
        self.database = sqlite3.connect(path)
        self.database.executescript(SCHEMA)
        self.reviews = {}
        self.tags = {}
        self.rows = []
        self.facets = []
        self.searches = []
        self.count = 0

    def tag(self, kind, value):
        """Notes that the current row has this value of a facet."""
        key = (kind, value)
        if key not in self.tags:
            self.tags[key] = len(self.tags) + 1
        self.facets.append((self.tags[key], self.count))

    def take(self, record):
        """Adds one record."""
        self.count += 1
        text = " ".join(record["Text"].split())
        number = ""
        match = NUMBER.match(text)
        if match:
            number = match.group(1) or match.group(2)
            text = text[match.end():]
        body = record["Body"].removeprefix("- ")
        review = None
        position = "none"
        if body == "UPR":
            text = STATES.sub("", text)
            key = (record["Countries"][0], int(re.search(r"\d+", record["UprSession"][0]).group()))
            if key not in self.reviews:
                self.reviews[key] = str(uuid.uuid4())
            review = self.reviews[key]
            position = record["UprPositions"][0].lower()
            self.tag("review", review)
            self.tag("position", position)
        self.tag("mechanism", body)
        sdgs = [sdg.split(" - ")[0] for sdg in record["Sdgs"]]
        for kind, values in (("state", record["UprRecommendingCountry"]), ("theme", record["Themes"]),
                             ("group", record["AffectedPersons"]), ("sdg", sdgs)):
            for value in values:
                self.tag(kind, value)
        dump = lambda values: json.dumps(values, ensure_ascii=False)
        sort_key = re.sub(r"\d+", lambda digits: digits.group().rjust(8, "0"), number)
        self.rows.append((self.count, str(uuid.uuid4()), review, number, sort_key, text, record["Text"],
                          dump(record["UprRecommendingCountry"]), position, position, dump(record["Themes"]),
                          dump(record["AffectedPersons"]), dump(sdgs), body, dump(record["Countries"]),
                          record["Symbol"], record["PublicationDate"][:10], record["AnnotationId"]))
        self.searches.append((self.count, number, text, " ".join(record["UprRecommendingCountry"])))
        if len(self.rows) == 10000:
            self.flush()

    def flush(self):
        """Writes what has come together."""
        for (state, session), key in self.reviews.items():
            self.database.execute("INSERT OR IGNORE INTO review VALUES (?, ?, ?)", (key, state, session))
        self.database.executemany(
            "INSERT INTO recommendation (rowid, id, review_id, number, sort_key, text, original, states, position,"
            " position_word, themes, groups, sdgs, mechanism, concerned, symbol, date, source_key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self.rows)
        self.database.executemany("INSERT OR IGNORE INTO facet VALUES (?, ?)", self.facets)
        self.database.executemany("INSERT INTO search (rowid, number, text, states) VALUES (?, ?, ?, ?)", self.searches)
        self.rows.clear()
        self.facets.clear()
        self.searches.clear()

    def finish(self):
        """Writes the rest and the tags."""
        self.flush()
        self.database.executemany("INSERT INTO tag VALUES (?, ?, ?)",
                                  [(number, kind, value) for (kind, value), number in self.tags.items()])
        self.database.commit()
        self.database.close()


def main():
    """Imports and tells how long it took."""
    start = time.monotonic()
    importer = Importer(sys.argv[3])
    for record in (read_json if sys.argv[1] == "json" else read_xlsx)(sys.argv[2]):
        importer.take(record)
    importer.finish()
    seconds = time.monotonic() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, time.process_time())


main()
