#!/usr/bin/env python3
"""Reads a package: every name, type, label and reason comes from its own datapackage.json.

    python3 load.py [FOLDER]          checks the rows and prints a line for each table
    from load import load; tables = load("FOLDER")

With pandas: a dict of DataFrames, closed lists as categoricals, missing values as <NA>.
Without: a dict of lists of dicts, missing values as None.
"""
import csv
import json
import os
import sys


def read_rows(path, fields):
    missing = {f["name"]: {m["value"] for m in f.get("missingValues", [])} for f in fields}
    whole = {f["name"] for f in fields if f["type"] == "integer"}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                name: None if cell in missing[name] else int(cell) if name in whole else cell
                for name, cell in row.items()
            }


def codes_of(field):
    return [c["value"] for c in field.get("categories", [])]


def as_frame(rows, fields):
    import pandas

    names = [f["name"] for f in fields]
    frame = pandas.DataFrame(rows, columns=names)
    for field in fields:
        name, codes = field["name"], codes_of(field)
        if field["type"] == "integer":
            frame[name] = frame[name].astype("Int64")
        elif codes:
            ordered = bool(field.get("categoriesOrdered"))
            frame[name] = pandas.Categorical(frame[name], categories=codes, ordered=ordered)
    return frame


def load(folder="."):
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        package = json.load(file)
    try:
        import pandas  # noqa: F401
        build = as_frame
    except ImportError:
        build = lambda rows, _fields: rows  # noqa: E731
    tables = {}
    for resource in package["resources"]:
        if resource.get("format") != "csv" or "schema" not in resource:
            continue
        fields = resource["schema"]["fields"]
        rows = list(read_rows(os.path.join(folder, resource["path"]), fields))
        if len(rows) != resource["rowCount"]:
            raise SystemExit(f"{resource['path']}: {len(rows)} rows instead of {resource['rowCount']}")
        for field in fields:
            codes, name = set(codes_of(field)), field["name"]
            for row in rows if codes else []:
                if row[name] is not None and row[name] not in codes:
                    raise SystemExit(f"{resource['path']}: {name} has the unknown code {row[name]}")
        tables[resource["name"]] = build(rows, fields)
    return tables


if __name__ == "__main__":
    for name, table in load(sys.argv[1] if len(sys.argv) > 1 else ".").items():
        print(name, len(table))
