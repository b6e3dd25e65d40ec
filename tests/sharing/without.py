# SPDX-License-Identifier: MPL-2.0
# without.py ORIGINAL COPY…: an office with the add-in computes the original, one without it opens each
# copy and recalculates hard: every cell must show the same value, to the bit, and no #NAME?.
import os
import struct
import sys

from office import Office

CELLS = 1 | 2 | 4 | 16


def values(document):
    """Every cell of every sheet: the number's bits, or the error, or the text."""
    document.calculateAll()
    found = {}
    for sheet in document.Sheets:
        for area in sheet.queryContentCells(CELLS).RangeAddresses:
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    cell = sheet.getCellByPosition(column, row)
                    if cell.getError():
                        value = ("error", cell.getError())
                    elif cell.Type.value == "VALUE" or (
                            cell.Type.value == "FORMULA" and cell.FormulaResultType2 == 1):
                        value = ("number", struct.pack(">d", cell.Value).hex())
                    else:
                        value = ("text", cell.String)
                    found[sheet.Name, column, row] = value
    return found


def compare(path, expected, got):
    bad = 0
    for place, value in sorted(expected.items()):
        if got.get(place, ("text", "")) != value:
            print("%s %s: %s expected, got %s" % (path, place, value, got.get(place)))
            bad += 1
    for place, value in got.items():
        if value == ("error", 525) and expected.get(place) != value:
            print("%s %s: #NAME?" % (path, place))
            bad += 1
    print("%s: %d cells compared" % (os.path.basename(path), len(expected)))
    return bad


def main(original, copies):
    with Office() as office:
        document = office.load(original)
        expected = values(document)
        document.close(True)
    with Office("none") as office:
        bad = 0 if expected else 1
        for path in copies:
            document = office.load(path)
            bad += compare(path, expected, values(document))
            document.close(True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
