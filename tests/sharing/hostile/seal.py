# SPDX-License-Identifier: MPL-2.0
# seal.py: makes all checksums of an altered .ods right again, as somebody does who has read how they are made: written
# from docs/submission.ja.md, not from the program. The texts of cells come from an office without the add-in.
import hashlib
import re
from xml.sax.saxutils import escape, unescape

from basis import TEXT, table

BLANKS = re.compile("[ \n\r\t]+")
COLUMNS = 12
RESULT, EXPLANATION, CHECK = 7, 8, 11


class Digest:
    def __init__(self, length):
        self.running = hashlib.sha256() if length == 64 else hashlib.sha1()

    def add(self, text):
        self.running.update(BLANKS.sub(" ", text).encode() + b"\0")
        return self

    def end(self):
        return self.running.hexdigest()


def fields(row):
    """The texts of a row's cells, and where each stands in it."""
    found = []
    for cell in TEXT.finditer(row):
        count = re.match(r'<[^>]*table:number-columns-repeated="(\d+)"', cell[0])
        value = re.match(r'<[^>]*office:value="([^"]*)"', cell[0])
        paragraphs = re.findall(r"<text:p>(.*?)</text:p>|<text:p/>", cell[0], re.S)
        words = "\n".join(re.sub("<[^>]*>", "", re.sub("<text:s[^>]*/>", " ", p)) for p in paragraphs)
        text = "%.15g" % float(value[1]) if value else unescape(words, {"&quot;": '"', "&apos;": "'"})
        found += [(text, cell.span(), bool(value))] * (int(count[1]) if count else 1)
    return found[:COLUMNS]


def with_text(row, column, text):
    at = fields(row)[column][1]
    cell = row[at[0]:at[1]]
    if not text:
        return row
    made = re.sub("<text:p>.*</text:p>|<text:p/>", lambda m: "<text:p>%s</text:p>" % escape(text), cell, flags=re.S)
    return row[:at[0]] + made + row[at[1]:]


def codes(sheet, length):
    """The checksum of a sheet, and a code for each of its rows of cells."""
    areas = sheet.queryContentCells(23).RangeAddresses  # CellFlags: values, dates, texts, formulas
    right = max((a.EndColumn for a in areas), default=-1)
    bottom = max((a.EndRow for a in areas), default=-1)
    whole, lines = Digest(length), ""
    if right < 0 or (right + 1) * (bottom + 1) > 2e7:
        return whole.end(), lines
    for row in sheet.getCellRangeByPosition(0, 0, right, bottom).FormulaArray:
        row = list(row)
        while row and not row[-1]:
            row.pop()
        digest = Digest(length)
        for text in row:
            digest.add(text)
        digest = digest.end()
        whole.add(digest)
        lines += digest[:4]
    return whole.end(), lines


def seal(package, document):
    """Of a package that is opened as `document`."""
    rows = table(package)
    if not rows:
        return
    length = len(fields(rows[-1][0])[CHECK][0])
    made, sums = [], Digest(length)
    for index, found in enumerate(rows):
        row = found[0]
        texts = fields(row)
        if len(texts) < COLUMNS:
            return
        if texts[1][0] == "シート" and document.Sheets.hasByName(texts[2][0]):
            whole, lines = codes(document.Sheets.getByName(texts[2][0]), length)
            row = with_text(with_text(row, RESULT, whole), EXPLANATION, lines)
        if index == len(rows) - 1 and texts[1][0] == "合計":
            row = with_text(row, EXPLANATION, sums.end())
            row = re.sub('office:value="[^"]*"', lambda m: m[0] if m.start() < fields(row)[1][1][0] else 'office:value="%d"' % index, row)
        row = re.sub('office:value="[^"]*"', 'office:value="%d"' % (index + 1), row, count=1)
        texts = fields(row)
        check = Digest(length).add("n" if texts[RESULT][2] else "t")
        for text, _, _ in texts[:CHECK]:
            check.add(text)
        check = check.end()
        sums.add(check)
        made.append(with_text(row, CHECK, check))
    text = package.text("content.xml")
    package.parts["content.xml"] = (text[:rows[0].start()] + "".join(made) + text[rows[-1].end():]).encode()
