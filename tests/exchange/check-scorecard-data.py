#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a scorecard in JSON against its schema, and against the same scorecard as CSV and as a workbook; prints what is
not as it should be; and the CSV against its metadata. Arguments: schema, JSON, CSV, workbook, metadata."""

import collections
import csv
import json
import re
import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)

problems = 0


def say(sentence):
    global problems
    problems += 1
    if problems < 20:
        print(sentence)


def check(what, found, expected):
    if found != expected:
        say(f"{what}: {found!r} instead of {expected!r}")


TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
}
KNOWN = {"$schema", "$id", "$defs", "$ref", "title", "description", "type", "additionalProperties", "required",
         "properties", "items", "enum", "const", "anyOf", "pattern", "minLength", "minimum", "maximum", "minItems"}


def faults(value, rule, root, path):
    """What of JSON Schema the schema of a scorecard uses; a word that is not known here is a fault as well."""
    for word in set(rule) - KNOWN:
        yield f"{path}: the schema says {word}"
    if "$ref" in rule:
        yield from faults(value, root["$defs"][rule["$ref"].rsplit("/", 1)[1]], root, path)
    if "anyOf" in rule and all(any(True for _ in faults(value, one, root, path)) for one in rule["anyOf"]):
        yield f"{path}: {value!r} is none of what it may be"
    if "type" in rule:
        types = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
        if not any(TYPES[one](value) for one in types):
            yield f"{path}: {value!r} is no {types}"
            return
    if "enum" in rule and value not in rule["enum"]:
        yield f"{path}: {value!r} is not one of {rule['enum']}"
    if "const" in rule and (value != rule["const"] or isinstance(value, bool)):
        yield f"{path}: {value!r} is not {rule['const']!r}"
    if isinstance(value, str):
        if "pattern" in rule and not re.search(rule["pattern"], value):
            yield f"{path}: {value!r} is not like {rule['pattern']}"
        if len(value) < rule.get("minLength", 0):
            yield f"{path}: too short"
    if TYPES["integer"](value) and not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        yield f"{path}: {value} is too small or too large"
    if isinstance(value, list):
        if len(value) < rule.get("minItems", 0):
            yield f"{path}: too few"
        for index, item in enumerate(value):
            yield from faults(item, rule.get("items", {}), root, f"{path}[{index}]")
    if isinstance(value, dict):
        members = rule.get("properties", {})
        for name in rule.get("required", []):
            if name not in value:
                yield f"{path}: {name} is missing"
        for name, item in value.items():
            if name in members:
                yield from faults(item, members[name], root, f"{path}.{name}")
            elif rule.get("additionalProperties") is False:
                yield f"{path}: {name} should not be there"


def no_doubles(pairs):
    """An object as JSON has it, each member once."""
    members = dict(pairs)
    check("members", len(members), len(pairs))
    return members


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    card = json.load(file, object_pairs_hook=no_doubles)
for fault in faults(card, schema, schema, "$"):
    say(fault)
# That the check above can fail at all.
for name, value in (("version", 2), ("cut_off", "today"), ("extra", 1), ("reviews", None), ("totals", {})):
    if not any(True for _ in faults({**card, name: value}, schema, schema, "$")):
        say(f"a wrong {name} is not found")
try:
    import jsonschema
except ImportError:
    pass
else:
    jsonschema.Draft202012Validator.check_schema(schema)
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(card):
        say(f"jsonschema: {fault.message}")

rows = card["recommendations"]
totals = card["totals"]
check("rows", len(rows) > 500, True)
check("total", totals["recommendations"], len(rows))
check("chosen", totals["lights_chosen"], sum(row["light"]["chosen"] for row in rows))
check("chosen at all", totals["lights_chosen"] > 0, True)
check("lights", {light: n for light, n in totals["by_light"].items() if n},
      dict(collections.Counter(row["light"]["word"] for row in rows)))
for position, tally in totals["by_position"].items():
    lights = collections.Counter(row["light"]["word"] for row in rows if row["position"] == position)
    check(f"lights of {position}", {light: n for light, n in tally.items() if n and light != "total"}, dict(lights))
    check(f"total of {position}", tally["total"], sum(lights.values()))
check("counted", totals["counted"], len(rows))
check("agreed", totals["agreed"], sum(row["agreed"] for row in rows))
check("agreed at all", totals["agreed"] > 0, True)
check("clusters", {one["cluster"]: one["total"] for one in totals["by_cluster"]},
      dict(collections.Counter(row["cluster"] for row in rows)))
check("sides", max(len(row["judgements"]) for row in rows), 2)
# Evidence: numbered without gaps, in the order in which the rows need it, and both ways the same.
check("numbers", [piece["number"] for piece in card["evidence"]], list(range(1, len(card["evidence"]) + 1)))
first = list(dict.fromkeys(number for row in rows for number in row["evidence"]))
check("order of the evidence", first, sorted(first))
for piece in card["evidence"]:
    check(f"evidence {piece['number']}", piece["recommendations"],
          [row["id"] for row in rows if piece["number"] in row["evidence"]])
themes = collections.Counter(theme for row in rows for theme in set(row["themes"]) or {None})
check("themes", {theme["theme"]: theme["total"] for theme in totals["by_theme"]}, dict(themes))


def cell(value):
    """A value of the JSON as the CSV has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = "; ".join(value)
    value = "" if value is None else str(value)
    return "'" + value if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


with open(sys.argv[3], encoding="utf-8-sig", newline="") as file:
    lines = list(csv.DictReader(file, strict=True))
check("lines of the CSV", len(lines), len(rows))

# What the metadata of CSV on the Web say of the columns: their order, and what may stand in a cell.
with open(sys.argv[5], encoding="utf-8") as file:
    columns = json.load(file, object_pairs_hook=no_doubles)["tableSchema"]["columns"]
check("columns of the CSV", list(lines[0]), [column["titles"] for column in columns])
check("names of columns", [column["name"] for column in columns], [column["titles"] for column in columns])
PATTERNS = {"boolean": "yes|no", "date": r"\d{4}-\d\d-\d\d", "integer": r"\d+", "string": None}


def suits(text, column):
    """Whether one value is as the metadata of its column say."""
    kind = column.get("datatype", {"base": "string"})
    if not re.fullmatch((kind.get("format") if kind["base"] == "string" else PATTERNS[kind["base"]]) or "(?s:.*)", text):
        return False
    return kind["base"] != "integer" or kind.get("minimum", 0) <= int(text) <= kind.get("maximum", 10 ** 9)


wrong = collections.Counter()
for line in lines:
    for column in columns:
        text = line[column["name"]]
        values = text.split(column["separator"]) if "separator" in column and text else [text] if text else []
        if (column.get("required") and not values) or not all(suits(value, column) for value in values):
            wrong[column["name"], text] += 1
check("cells that the metadata do not allow", dict(wrong), {})
# That the check above can fail at all.
for name, text in (("position", "accepted"), ("light", "blue"), ("children", "1"), ("date", "14.3.2026"), ("category", "6"),
                   ("states", "Togo"), ("value", "partly")):
    if suits(text, next(column for column in columns if column["name"] == name)):
        say(f"a wrong {name} is not found")
titles = {piece["number"]: piece["title"] for piece in card["evidence"]}
for row, line in zip(rows, lines):
    flat = {**row, **row["levels"], "light": row["light"]["word"], "light_chosen": row["light"]["chosen"]}
    flat["value"] = "open" if row["value"]["open"] else row["value"]["grade"]
    flat["apart"] = row["grades_apart"]
    flat["confidence"] = row["confidence"] if row["date"] else None
    flat["judgements"] = [f"{one['organisation']}: {one['light']['word']}" for one in row["judgements"]]
    flat["evidence"] = [str(number) for number in row["evidence"]]
    flat["evidence_titles"] = [titles[number] for number in row["evidence"]]
    flat["edition"] = card["edition"] and card["edition"]["title"]
    flat["counting"] = card["counting"]["sentence"]
    for name in ("levels", "grades_apart", "agreed", "contributions"):
        del flat[name]
    flat.pop("parts", None)
    check(f"CSV, {row['id']}", line, {name: cell(value) for name, value in flat.items()})

book = openpyxl.load_workbook(sys.argv[4])
words = {}
for kind, nick, text in book["suivi-scorecard"].iter_rows(max_col=3, values_only=True):
    words[kind, nick] = text
sheet = list(book["Scorecard"].iter_rows(values_only=True))
header = {title: column for column, title in enumerate(sheet[0])}
places = {nick: header[words["column", nick]] for kind, nick in words if kind == "column" and words[kind, nick] in header}
by_key = {line[places["key"]]: line for line in sheet[1:]}
check("rows of the workbook", len(by_key), len(rows))
check("order of the workbook", list(by_key), [row["id"] for row in rows])
labels = {review["review"]: words["review", review["review"]] for review in card["reviews"]}
for row in rows:
    line = by_key[row["id"]]
    expected = {
        "number": row["number"], "text": row["text"], "position": words["position", row["position"]],
        "themes": "; ".join(row["themes"]) or None, "groups": "; ".join(row["groups"]) or None,
        "light": words["light", row["light"]["word"]],
        "chosen": words["answer", "yes"] if row["light"]["chosen"] else None,
        "law": words["level", row["levels"]["law"]], "policy": words["level", row["levels"]["policy"]],
        "practice": words["level", row["levels"]["practice"]], "reason": row["reason"], "source": row["source"],
        "name": row["name"], "children": words["answer", "yes" if row["children"] else "no"],
    }
    if row["review"] is not None:
        expected["review"] = labels[row["review"]]
    for nick, value in expected.items():
        found = line[places[nick]]
        check(f"workbook, {row['id']}, {nick}", found.replace("\r\n", "\n") if found else found, value)
    date = line[places["date"]]
    check(f"workbook, {row['id']}, date", str(date)[:10] if date else None, row["date"])
    states = line[places["states"]]
    check(f"workbook, {row['id']}, States", bool(states), bool(row["states"]))

sys.exit(1 if problems else 0)
