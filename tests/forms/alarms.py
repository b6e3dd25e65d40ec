# SPDX-License-Identifier: MPL-2.0
"""What 点検 says in a workbook, and budgets written as text: shared by mistakes.py and sound.py. A budget
is a file in budgets/: lines "# key: value" about it, then name, tab, value. Several values of one range
stand side by side, by spaces, "-" for a cell left empty; "=name" is what a computed cell must show."""
import datetime
import os
import re

from office import ERROR, ROOT, shown

BOOK = "予算書一式"
RANK = {"対象外": 0, "適": 0, "OK": 0, "情報": 1, "Info": 1, "注意": 2, "Warning": 2, "エラー": 3, "Error": 3}
WORD = ("適", "情報", "注意", "エラー")
NOT_COMPUTED = "未計算"
EPOCH = datetime.date(1899, 12, 30)


class Checks:
    """The rows of 点検: (code, what it says) before and after something was typed."""

    def __init__(self, book):
        self.results = book.range("点検_結果")
        self.codes = [code for (code,) in book.range("点検_番号").DataArray]
        sheet, area = self.results.Spreadsheet, self.results.RangeAddress
        weight = sheet.getCellRangeByPosition(2, area.StartRow, 2, area.EndRow).DataArray
        self.gravest = [RANK.get(word, 0) for (word,) in weight]
        self.findings = sheet.getCellRangeByPosition(4, area.StartRow, 4, area.EndRow)

    def read(self):
        return [result for (result,) in self.results.DataArray]

    def texts(self):
        return [text for (text,) in self.findings.DataArray]

    def turned(self, before, after):
        """What became graver: {code: word}; and which rows can no longer be computed: {code}."""
        worse, lost = {}, set()
        for code, old, new in zip(self.codes, before, after):
            if new not in RANK and old in RANK:
                lost.add(code)
            elif RANK.get(new, 0) > max(RANK.get(old, 0), RANK.get(worse.get(code), 0)):
                worse[code] = WORD[RANK[new]]
        return worse, lost


def unprotect(book):
    for sheet in book.sheets:
        sheet.unprotect("")


def number(text):
    """A number or date as it stands in a budget's text, else None."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return float((datetime.date.fromisoformat(text) - EPOCH).days)
    try:
        return float(text)
    except ValueError:
        return None


def put(cell, text):
    value = number(text)
    if text == "-":
        cell.Formula = ""
    elif value is None:
        cell.String = text
    else:
        cell.Value = value


class Budget:
    """One budget of budgets/."""

    def __init__(self, path):
        self.path = path
        self.about, self.given, self.expected = {}, [], []
        with open(path, encoding="utf-8") as file:
            for line in file.read().splitlines():
                if line.startswith("#"):
                    key, _, value = line[1:].partition(":")
                    self.about[key.strip()] = value.strip()
                elif line:
                    name, value = line.split("\t")
                    (self.expected if name[0] == "=" else self.given).append((name.lstrip("="), value))
        year = dict(self.given).get("年度", "")
        if year.isdigit() and "前年度欄の年度" not in dict(self.given):
            self.given.append(("前年度欄の年度", str(int(year) - 1)))  # as a society says that fills in last year's columns

    def open_checks(self):
        """Which checks may speak, at most how gravely, as the file's "open" says: {code: word}"""
        return dict(re.findall(r"(V\d\d)(情報|注意|エラー|未計算)", self.about.get("open", "")))

    def cells(self, places):
        """Where each value goes: {(sheet, column, row): text}; and what has no place and what is a formula:
        {name: why}. A printed amount goes to the society's own estimate where the form has a cell for it
        (name + _組合)."""
        typed, refused = {}, {}
        for name, text in self.given:
            place = places.find(name + "_組合") or places.find(name)
            if place is None:
                refused[name] = "no place"
                continue
            if place.locked:
                refused[name] = "formula"
            values = text.split(" ") if place.wide * place.high > 1 else [text]
            for index, value in enumerate(values):
                typed[place.sheet, place.column + index % place.wide, place.row + index // place.wide] = value
        return typed, refused


class Place:
    """Where a name's cells are."""

    def __init__(self, found):
        area = found.RangeAddress
        self.sheet, self.column, self.row = area.Sheet, area.StartColumn, area.StartRow
        self.wide, self.high = area.EndColumn - area.StartColumn + 1, area.EndRow - area.StartRow + 1
        self.locked = found.getCellByPosition(0, 0).CellProtection.IsLocked


class Places:
    """Asked of one workbook, true for every workbook from the same template."""

    def __init__(self, book):
        self.book, self.known, self.read = book, {}, {}
        self.names = set(book.names())

    def find(self, name):
        if name not in self.names:
            return None
        if name not in self.known:
            self.known[name] = Place(self.book.range(name))
        return self.known[name]

    def value(self, name):
        """What the first cell of a name shows."""
        if name not in self.names:
            return "no such name"
        if name not in self.read:
            self.read[name] = self.book.cell(name)
        return shown(self.read[name])


class Form:
    """One open template that takes one budget after another: only what differs is typed."""

    def __init__(self, book):
        self.book, self.places = book, Places(book)
        self.typed, self.empty, self.cells = {}, {}, {}
        unprotect(book)

    def cell(self, place):
        if place not in self.cells:
            self.cells[place] = self.book.sheets[place[0]].getCellByPosition(*place[1:])
            self.empty[place] = self.cells[place].Formula
        return self.cells[place]

    def fill(self, budget):
        """Types every value of the budget; gives what it could not: {name: why}."""
        typed, refused = budget.cells(self.places)
        for place in self.typed.keys() - typed.keys():
            self.cell(place).Formula = self.empty[place]
        for place, text in typed.items():
            if self.typed.get(place) != text:
                put(self.cell(place), text)
        self.typed = typed
        return refused


def errors(book):
    """How many computed cells show an error."""
    count = 0
    for sheet in book.sheets:
        for area in sheet.queryFormulaCells(ERROR).RangeAddresses:
            count += (area.EndRow - area.StartRow + 1) * (area.EndColumn - area.StartColumn + 1)
    return count


def budgets(paths=()):
    folder = os.path.join(ROOT, "tests/forms/budgets")
    every = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".tsv")]
    return [Budget(path) for path in paths or every]
