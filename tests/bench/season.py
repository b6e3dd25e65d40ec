# SPDX-License-Identifier: MPL-2.0
"""season.py BOOK.ods FOLDER COUNT: so many budgets that all differ: in each, every whole number of five digits and more (no year) that was
typed into the book is another, by up to 3 %. What is computed from them is computed when copies are made."""
import os
import random
import re
import sys
import zipfile

TYPED = re.compile(r'<table:table-cell(?![^>]*table:formula)[^>]*office:value="(\d{5,12})"')


def main(book, folder, count):
    with zipfile.ZipFile(book) as package:
        parts = [(info, package.read(info)) for info in package.infolist()]
    content = next(data for info, data in parts if info.filename == "content.xml").decode()
    places = [match.span(1) for match in TYPED.finditer(content)]
    for number in range(1, int(count) + 1):
        drawn, out, at = random.Random(number), [], 0
        for start, end in places:
            out += [content[at:start], str(int(int(content[start:end]) * drawn.uniform(0.97, 1.03)))]
            at = end
        text = "".join(out + [content[at:]]).encode()
        with zipfile.ZipFile(os.path.join(folder, "組合%03d.ods" % number), "w", zipfile.ZIP_DEFLATED) as package:
            for info, data in parts:
                package.writestr(info, text if info.filename == "content.xml" else data)


if __name__ == "__main__":
    main(*sys.argv[1:])
