# SPDX-License-Identifier: MPL-2.0
"""What new forms take over from filled budgets (引き継ぎ), tried in one office: the cases, worked out by hand; that the
table speaks of every cell that holds something of years before; other files of the same budget; files that are none.
usage: in_calc.py FOLDER (an empty one)"""
import os
import re
import shutil
import sys
import time
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../forms"))
import alarms
from office import ROOT, Office, store

FOLDER = sys.argv[1]
FILES = {"budget": "予算書一式", "reserve-plan": "積立計画", "arrears-plan": "診療報酬等未払金返済計画",
         "medium-term-plan": "中期財政運営計画", "federation-grant": "連合会助成金"}
HISTORY = re.compile(r"前年|前々|年前$")
failures = 0


def ok(what, held, told=""):
    global failures
    failures += 0 if held else 1
    print("%s %s%s" % ("ok  " if held else "FAIL", what, "" if held or not told else ": %s" % (told,)), flush=True)


def path(name):
    return os.path.join(FOLDER, name)


def lines(file):
    with open(os.path.join(ROOT, file), encoding="utf-8") as text:
        return [line.rstrip("\n").split("\t") for line in text if not line.startswith("#")]


class Filler:
    """One open form into which budgets of tests/forms/budgets are typed, one after the other."""

    def __init__(self, office):
        shutil.copy(os.path.join(ROOT, "build/forms/予算書一式.ots"), path("template.ots"))
        self.book = office.open(path("template.ots"))
        self.book.document.enableAutomaticCalculation(False)
        self.form = alarms.Form(self.book)

    def store(self, name, xlsx=False):
        self.book.calculate()
        store(self.book.document, path(name + ".ods"), "calc8")
        if xlsx:
            store(self.book.document, path(name + ".xlsx"), "Calc MS Excel 2007 XML")

    def fill(self, budget, name, xlsx=False):
        self.form.fill(alarms.Budget(os.path.join(ROOT, "tests/forms/budgets/%s.tsv" % budget)))
        self.store(name, xlsx)


def without_names(name, *lost):
    """An .ods whose form does not know these names; all else is as it was."""
    with zipfile.ZipFile(path(name)) as old:
        parts = [(entry, old.read(entry)) for entry in old.infolist()]
    with zipfile.ZipFile(path(name), "w") as new:
        for entry, content in parts:
            if entry.filename == "content.xml":
                text = content.decode()
                for one in lost:
                    text, count = re.subn('<table:named-range table:name="%s"[^>]*/>' % one, "", text)
                    assert count == 1, one
                content = text.encode()
            new.writestr(entry, content)


def run(office, service, **job):
    """A command in the office at hand: its report, as (kind, text), and how long it took."""
    with open(path("job"), "w", encoding="utf-8") as file:
        file.write("shown\tyes\nreport\t%s\n" % path("report"))
        for key, value in job.items():
            for one in value if isinstance(value, list) else [value]:
                file.write("%s\t%s\n" % (key.rstrip("_"), one))
    if os.path.exists(path("report")):
        os.remove(path("report"))
    begin = time.time()
    office.create("org.kenpocalc." + service).trigger(path("job"))
    while not os.path.exists(path("report")) and time.time() < begin + 60:
        time.sleep(0.02)
    took = time.time() - begin
    with open(path("report"), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t", 1) for line in file], took


def outcome(report):
    return dict((kind, text) for kind, text in report).get("exit")


def carry(office, form, target, *budgets):
    return run(office, "Carry", input=[path(name) for name in budgets], form=form, target=path(target),
               list=path(target + ".list.ods"))


def held(book, name):
    """What the first cell of a name holds; "-" for nothing."""
    cell = book.cell(name)
    if cell is None:
        return "no such name"
    if not cell.Formula:
        return "-"
    number = alarms.number(cell.Formula)
    return cell.String if number is None else ("%.10f" % cell.Value).rstrip("0").rstrip(".")


def is_open(book, name):
    found = book.range(name)
    area = found and found.RangeAddress
    return area and (area.StartColumn, area.StartRow) == (area.EndColumn, area.EndRow) and \
        not found.getCellByPosition(0, 0).CellProtection.IsLocked


def matches(pattern, name):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), name)


def try_table(office):
    """Every row of the table names cells that are there; every cell of years before has its row."""
    rows = [row for row in lines("addin/carry/carry.tsv")]
    books = {form: office.open(os.path.join(ROOT, "build/forms/%s.ots" % file)) for form, file in FILES.items()}
    names = set(books["budget"].names())
    wrong = [row[1] for row in rows if row[2] != "-" and (
        not is_open(books[row[0]], row[1]) or re.sub(r"\+[01]$", "", row[2]) not in names
        or row[5] not in names | {"-"})]
    ok("every row of the table takes a cell of the budget into an input cell", not wrong, wrong)
    unused = [row[1] for row in rows if row[2] == "-" and
              not any(matches(row[1], name) for name in books[row[0]].names())]
    ok("every row that takes nothing speaks of cells that are there", not unused, unused)
    for form, book in books.items():
        targets = [row[1] for row in rows if row[0] == form]
        asked = [name for name in book.names() if (form != "budget" or HISTORY.search(name))]
        lost = [name for name in asked if not any(matches(target, name) for target in targets) and
                name not in ("年度", "前年度欄の年度") and is_open(book, name)]
        ok("%s: every such input cell has its row" % FILES[form], not lost and len(asked) > 10, lost or len(asked))
        book.document.close(True)
    return rows


def try_cases(office, books):
    for form, name, value, _ in lines("tests/carry/cases.tsv"):
        if value.startswith("="):
            value = held(books["before"], value[1:])
        got = held(books[form], name)
        ok("%s: %s is %s" % (FILES[form], name, value), got == value, got)


def try_count(book, rows):
    """At least 95 % of the cells of years before are filled, of those that the year knows. What tells the source of
    a value counts with that value."""
    asked = [row for row in rows if row[0] == "budget" and row[2] != "-" and HISTORY.search(row[1]) and
             in_years(row[4]) and not row[1].endswith("_出典")]
    empty = [row[1] for row in asked if held(book, row[1]) == "-"]
    share = 100 - 100 * len(empty) / len(asked)
    ok("%d of %d cells of years before are filled: %.1f %%" % (len(asked) - len(empty), len(asked), share),
       share >= 95 and len(asked) > 120, empty)


def in_years(years, year=2028):
    first, _, last = years.partition("-")
    return int(first or 0) <= year <= int(last or 9999)


def values(book, rows):
    return {row[1]: held(book, row[1]) for row in rows if row[0] == "budget" and row[2] != "-"}


def compare(office, rows, wanted, target):
    book = office.open(path(target))
    got = values(book, rows)
    book.document.close(True)
    return {name for name in wanted if got[name] != wanted[name]}


def try_other_files(office, filler, rows, wanted):
    """The same budget as .xlsx; as an older form had it, with cells elsewhere and two names missing."""
    report, _ = carry(office, "budget", "xlsx.ods", "last.xlsx", "before.ods")
    differs = compare(office, rows, wanted, "xlsx.ods") if outcome(report) == "0" else None
    ok("an .xlsx gives the same", differs == set(), (report, differs))
    sheet = filler.book.document.Sheets.getByName("その1")
    sheet.Rows.insertByIndex(8, 3)
    sheet.Columns.insertByIndex(0, 1)
    filler.book.put("年度", "R9")
    filler.store("old")
    without_names("old.ods", "年度_西暦", "一般_埋葬料")
    report, _ = carry(office, "budget", "aged.ods", "old.ods", "before.ods")
    differs = compare(office, rows, wanted, "aged.ods") if outcome(report) == "0" else None
    ok("an older form gives the same but for the cell that it has not", differs == {"一般_埋葬料_前年度"}, (report, differs))
    told = [text for kind, text in report if kind == "left"]
    ok("and that is told", any("埋葬料" in text and "様式にこの欄がない" in text for text in told), told)


def try_redated(filler):
    """A filled budget whose year alone is changed is seen, one that was carried over is not."""
    checks = alarms.Checks(filler.book)
    def said():
        filler.book.calculate()
        return dict(zip(checks.codes, checks.read()))["V98"]
    before = said()
    filler.book.put("年度", 2028)
    after = said()
    filler.book.put("年度", 2027)
    ok("a filled budget whose year alone is changed is seen", (before, after) == ("適", "注意"), (before, after))


def try_expected(office, filler):
    """What last year's book expected of the year before becomes the year before last; elapsed years go on."""
    given = {"一般_保険料_前年度見込": 5400000, "一般_療養給付費_前年度見込": 1400000, "中期表示": 2}
    for name, value in given.items():
        filler.book.put(name, value)
    filler.store("expected")
    for name in given:
        filler.book.cell(name).Formula = "0" if name == "中期表示" else ""
    carry(office, "budget", "next.ods", "expected.ods")
    book = office.open(path("next.ods"))
    ok("the expected result of the year before becomes that of the year before last",
       (held(book, "経常収入_前々年度"), held(book, "経常支出_前々年度"), held(book, "経常収支差_前々年度")) ==
       ("5400000", "1400000", "4000000"))
    ok("the elapsed years go on", held(book, "中期表示") == "3", held(book, "中期表示"))
    book.document.close(True)


def changes(office, before, after):
    """What the list says: exit code, {(sheet, cell): (before, after, difference)} of what was typed and of what is computed."""
    report, _ = run(office, "Compare", before=path(before), after=path(after), target=path(after + ".changes.ods"))
    if not os.path.exists(path(after + ".changes.ods")):
        return outcome(report), report, {}, ""
    book = office.open(path(after + ".changes.ods"))
    told = []
    for sheet in book.sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress.EndRow
        rows = [[sheet.getCellByPosition(column, row).String for column in range(7)] for row in range(6, last + 1)]
        told.append({(row[1], row[2]): tuple(row[4:]) for row in rows})
    links = [book.sheets[0].getCellByPosition(2, 6).Formula] if told[0] else []
    book.document.close(True)
    os.remove(path(after + ".changes.ods"))
    ok("each leads to its cell", all(after + "#" in link for link in links), links)
    return outcome(report), told[0], told[1], dict(report)["changes"]


def try_compare(office, filler):
    """Two versions of one budget: what was typed otherwise, and what follows from it."""
    same = changes(office, "last.ods", "last.xlsx")
    ok("a budget and itself as .xlsx: nothing differs", same[:3] == ("0", {}, {}), same)
    book = filler.book
    before = {name: book.cell(name).Formula for name in ("一般_療養給付費", "一般_組合債収入", "一般_雑入")}
    book.put("一般_療養給付費", 1468633)  # 1458633 before
    book.put("一般_組合債収入", 5)
    book.cell("一般_雑入").Formula = ""  # 2924 before
    filler.store("changed")
    code, typed, computed, counted = changes(office, "last.ods", "changed.ods")
    places = {name: ("その1", address(book, name)) for name in ("一般_療養給付費", "一般_組合債収入", "一般_雑入", "一般_予備費額")}
    wanted = {places["一般_療養給付費"]: ("1,458,633", "1,468,633", "10,000"), places["一般_組合債収入"]: ("", "5", ""),
              places["一般_雑入"]: ("2,924", "", "")}
    ok("three cells were typed otherwise", (code, typed) == ("1", wanted), (code, typed))
    # income 5 - 2,924, expenditure 10,000 more: 82,709 - 12,919
    ok("and 予備費 follows", computed.get(places["一般_予備費額"]) == ("82,709", "69,790", "▲12,919"),
       computed.get(places["一般_予備費額"]))
    ok("as do the checks", any(sheet == "点検" for sheet, _ in computed), computed.keys())
    book.document.Sheets.getByName("その1").Rows.insertByIndex(8, 2)
    filler.store("moved")
    moved = changes(office, "last.ods", "moved.ods")[3]
    ok("rows that were put in make no difference", moved == counted and "入力の変更 3 欄" in moved, (moved, counted))
    shutil.copy(os.path.join(ROOT, "build/forms/積立計画.ods"), path("other.ods"))
    code, report, _, _ = changes(office, "last.ods", "other.ods")
    ok("two forms are not compared", code == "3" and "違う様式" in str(report), report)
    book.document.Sheets.getByName("その1").Rows.removeByIndex(8, 2)
    for name, formula in before.items():
        book.cell(name).Formula = formula


def address(book, name):
    return book.cell(name).AbsoluteName.split(".")[1].replace("$", "")


def try_refusals(office):
    """Each is told in words, and leaves nothing behind."""
    with open(path("text.ods"), "w") as file:
        file.write("no workbook")
    with zipfile.ZipFile(path("zip.ods"), "w") as archive:
        archive.writestr("hello", "world")
    shutil.copy(os.path.join(ROOT, "build/forms/予算書一式.ots"), path("empty.ots"))
    shutil.copy(os.path.join(ROOT, "build/forms/積立計画.ods"), path("plan.ods"))
    with open(path("last.ods"), "rb") as whole, open(path("half.ods"), "wb") as half:
        half.write(whole.read()[:60000])
    for what, budgets, code, words in (
            ("a file that is none", ["text.ods"], "3", "のファイルではありません"),
            ("a zip that is no workbook", ["zip.ods"], "3", "壊れているか"),
            ("half a file", ["half.ods"], "3", "壊れて"),
            ("no file", ["absent.ods"], "3", "ファイルがないか"),
            ("an empty form", ["empty.ots"], "3", "収入合計が計算されていません"),
            ("another form", ["plan.ods"], "3", "予算書一式ではありません"),
            ("two budgets of a year", ["last.ods", "last.xlsx"], "2", "同じ年度の予算書が二つ"),
            ("a file of the new name", ["last.ods"], "4", "既に")):
        target = "new.ods" if code == "4" else "refused.ods"
        report, _ = carry(office, "budget", target, *budgets)
        told = " ".join(text for _, text in report)
        ok("%s is refused in words" % what, outcome(report) == code and words in told, report)
    ok("and nothing is left behind", not any(name.startswith("refused") for name in os.listdir(FOLDER)))


def main():
    with Office() as office:
        rows = try_table(office)
        filler = Filler(office)
        filler.fill("2026-allied", "before")
        filler.fill("2027-allied", "last", xlsx=True)
        before = open(path("last.ods"), "rb").read()
        report, took = carry(office, "budget", "new.ods", "last.ods", "before.ods")
        ok("the next year's budget is made", outcome(report) == "0", report)
        print("     in %.1f s" % took, flush=True)
        ok("the budget that was read is as it was", open(path("last.ods"), "rb").read() == before)
        for form in list(FILES)[1:]:
            report, _ = carry(office, form, form + ".ods", "last.ods")
            ok("%s is made" % FILES[form], outcome(report) == "0", report)
        books = {form: office.open(path("new.ods" if form == "budget" else form + ".ods")) for form in FILES}
        books["before"] = office.open(path("before.ods"))
        try_cases(office, books)
        try_count(books["budget"], rows)
        wanted = values(books["budget"], rows)
        errors = {form: alarms.errors(books[form]) for form in FILES}
        ok("no cell of the new forms shows an error", not any(errors.values()), errors)
        for book in books.values():
            book.document.close(True)
        try_list(office, rows)
        try_redated(filler)
        try_compare(office, filler)
        try_expected(office, filler)
        try_other_files(office, filler, rows, wanted)
        try_refusals(office)
    print("%d failures" % failures)
    return 1 if failures else 0


def try_list(office, rows):
    """Two sheets, whose rows together are those of the table that say something."""
    book = office.open(path("new.ods.list.ods"))
    names = [sheet.Name for sheet in book.sheets]
    ok("the list has what was taken over and what not", names == ["引き継げなかった欄", "引き継いだ欄"], names)
    taken = book.sheets[1]
    cells = [taken.getCellByPosition(column, 6).String for column in range(3)]
    ok("with sheet and cell", cells[0] == "1" and cells[1] == "表紙" and re.fullmatch("[A-Z]+[0-9]+", cells[2]), cells)
    book.document.close(True)


if __name__ == "__main__":
    sys.exit(main())
