# SPDX-License-Identifier: MPL-2.0
# without.py ORIGINAL COPY…: an office with the add-in computes the original, one without it opens each
# copy and recalculates hard: every cell must show the same value, to the bit, and no #NAME?.
import atexit
import os
import subprocess
import struct
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

HERE = os.path.dirname(os.path.abspath(__file__))
OFFICE = os.path.join(HERE, "..", "..", "tools", "office")
CELLS = 1 | 2 | 4 | 16


def setting(name, value):
    """A named setting, as loading and storing take them."""
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Office:
    """An office of its own, with (bundle=None) or without ("none") the add-in."""

    def __init__(self, bundle=None):
        self.pipe = "kenpo-%d-%s" % (os.getpid(), bundle or "with")
        env = dict(os.environ, SECONDS_MAX="180")
        if bundle:
            env["BUNDLE"] = bundle
        self.process = subprocess.Popen(
            [OFFICE, "--headless", "--accept=pipe,name=%s;urp" % self.pipe],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(self.end)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(200):
            try:
                self.context = resolver.resolve(
                    "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % self.pipe)
                break
            except Exception:
                time.sleep(0.1)
        self.desktop = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self.context)

    def open(self, path, *settings):
        return self.desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0,
            (setting("Hidden", True),) + settings)

    def end(self):
        if self.process.poll() is not None:
            return
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(20)


def store(document, path, name):
    """Stores a copy of the document with that filter."""
    document.storeToURL(
        uno.systemPathToFileUrl(os.path.abspath(path)), (setting("FilterName", name),))


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


def main(original, copies):
    office = Office()
    document = office.open(original)
    expected = values(document)
    document.close(True)
    office.end()
    office = Office("none")
    bad = 0
    for path in copies:
        document = office.open(path)
        got = values(document)
        document.close(True)
        for place, value in sorted(expected.items()):
            if got.get(place, ("text", "")) != value:
                print("%s %s: %s expected, got %s" % (path, place, value, got.get(place)))
                bad += 1
        for place, value in got.items():
            if value == ("error", 525) and expected.get(place) != value:
                print("%s %s: #NAME?" % (path, place))
                bad += 1
        print("%s: %d cells compared" % (os.path.basename(path), len(expected)))
    office.end()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
