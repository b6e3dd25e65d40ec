# SPDX-License-Identifier: MPL-2.0
"""An office of our own, driven from outside over a pipe, and its workbooks. From outside, and in Python,
so that a fault in our own layer for UNO cannot hide itself, and so that an office can be driven that has
no add-in of ours at all. Found where PYTHONPATH names tests/, as the Makefile and tests/lib.sh do."""
import os
import subprocess
import tempfile
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VALUE, FORMULA = 2, 4  # com.sun.star.sheet.CellFlags and CellContentType
ERROR = 4  # com.sun.star.sheet.FormulaResult


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def store(document, path, filter_name):
    """Stores a copy of the document with that filter."""
    document.storeToURL(url(path), properties(FilterName=filter_name))


def connect(pipe):
    """The context of the office that listens on the pipe, or None where there is none yet."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
    except Exception:  # NoConnectException, and what an office throws that is just starting
        return None


class Office:
    """Starts an office with our extension, or with bundle="none" without; use it in a `with`."""

    def __init__(self, bundle=None):
        self.pipe = "kenpo-" + uuid.uuid4().hex
        self.environment = dict(os.environ, LANGUAGE="ja", SECONDS_MAX="580", LC_ALL="C.UTF-8")
        if bundle:
            self.environment["BUNDLE"] = bundle

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [os.path.join(ROOT, "tools/office"), "--headless", "--accept=pipe,name=%s;urp" % self.pipe],
            env=self.environment, stdout=self.log, stderr=self.log)
        for _ in range(300):
            self.context = connect(self.pipe)
            if self.context:
                break
            time.sleep(0.1)
        else:
            self.process.terminate()
            self.log.seek(0)
            raise RuntimeError("the office did not start: " + self.log.read())
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.configure("/org.openoffice.Office.Common/Misc", UseLocking=False)  # several tests open one sample
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:  # the bridge closes while the office ends
            pass
        self.process.wait(30)
        self.log.close()

    def seconds(self):
        """Processor time that this office has used so far: other work on the machine does not count."""
        ticks = 0
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open("/proc/%s/cmdline" % pid) as command, open("/proc/%s/stat" % pid) as stat:
                    if self.pipe in command.read():
                        ticks += sum(int(field) for field in stat.read().rsplit(")", 1)[1].split()[11:13])
            except OSError:  # it ended meanwhile
                pass
        return ticks / os.sysconf("SC_CLK_TCK")

    def create(self, service):
        return self.context.ServiceManager.createInstance(service)

    def configuration(self, path):
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        return provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", properties(nodepath=path))

    def configure(self, path, **values):
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", properties(nodepath=path))
        for name, value in values.items():
            access.setPropertyValue(name, value)
        access.commitChanges()

    def dispatch(self, url):
        """Opens what a menu entry names; gives the title of the new workbook, and closes it."""
        start = self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        frame = start.CurrentController.Frame
        self.create("com.sun.star.frame.DispatchHelper").executeDispatch(frame, url, "_blank", 0, ())
        components = self.desktop.Components.createEnumeration()
        found = []
        while components.hasMoreElements():
            found.append(components.nextElement())
        new = [document for document in found if document != start]
        title = new[0].DocumentProperties.Title if new else None
        for document in found:
            document.close(True)
        return title

    def load(self, path, **settings):
        """The document of a file, out of sight; no macro of it may run unless the settings say so."""
        return self.desktop.loadComponentFromURL(
            url(path), "_blank", 0, properties(**{"Hidden": True, "MacroExecutionMode": 0, **settings}))

    def open(self, path):
        return Book(self.load(path))


class Book:
    """One workbook; cells are reached through their names."""

    def __init__(self, document):
        self.document = document
        self.sheets = [document.Sheets.getByIndex(i) for i in range(document.Sheets.Count)]

    def names(self):
        return [name for name in self.document.NamedRanges.ElementNames if not name.startswith("_xlnm")]

    def range(self, name):
        ranges = self.document.NamedRanges
        return ranges.getByName(name).getReferredCells() if ranges.hasByName(name) else None

    def cell(self, name):
        found = self.range(name)
        return found and found.getCellByPosition(0, 0)

    def value(self, name):
        return shown(self.cell(name))

    def put(self, name, value):
        cell = self.cell(name)
        if isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value

    def calculate(self):
        self.document.calculateAll()

    def cells(self, sheet, flags):
        """Every cell of a kind: (address, cell)"""
        for area in sheet.queryContentCells(flags).RangeAddresses:
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    yield address(sheet, column, row), sheet.getCellByPosition(column, row)

    def errors(self):
        """Every formula that shows an error: (address, error code)"""
        return [(where, cell.getError()) for sheet in self.sheets
                for where, cell in self.cells(sheet, 16) if cell.getError() != 0]

    def save(self, path, filter_name):
        store(self.document, path, filter_name)

    def close(self):
        self.document.close(True)


def address(sheet, column, row):
    return "%s.%s%d" % (sheet.Name, chr(65 + column), row + 1)


def shown(cell):
    """A cell's number, its text, or its error as Calc writes it."""
    if cell.getError() != 0:
        return cell.String
    kind = cell.FormulaResultType2 if cell.Type.value == "FORMULA" else None
    if cell.Type.value == "VALUE" or kind == 1:
        return cell.Value
    return cell.String
