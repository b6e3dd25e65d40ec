# SPDX-License-Identifier: MPL-2.0
"""Makes in every input cell the mistakes that people make in it, one at a time, and tells which checks turn;
in the sample also the slips of slips.tsv, which take some cells together.
usage: PYTHONPATH=tests python3 tests/forms/mistakes.py [-w] [-t FOLDER] sample|BUDGET.tsv…      after: make forms
The filled sample is tried, or budgets of budgets/. With -w only those mistakes that some check has to see. The
summary on standard output counts what is seen and lists what is not; -t writes a table a budget, a row a mistake."""
import argparse
import collections
import csv
import os
import re
import shutil
import sys
import tempfile

import alarms
from office import ROOT, Office

FEW = 10  # persons, cases
SMALL = 0.005  # of the account's total: smaller amounts are told apart in the summary

# What a cell holds, by its name without _前年度; an amount in thousands of yen where nothing fits.
KINDS = [
    (r"^(年度|前年度欄の年度|設立年度|諸元_計画免除年度.*)$", "year"),
    (r"_経常$", "flag"),
    (r"日$|期限$", "date"),
    (r"率$|単価\(|単価_|交付率|予備費最低割合|保有資産基準|^諸元_(?!高額基準額)", "rate"),
    (r"人数|者数|月数|部数|件数|桁数|中期表示|積立計画_年数|第2号_本人|第2号_被扶養者|被保険者数_男", "count"),
    (r"平均標準報酬月額|一人当たり|_(概算|前々概算|前々確定|調整|事務費)$|高額_交付対象額|高額_検算計|標準報酬総計|震災加算|基準額", "yen"),
]
PER_HEAD = r"平均標準報酬月額|一人当たり"
UNITS = {"amount": 1, "yen": 1000}


class Input:
    """One input cell."""

    def __init__(self, book, sheet, column, row, name):
        self.sheet, self.name = sheet.Name, name
        self.cell = sheet.getCellByPosition(column, row)
        self.place = (column, row)
        self.address = "%s%d" % (chr(65 + column), row + 1)
        self.rule = self.cell.Validation
        self.kind = self.find_kind()
        self.value = self.cell.Value if self.cell.Type.value == "VALUE" else None
        self.text = self.cell.String if self.cell.Type.value == "TEXT" else None
        self.share = self.find_share(book)

    def find_kind(self):
        kind = self.rule.Type.value
        if kind == "LIST":
            return "choice"
        if kind == "TEXT_LEN":
            return "text"
        if kind == "DATE":
            return "date"
        base = re.sub(r"_前年度$", "", self.name)
        return next((found for pattern, found in KINDS if re.search(pattern, base)), "amount")

    def find_share(self, book):
        """Of its account's total; None where the cell is no part of an account."""
        if self.kind not in UNITS or self.value is None:
            return None
        if re.search(PER_HEAD, self.name):
            return 1.0
        childcare = self.sheet == "支援金勘定" or self.name.startswith("支援金_")
        account = "支援金" if childcare else "介護" if "介護" in self.sheet + self.name else "一般"
        last = "_前年度" if self.name.endswith("_前年度") else ""
        total = book.value(account + "_収入合計" + last)
        return abs(self.value) / UNITS[self.kind] / total if isinstance(total, float) and total else None

    def put(self, value):
        if value is None:
            self.cell.Formula = ""
        elif isinstance(value, str):
            self.cell.String = value
        else:
            self.cell.Value = value

    def restore(self):
        self.put(self.text if self.value is None else self.value)

    def refuses(self, value):
        """Whether the cell's rule stops this at the keyboard (a paste is not stopped)."""
        kind = self.rule.Type.value
        if value is None:
            return not self.rule.IgnoreBlankCells
        if kind == "LIST":
            return '"%s"' % value not in self.rule.getFormula1()
        if kind == "TEXT_LEN":
            return False
        if isinstance(value, str):
            return kind in ("WHOLE", "DECIMAL", "DATE")
        limits = [self.rule.getFormula1(), self.rule.getFormula2()]
        low, high = (float(text) if re.fullmatch(r"-?[\d.]+", text) else None for text in limits)
        if kind == "WHOLE" and value != int(value):
            return True
        operator = self.rule.getOperator().value
        if operator == "BETWEEN":
            return not low <= value <= high
        return operator == "GREATER_EQUAL" and low is not None and value < low


def input_names(book):
    """Where each named cell stands: {(sheet, column, row): name}"""
    places = {}
    for name in book.names():
        area = book.range(name).RangeAddress
        size = (area.EndColumn - area.StartColumn + 1) * (area.EndRow - area.StartRow + 1)
        count = 0
        for row in range(area.StartRow, area.EndRow + 1):
            for column in range(area.StartColumn, area.EndColumn + 1):
                count += 1
                place = (area.Sheet, column, row)
                if size == 1 or place not in places:
                    places[place] = name if size == 1 else "%s(%d)" % (name, count)
    return places


def inputs(book):
    """Every cell that can be typed into and holds something, sheet by sheet, row by row."""
    names = input_names(book)
    found = []
    for index, sheet in enumerate(book.sheets):
        cells = []
        for area in sheet.UniqueCellFormatRanges:
            if area.CellProtection.IsLocked:
                continue
            cells += [(row, column) for part in area.RangeAddresses for row in range(part.StartRow, part.EndRow + 1)
                      for column in range(part.StartColumn, part.EndColumn + 1)]
        for row, column in sorted(cells):
            name = names.get((index, column, row))
            if name or sheet.getCellByPosition(column, row).Type.value != "EMPTY":
                found.append(Input(book, sheet, column, row, name or ""))
    return found


def last_year(book, cell, by_place):
    """What the cell of the year before holds: this cell's counterpart, or the column to the left."""
    for new, old in (("", "_前年度"), ("_概算", "_前々概算"), ("_前々概算", "_前々確定")):
        if cell.name.endswith(new) and not cell.name.endswith("_前年度"):
            other = cell.name[:len(cell.name) - len(new)] + old
            if book.range(other):
                return book.value(other)
    if re.search(r"^準備金_.*_(2年前|前年度)$", cell.name):
        left = by_place.get((cell.sheet, cell.place[0] - 1, cell.place[1]))
        return left.value if left else None
    if cell.kind == "year":
        return cell.value - 1
    return cell.value - 365 if cell.kind == "date" else None


def neighbour(cell, by_place):
    """The next cell below of the same kind, within three rows."""
    for step in (1, 2, 3):
        other = by_place.get((cell.sheet, cell.place[0], cell.place[1] + step))
        if other and other.kind == cell.kind:
            return other
    return None


def mistakes(book, cell, by_place):
    """(what went wrong, [(cell, what stands there now)])"""
    below = neighbour(cell, by_place)
    if cell.kind == "choice":
        words = re.findall(r'"([^"]*)"', cell.rule.getFormula1())
        for word in words:
            yield "other word", [(cell, word)]
    if cell.kind == "text" or cell.value is None:
        if cell.text:
            yield "empty", [(cell, None)]
        return
    value = cell.value
    whole = round if cell.kind != "rate" else float
    if cell.kind == "flag":
        yield "other word", [(cell, 1 - value)]
    if cell.kind in ("amount", "yen", "count", "rate"):
        yield "×10", [(cell, value * 10)]
        yield "÷10", [(cell, float(whole(value / 10)))]
        yield "sign", [(cell, -value)]
    if cell.kind in ("amount", "yen", "count"):
        yield "×1,000", [(cell, value * 1000)]
        yield "÷1,000", [(cell, float(whole(value / 1000)))]
    if cell.kind == "rate":
        yield "×100", [(cell, value * 100)]
        yield "÷100", [(cell, value / 100)]
    if cell.kind in ("year", "date"):
        yield "next year", [(cell, value + (1 if cell.kind == "year" else 365))]
    before = last_year(book, cell, by_place)
    if isinstance(before, float):
        yield "last year", [(cell, before)]
    if below:
        yield "swapped", [(cell, below.value), (below, value)]
        yield "twice", [(below, value)]
    yield "text", [(cell, "{:,}".format(int(value)) if value == int(value) else str(value))]
    yield "empty", [(cell, None)]


def changes(put):
    """Not a mistake that leaves everything as it is."""
    return any(value != (cell.text if cell.value is None else cell.value) for cell, value in put)


def try_all(book, checks, only_wanted):
    """Every mistake in every input cell: the cells, and a row a mistake."""
    cells = inputs(book)
    by_place = {(cell.sheet,) + cell.place: cell for cell in cells}
    before = checks.read()
    rows = []
    for cell in cells:
        for what, put in mistakes(book, cell, by_place):
            if not changes(put) or (only_wanted and not is_wanted(cell, what)):
                continue
            for other, value in put:
                other.put(value)
            worse, lost = checks.turned(before, checks.read())
            for other, _ in put:
                other.restore()
            rows.append((cell, what, put[0][1] if put[0][0] is cell else cell.value,
                         put[0][0].refuses(put[0][1]), worse, lost))
    if checks.read() != before:
        raise RuntimeError("not everything was put back")
    return cells, rows


def try_slips(book, checks):
    """The slips of slips.tsv, each in some cells of the filled sample: those that no check sees."""
    before = checks.read()
    with open(os.path.join(ROOT, "tests/forms/slips.tsv"), encoding="utf-8") as file:
        slips = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    unseen = []
    for slip in slips:
        stood = []
        for name, text in (part.split("=") for part in slip["typed"].split("|")):
            cell = book.cell(name)
            stood.append((cell, cell.Formula))
            alarms.put(cell, text)
        worse, lost = checks.turned(before, checks.read())
        for cell, formula in reversed(stood):
            cell.Formula = formula
        if not any(alarms.RANK[word] > 1 for word in worse.values()):
            unseen.append("  %s: %s" % (slip["slip"], slip["typed"] + ("(未計算)" if lost else "")))
    if checks.read() != before:
        raise RuntimeError("not everything was put back")
    print("\n".join(["  slips: %d, seen %d" % (len(slips), len(slips) - len(unseen))] + unseen))
    return 1 if unseen else 0


def shown(value):
    if isinstance(value, float):
        return "%d" % value if value == int(value) else repr(value)
    return "" if value is None else value


def write(rows, path):
    with open(path, "w", encoding="utf-8") as out:
        write_rows(rows, out)


def write_rows(rows, out):
    table = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, escapechar="\\")
    table.writerow(["cell", "name", "kind", "value", "share", "mistake", "typed", "stopped when typed",
                    "checks", "not computed"])
    for cell, what, typed, refused, worse, lost in rows:
        table.writerow(["%s.%s" % (cell.sheet, cell.address), cell.name, cell.kind,
                        shown(cell.text if cell.value is None else cell.value),
                        "" if cell.share is None else "%.4f" % cell.share, what, shown(typed),
                        "yes" if refused else "", " ".join("%s%s" % pair for pair in sorted(worse.items())),
                        " ".join(sorted(lost))])


def caught(row):
    """注意 or エラー."""
    return any(alarms.RANK[word] > 1 for word in row[4].values())


WANTED = {"amount": ("÷1,000", "×1,000", "sign", "empty"), "yen": ("÷1,000", "×1,000", "sign", "empty"),
          "rate": ("×10", "÷10", "sign", "empty"), "count": ("×10", "÷10", "sign", "empty"),
          "date": ("last year", "next year", "empty"), "year": ("last year", "next year", "empty")}


# What no check can know: a fact that is typed once and that nothing else in the book depends on.
UNKNOWABLE = {"設立年度": ("last year", "next year")}

def is_wanted(cell, what):
    """Whether some check has to turn. An empty cell where 0 stood changes nothing, a tenth of so few persons
    is no count."""
    if cell.kind == "count" and what == "÷10" and abs(cell.value) < FEW:
        return False
    if what not in WANTED.get(cell.kind, ()) or what in UNKNOWABLE.get(cell.name, ()) or cell.value == 0:
        return False
    return cell.kind not in UNITS or (cell.share or 0) > SMALL


def summary(cells, rows, only_wanted):
    print("%d input cells, %d with a value; %d mistakes: %d seen (注意, エラー), %d only 未計算, %d stopped when typed, "
          "%d unseen" % (len(cells), sum(cell.value is not None or bool(cell.text) for cell in cells), len(rows),
                         sum(map(caught, rows)), sum(not caught(row) and bool(row[5]) for row in rows),
                         sum(not caught(row) and not row[5] and row[3] for row in rows),
                         sum(not caught(row) and not row[5] and not row[3] for row in rows)))
    if not only_wanted:
        print_kinds(rows)
    wanted = [row for row in rows if is_wanted(row[0], row[1])]
    holes = [row for row in wanted if not caught(row)]
    print("  wanted: %d, seen %d (%.1f %%)%s" % (len(wanted), len(wanted) - len(holes),
          100 * (len(wanted) - len(holes)) / max(1, len(wanted)), "; holes:" if holes else ""))
    by_cell = collections.OrderedDict()
    for row in holes:
        by_cell.setdefault((row[0].sheet, row[0].address, row[0].name, row[0].kind), []).append(
            row[1] + ("(未計算)" if row[5] else ""))
    for key, missed in by_cell.items():
        print("    %s.%s %s (%s): %s" % (key + (" ".join(missed),)))
    return 1 if holes or not wanted else 0


def print_kinds(rows):
    """What was tried and seen, by the kind of the cell and the mistake."""
    counts = collections.defaultdict(collections.Counter)
    for row in rows:
        kind = row[0].kind
        if kind in UNITS:
            kind += " > 0.5 %" if (row[0].share or 0) > SMALL else " small"
        counts[kind, row[1]]["all"] += 1
        counts[kind, row[1]]["seen"] += caught(row)
        counts[kind, row[1]]["not computed"] += not caught(row) and bool(row[5])
    for (kind, what), count in sorted(counts.items()):
        print("  %-14s %-10s %4d tried, %4d seen, %4d only 未計算" % (
            kind, what, count["all"], count["seen"], count["not computed"]))


def try_book(office, given, options, folder):
    """The mistakes of one budget, the sample's slips too. Gives 1 where something is unseen, else 0."""
    sample = given == "sample"
    label = given if sample else os.path.basename(given)[:-4]
    path = os.path.join(folder, label + (".ods" if sample else ".ots"))
    shutil.copy(os.path.join(ROOT, "build/forms", alarms.BOOK + path[-4:]), path)
    book = office.open(path)
    form = alarms.Form(book)
    if not sample:
        form.fill(alarms.Budget(given))
    book.calculate()
    checks = alarms.Checks(book)
    cells, rows = try_all(book, checks, options.w)
    print("%s: " % label, end="")
    unseen = summary(cells, rows, options.w)
    if options.t:
        write(rows, os.path.join(options.t, "mistakes-%s.tsv" % label))
    if sample:
        unseen |= try_slips(book, checks)
    book.close()
    return unseen


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("-w", action="store_true")
    arguments.add_argument("-t")
    arguments.add_argument("budgets", nargs="+")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        return max([try_book(office, given, options, folder) for given in options.budgets])


if __name__ == "__main__":
    sys.exit(main())
