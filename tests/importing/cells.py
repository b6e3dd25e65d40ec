# SPDX-License-Identifier: MPL-2.0
"""What stands in cells of a stored .ods, read from its XML without any office.

usage: cells.py BOOK NAME…: for each named range its contents, row by row, with | between; names follow as
NAME=…; SHEET!A1:B2 is a place. An empty cell is _.
"""
import re
import sys
import zipfile
from xml.etree import ElementTree

O, T, X = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % part for part in ("office", "table", "text"))


def content(cell):
    value = cell.get(O + "value") or cell.get(O + "date-value")
    if value is not None:
        return value
    return "\n".join("".join(p.itertext()) for p in cell.findall(X + "p")) or "_"


def rows_of(sheet):
    rows = []
    for row in sheet.iter(T + "table-row"):
        cells = []
        for cell in row:
            if cell.tag in (T + "table-cell", T + "covered-table-cell"):
                cells += [content(cell)] * min(int(cell.get(T + "number-columns-repeated", "1")), 64)
        rows += [cells] * min(int(row.get(T + "number-rows-repeated", "1")), 1000)
    return rows


def number(letters):
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def main():
    root = ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read("content.xml"))
    sheets = {sheet.get(T + "name"): rows_of(sheet) for sheet in root.iter(T + "table")}
    places = {name.get(T + "name"): name.get(T + "cell-range-address") for name in root.iter(T + "named-range")}
    for name in sys.argv[2:]:
        place = places.get(name, "$" + name.replace("!", "."))
        sheet = re.match(r"\$?'?([^'.]*)'?\.", place).group(1)
        corners = re.findall(r"\$?([A-Z]+)\$?([0-9]+)", place.replace(sheet, ""))
        (left, top), (right, bottom) = corners[0], corners[-1]
        for y in range(int(top) - 1, int(bottom)):
            row = sheets[sheet][y] if y < len(sheets[sheet]) else []
            print("|".join(row[x] if x < len(row) else "_" for x in range(number(left), number(right) + 1)))


main()
