# SPDX-License-Identifier: MPL-2.0
"""Compares two folders of sheets as text: texts are the same, numbers to eleven digits (Gnumeric
computes with more bits than Calc). Prints what differs; fails if anything does."""
import csv
import datetime
import math
import pathlib
import sys

# SUMPRODUCT over ISERROR of a range: Calc (and Excel) take the range as an array, Gnumeric 1.12 does not.
KNOWN = "必要なのに値のない係数の数"


def number(text):
    """Of a day or a truth its number: a copy keeps the look that Calc gives a formula, a form its lack of one."""
    if text in ("TRUE", "FALSE"):
        return int(text == "TRUE")
    try:
        day = datetime.datetime.strptime(text, "%Y/%m/%d")
    except ValueError:
        return float(text)
    return (day - datetime.datetime(1899, 12, 31)).days


def same(a, b):
    try:
        return math.isclose(number(a), number(b), rel_tol=1e-11, abs_tol=1e-9)
    except ValueError:
        return a == b or "ORG.KENPOCALC." in a  # in a form, a formula that Gnumeric cannot read


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


differ = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    one, other = rows(path), rows(pathlib.Path(sys.argv[2]) / path.name)
    if len(one) != len(other):
        sys.exit(f"{path.name}: {len(one)} rows and {len(other)}")
    for a, b in zip(one, other):
        if KNOWN not in a and (len(a) != len(b) or not all(map(same, a, b))):
            print(path.name, a, b)
            differ += 1
sys.exit(differ > 0)
