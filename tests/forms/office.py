# SPDX-License-Identifier: MPL-2.0
"""A Calc of our own for the tests of the forms, driven from outside over a pipe."""
import os
import subprocess
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VALUE, FORMULA = 2, 4  # com.sun.star.sheet.CellFlags and CellContentType
ERROR = 4  # com.sun.star.sheet.FormulaResult


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Office:
    """Starts Calc with our extension; use it in a `with`."""

    def __enter__(self):
        pipe = self.pipe = "kenpo-" + uuid.uuid4().hex
        self.log = open(os.path.join(ROOT, "build/forms/office.log"), "w")
        self.process = subprocess.Popen(
            [os.path.join(ROOT, "tools/office"), "--headless", "--accept=pipe,name=%s;urp" % pipe],
            env=dict(os.environ, LANGUAGE="ja", SECONDS_MAX="580", LC_ALL="C.UTF-8"),
            stdout=self.log, stderr=self.log)
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")
        address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe
        for _ in range(300):
            try:
                context = resolver.resolve(address)
                break
            except NoConnectException:
                time.sleep(0.1)
        else:
            raise RuntimeError("Calc did not start: see build/forms/office.log")
        self.context = context
        self.desktop = self.create("com.sun.star.frame.Desktop")
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

    def open(self, path):
        return Book(self.desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0,
            properties(Hidden=True, MacroExecutionMode=0)))


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
        self.document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(path)),
                                 properties(FilterName=filter_name))

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
