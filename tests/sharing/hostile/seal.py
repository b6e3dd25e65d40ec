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


def old_sum(data):
    """SHA-1 as the office's runtime library has it: 52 to 55 bytes in the last block count as too many for it."""
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    mask = 0xFFFFFFFF
    held = len(data) % 64
    data += b"\x80" + bytes((55 - held if held < 52 else 119 - held)) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(data), 64):
        w = [int.from_bytes(data[start + 4 * i:start + 4 * i + 4], "big") for i in range(16)]
        for t in range(16, 80):
            x = w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16]
            w.append((x << 1 | x >> 31) & mask)
        a, b, c, d, e = state
        for t in range(80):
            f, k = ((b & c | ~b & d, 0x5A827999), (b ^ c ^ d, 0x6ED9EBA1), (b & c | b & d | c & d, 0x8F1BBCDC),
                    (b ^ c ^ d, 0xCA62C1D6))[t // 20]
            a, b, c, d, e = ((a << 5 | a >> 27) + f + e + k + w[t]) & mask, a, (b << 30 | b >> 2) & mask, c, d
        state = [(x + y) & mask for x, y in zip(state, (a, b, c, d, e))]
    return "".join("%08x" % x for x in state)


class Digest:
    def __init__(self, old):
        self.data, self.old = bytearray(), old

    def add(self, text):
        self.data += BLANKS.sub(" ", text).encode() + b"\0"
        return self

    def end(self):
        return old_sum(bytes(self.data)) if self.old else hashlib.sha256(self.data).hexdigest()


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


def codes(sheet, old):
    """The checksum of a sheet, and a code for each of its rows of cells."""
    areas = sheet.queryContentCells(23).RangeAddresses  # CellFlags: values, dates, texts, formulas
    right = max((a.EndColumn for a in areas), default=-1)
    bottom = max((a.EndRow for a in areas), default=-1)
    whole, lines = Digest(old), ""
    if right < 0 or (right + 1) * (bottom + 1) > 2e7:
        return whole.end(), lines
    for row in sheet.getCellRangeByPosition(0, 0, right, bottom).FormulaArray:
        row = list(row)
        while row and not row[-1]:
            row.pop()
        digest = Digest(old)
        for text in row:
            digest.add(text)
        digest = digest.end()
        whole.add(digest)
        lines += digest[:4 if old else 8]
    return whole.end(), lines


def seal(package, document, old):
    """Of a package that is opened as `document`; `old`: as versions before 0.2 did."""
    rows = table(package)
    if not rows:
        return
    made, sums = [], Digest(old)
    for index, found in enumerate(rows):
        row = found[0]
        texts = fields(row)
        if len(texts) < COLUMNS:
            return
        if texts[1][0] == "シート" and document.Sheets.hasByName(texts[2][0]):
            whole, lines = codes(document.Sheets.getByName(texts[2][0]), old)
            row = with_text(with_text(row, RESULT, whole), EXPLANATION, lines)
        if index == len(rows) - 1 and texts[1][0] == "合計":
            row = with_text(row, EXPLANATION, sums.end())
            row = re.sub('office:value="[^"]*"', lambda m: m[0] if m.start() < fields(row)[1][1][0] else 'office:value="%d"' % index, row)
        row = re.sub('office:value="[^"]*"', 'office:value="%d"' % (index + 1), row, count=1)
        texts = fields(row)
        check = Digest(old).add("n" if texts[RESULT][2] else "t")
        for text, _, _ in texts[:CHECK]:
            check.add(text)
        check = check.end()
        sums.add(check)
        made.append(with_text(row, CHECK, check))
    text = package.text("content.xml")
    package.parts["content.xml"] = (text[:rows[0].start()] + "".join(made) + text[rows[-1].end():]).encode()
