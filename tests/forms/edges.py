# SPDX-License-Identifier: MPL-2.0
"""No text of a form may just fit its line: on another screen or printer it would wrap and be cut.
Estimates each text from its characters (full width: the letter's size, others 0.55 of it).
usage: python3 tests/forms/edges.py FLAT-ODF…      prints what is too close to the edge"""
import math
import sys
import unicodedata
import xml.etree.ElementTree as tree

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, STYLE, TEXT = "{%stable:1.0}" % ODF, "{%sstyle:1.0}" % ODF, "{%stext:1.0}" % ODF
FO, OFFICE = "{%sxsl-fo-compatible:1.0}" % ODF, "{%soffice:1.0}" % ODF
SIZES = {"項目": 10, "番号": 10, "注記": 8, "見出し": 9, "入力": 10}  # pt, as in styles.xml
PADDING, POINT = 2, 0.3528  # mm


class Style:
    def __init__(self, element):
        def get(child, name):
            found = element.find(STYLE + child)
            return None if found is None else found.get(name)
        self.parent = element.get(STYLE + "parent-style-name")
        self.size = get("text-properties", FO + "font-size")
        self.wraps = get("table-cell-properties", FO + "wrap-option") != "no-wrap"
        self.width = get("table-column-properties", STYLE + "column-width")

    def points(self):
        return float(self.size[:-2]) if self.size else SIZES.get(self.parent)


def width_of(text, points):
    return sum(points if unicodedata.east_asian_width(c) in "WFA" else points * 0.55 for c in text) * POINT


def texts(table, styles):
    """Each text that wraps in one cell: (text, size, room)"""
    room = [float(styles[c.get(TABLE + "style-name")].width[:-2]) - PADDING for c in table.iter(TABLE + "table-column")]
    for row in table.iter(TABLE + "table-row"):
        column = 0
        for cell in row:
            style = styles.get(cell.get(TABLE + "style-name"))
            line = cell.find(TEXT + "p")
            if (line is not None and line.text and style and style.points() and style.wraps
                    and not cell.get(OFFICE + "value") and not cell.get(TABLE + "number-columns-spanned")):
                yield line.text, style.points(), room[column]
            column += int(cell.get(TABLE + "number-columns-repeated", 1))


def main():
    found = 0
    for path in sys.argv[1:]:
        root = tree.parse(path).getroot()
        styles = {e.get(STYLE + "name"): Style(e) for e in root.iter(STYLE + "style")}
        for table in root.iter(TABLE + "table"):
            for text, points, room in texts(table, styles):
                width = width_of(text, points)
                if math.ceil(width * 0.97 / room) != math.ceil(width * 1.02 / room):
                    found += 1
                    print("%s: %.1f of %.1f mm: %s" % (table.get(TABLE + "name"), width, room, text))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
