# SPDX-License-Identifier: MPL-2.0
"""The workbooks at work in a real Calc: the samples show the hand-computed values of values.tsv and
no error, an input cell changes what depends on it, a round trip through .xlsx loses nothing, and an
empty template knows every name.     usage: python3 tests/forms/in_calc.py EXTRA-FODS WORKBOOK…"""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction
from urllib.parse import unquote

from office import ROOT, Office
from years import check_years

faults = []


def expect(right, text):
    if not right:
        faults.append(text)
        print("  FAILED: " + text)


def rows(name, book):
    with open(os.path.join(ROOT, "tests/forms", name), encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                if row["workbook"] == book]


def wanted(text):
    return text[1:-1] if text.startswith('"') else float(Fraction(text))


def agrees(value, row):
    """Text exactly; a number within the tolerance, which is 0 unless a cell before it was rounded to a
    double (a third of a yen, say)."""
    right = wanted(row["expected"])
    if isinstance(value, str) or isinstance(right, str) or float(row["tolerance"]) == 0:
        return value == right
    return abs(value - right) <= float(row["tolerance"]) * abs(right)


def check_values(book, name, when):
    for row in rows("values.tsv", name):
        value = book.value(row["name"]) if book.cell(row["name"]) else "no such name"
        expect(agrees(value, row),
               "%s %s: %s is %r, not %s (%s)" % (name, when, row["name"], value, row["expected"], row["source"]))
    return len(rows("values.tsv", name))


def check_changes(book, name):
    """One input after another is changed, and a result must follow; then it is put back."""
    for row in rows("changes.tsv", name):
        before = book.value(row["input"])
        book.put(row["input"], wanted(row["value"]))
        value = book.value(row["name"])
        expect(agrees(value, row),
               "%s: %s = %s gives %s = %r, not %s" % (name, row["input"], row["value"], row["name"], value, row["expected"]))
        book.put(row["input"], before)


def findings(book):
    """Which checks have something to say: {code}. What each says begins with the word for its number."""
    words = ("対象外", "適", "情報", "注意", "エラー", "未計算", "未入力")
    for (result,), (level,), (found,) in zip(*(book.range(name).DataArray for name in ("点検_結果", "点検_段階", "点検_指摘"))):
        expect(result == words[int(level) + 1] and found.split(": ")[0] == result,
               "the check says %s, its number %s, its result %s" % (found, level, result))
    return {code for (code,), (result,) in zip(book.range("点検_番号").DataArray, book.range("点検_結果").DataArray)
            if result not in ("適", "対象外")}


def assign(book, assignments):
    """Puts "name=value|name=value"; gives what stood there, to be put back."""
    before = []
    for assignment in filter(None, assignments.split("|")):
        name, value = assignment.split("=", 1)
        cell = book.cell(name)
        before.append((cell, cell.Formula))
        cell.Formula = value
    return before


def put_back(before):
    for cell, formula in reversed(before):
        cell.Formula = formula


class Links:
    """Where the links of 点検 lead: to the cell that is meant (番地), else to the row's own (欄)."""

    def __init__(self, book):
        self.book = book
        area = book.range("点検_番号").RangeAddress
        self.sheet, self.rows = book.range("点検_番号").Spreadsheet, range(area.StartRow, area.EndRow + 1)
        self.own = [re.search(r'HYPERLINK\("#([^"]*)"', self.sheet.getCellByPosition(6, row).Formula)[1] for row in self.rows]

    def place(self, text):
        """(sheet, column, row) of a name or of an address as CELL gives it."""
        given = re.fullmatch(r"\$(.+)\.\$([A-Z]+)\$(\d+)", text)
        if given:
            found = self.book.document.Sheets.getByName(given[1].strip("'")).getCellRangeByName(given[2] + given[3])
        else:
            found = self.book.range(text)
        area = found.RangeAddress
        return area.Sheet, area.StartColumn, area.StartRow

    def open(self):
        """Of each open check: (code, place that its link leads to, what the link shows, what it says)"""
        for (code,), (level,), (place,), (text,), own, row in zip(
                *(self.book.range("点検_" + part).DataArray for part in ("番号", "段階", "番地", "指摘")), self.own, self.rows):
            if level in (1, 2, 3):
                shown_there = self.sheet.getCellByPosition(6, row).String
                expect(shown_there.endswith("\n" + place.replace("$", "")), "%s: the link to %s shows %s" % (code, place, shown_there))
                yield code, self.place(place or own), text


def check_links_of(links, row):
    """The link of the check that was broken leads to the cell that is meant, and nothing is said by its
    place in a list."""
    said = list(links.open())
    meant = links.place(row["link"] or row["broken"].split("=")[0])
    there = [place for code, place, _ in said if code == row["check"]]
    expect(meant in there, "%s: broken by %s, its link leads to %s, not %s" % (row["check"], row["broken"], there, meant))
    for code, _, text in said:
        expect("番目" not in text and "「」" not in text, "%s, broken by %s, says: %s" % (code, row["broken"], text))


LINE = 42  # characters of a finding in a line of 点検


def check_list_of(book, row):
    """What is open stands on top of 点検, the gravest first, in rows that are high enough for it."""
    levels = [int(level) for (level,) in book.range("点検_段階").DataArray]
    codes = [code for (code,) in book.range("点検_番号").DataArray]
    graves = sorted((index for index, level in enumerate(levels) if level in (1, 2, 3, 4)),
                    key=lambda index: ((3, 4, 2, 1).index(levels[index]), index))
    listed = [code for (code,) in book.range("未解消_番号").DataArray]
    wanted_list = [codes[index] for index in graves][:len(listed)]
    expect(listed == wanted_list + [""] * (len(listed) - len(wanted_list)),
           "broken by %s, the list on top of 点検 is %s, not %s" % (row["broken"], listed, wanted_list))
    for (text,) in book.range("未解消_指摘").DataArray:
        wide = sum(0.55 if letter < "\u2000" else 1 for letter in text)
        expect(wide <= 4 * LINE, "longer than four lines: %s" % text)


def check_rows_of(book):
    """Every row of 点検 has room for a finding of two lines while one works: rows do not grow then."""
    area = book.range("点検_番号")
    low = [row for row in range(area.Rows.Count) if area.Rows.getByIndex(row).Height < 590]
    expect(low == [], "rows of 点検 for one line only: %s" % low)


def check_breaks(book, name):
    """Each check turns when the sample is broken in one cell, with those that must follow, and no other;
    each has its row, and its link leads to the cell that is meant."""
    if name != "予算書一式":
        return
    for sheet in book.sheets:
        sheet.unprotect("")
    expect(findings(book) == set(), "%s: the sample has open checks: %s" % (name, findings(book)))
    with open(os.path.join(ROOT, "tests/forms/breaks.tsv"), encoding="utf-8") as file:
        cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    every = {"V%02d" % number for number in range(1, 99)}
    expect({row["check"] for row in cases} == every, "not all checks are broken")
    rows_there = {code for (code,) in book.range("点検_番号").DataArray}
    expect(rows_there == every, "%s: checks without a row: %s" % (name, sorted(every ^ rows_there)))
    check_rows_of(book)
    links = Links(book)
    for row in cases:
        given = assign(book, row["given"])
        base = findings(book)
        broken = assign(book, row["broken"])
        turned = findings(book) - base
        wanted_set = {row["check"]} | set(row["follow"].split())
        expect(turned == wanted_set,
               "%s: %s turns %s, not %s" % (name, row["broken"], sorted(turned), sorted(wanted_set)))
        check_links_of(links, row)
        check_list_of(book, row)
        put_back(broken)
        put_back(given)
    expect(findings(book) == set(), "%s: checks stay open after all was put back: %s" % (name, findings(book)))
    for sheet in book.sheets:
        sheet.protect("")


def check_published(book, name):
    """What societies published, typed into the workbook, gives their own totals and rates."""
    if name != "予算書一式":
        return
    for sheet in book.sheets:
        sheet.unprotect("")
    with open(os.path.join(ROOT, "tests/forms/published.tsv"), encoding="utf-8") as file:
        cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    expect(len(cases) > 2, "no published budgets")
    for case in cases:
        before = assign(book, case["typed"])
        for pair in case["published"].split("|"):
            wanted_name, value = pair.split("=")
            got = book.value(wanted_name)
            expect(got == wanted(value), "%s: %s is %r, published %s" % (case["society"], wanted_name, got, value))
        expect(book.value("一般_収入合計") == book.value("一般_支出合計"), "%s does not balance" % case["society"])
        open_now = findings(book) & set(case["passing"].split())
        expect(open_now == set(), "%s: open checks %s" % (case["society"], open_now))
        put_back(before)
    for sheet in book.sheets:
        sheet.protect("")


def check_extra(office, path):
    """A 款 more on each side and a 目 more in a 款 of one (extra.sed) count in the totals, and in the
    checks of the totals."""
    book = office.open(path)
    book.calculate()
    for name, value in (("一般_試験収入", 3000), ("一般_試験収入_前年度", 2800), ("一般_試験支出", 1200),
                        ("一般_繰越金", 60040), ("一般_繰越金_前年度", 55030),
                        ("一般_収入合計", 2779439 + 3040), ("一般_支出合計", 2779439 + 3040),
                        ("一般_予備費", 122323 + 3040 - 1200)):
        expect(book.value(name) == value, "a 款 more: %s is %r, not %d" % (name, book.value(name), value))
    for chart, total in (("図_収入", "一般_収入合計"), ("図_支出", "一般_支出合計")):
        expect(sum(row[0] for row in book.range(chart).DataArray) == book.value(total), "a 款 more: %s lacks one" % chart)
    expect(findings(book) == set(), "a 款 more: open checks %s" % findings(book))
    for sheet in book.sheets:
        sheet.unprotect("")
    income, expense = "一般_収入合計=2782479", "一般_支出合計=2782479|一般_予備費額=124163"
    for broken, wanted_set in (("一般_試験収入=1", {"V06"}), ("一般_試験支出=1", {"V06"}), ("一般_繰越金=60000", {"V06"}),
                               (income + "|一般_試験収入乙=2001", {"V01", "V06"}),
                               (income + "|一般_試験繰越金=41", {"V01", "V06"}),
                               (expense + "|一般_試験支出甲=501", {"V02", "V06"})):
        before = assign(book, broken)
        expect(findings(book) & {"V01", "V02", "V06"} == wanted_set,
               "a 款 more: %s turns %s, not %s" % (broken, sorted(findings(book)), sorted(wanted_set)))
        put_back(before)
    book.close()


def check_protection(book, name):
    """Only cells with a validity rule and a hint can be edited."""
    count = 0
    for sheet in book.sheets:
        expect(sheet.isProtected(), "%s: %s is not protected" % (name, sheet.Name))
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = cursor.RangeAddress
        for row in range(area.EndRow + 1):
            for column in range(area.EndColumn + 1):
                cell = sheet.getCellByPosition(column, row)
                if cell.CellProtection.IsLocked:
                    continue
                count += 1
                rule = cell.Validation
                expect(rule.ShowInputMessage and rule.InputMessage and rule.ShowErrorMessage and rule.Type.value != "ANY",
                       "%s: %s can be edited without a rule" % (name, cell.AbsoluteName))
    expect(count > 5, "%s: hardly an input cell" % name)
    return count


def check_links(book, name):
    """Every link goes to a name, or to a cell as Calc and Excel both write it: sheet!A1; where it is computed
    check_empty looks at it."""
    known = {sheet.Name for sheet in book.sheets} | set(book.names())
    for sheet in book.sheets:
        for where, cell in book.cells(sheet, 16):
            for target in re.findall(r'HYPERLINK\("#([^"]*)"', cell.Formula):
                expect(not target or re.sub(r"![A-Z]+$", "", target) in known, "%s: %s links to %s" % (name, where, target))


def check_print(book, name):
    """No sheet is wider than its page, and every row prints."""
    for sheet in book.sheets:
        area = sheet.PrintAreas[0]
        cut = [part.Position for part in sheet.ColumnPageBreaks if area.StartColumn < part.Position <= area.EndColumn]
        expect(cut == [], "%s: %s is cut at column %s" % (name, sheet.Name, cut))
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        expect(cursor.RangeAddress.EndRow <= area.EndRow, "%s: %s has rows outside its print range" % (name, sheet.Name))


def check_wide(book, name, folder):
    """Ten, a hundred and a thousand times the sample's numbers print as numbers: nothing is too wide for its
    column."""
    cells = [cell for sheet in book.sheets for _, cell in book.cells(sheet, 1)
             if not cell.CellProtection.IsLocked and cell.Value >= 1000 and cell.Validation.Type.value == "WHOLE"
             and not 1900 < cell.Value < 2100]
    before = [cell.Value for cell in cells]
    path = os.path.join(folder, "wide.pdf")
    for factor in (10, 100, 1000):
        for cell, value in zip(cells, before):
            cell.Value = value * factor
        book.calculate()
        book.save(path, "calc_pdf_Export")
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        cut = [line.strip() for line in text.splitlines() if "##" in line]
        expect(len(text) > 1000 and cut == [], "%s, %d times as large: %s" % (name, factor, cut[:3]))
    for cell, value in zip(cells, before):
        cell.Value = value
    book.calculate()


def check_frozen(book, name):
    """The rows above what scrolls are frozen in every sheet, for those who open it in a window."""
    with zipfile.ZipFile(name) as packed:
        settings = packed.read("settings.xml").decode()
    expect(settings.count('"VerticalSplitPosition"') == len(book.sheets), "%s: heads that scroll away" % name)


def check_round_trip(office, book, name, folder):
    path = os.path.join(folder, "round-trip.xlsx")
    book.save(path, "Calc MS Excel 2007 XML")
    again = office.open(path)
    again.calculate()
    for wanted_name in book.names():
        first, second = book.range(wanted_name), again.range(wanted_name)
        expect(second is not None, "%s: the name %s is lost in .xlsx" % (name, wanted_name))
        if second is not None:
            expect(first.DataArray == second.DataArray,
                   "%s: %s differs after .xlsx" % (name, wanted_name))
    expect(again.errors() == [], "%s: errors after .xlsx: %s" % (name, again.errors()[:5]))
    for sheet in again.sheets:
        expect(sheet.isProtected(), "%s: %s lost its protection in .xlsx" % (name, sheet.Name))
    again.close()


KEYSTROKES = {"予算書一式": ("一人当たり標準賞与額", "点検"), "予算書見本": ("被保険者数", "要点"),
              "積立計画": ("計画_積立_初年度", "様式1"), "診療報酬等未払金返済計画": ("未払_返済_1", "別表2"),
              "中期財政運営計画": ("中期_給付費_1", "中期計画"), "連合会助成金": ("連合会_組合数", "連合会助成金"),
              "設立シミュレーション": ("設立_被保険者数", "設立試算")}


def check_speed(office, book, name):
    """Milliseconds from a keystroke until everything that the sheet shows is computed anew."""
    key, sheet_name = KEYSTROKES[name]
    sheet = book.document.Sheets.getByName(sheet_name)
    before = book.value(key)
    turns = 20
    start = office.seconds()
    for turn in range(turns):
        book.put(key, before + 1 + turn)
        sheet.getCellRangeByName("A1:J120").getDataArray()
    best = (office.seconds() - start) / turns
    book.put(key, before)
    expect(best < 0.1, "%s: %d ms after a keystroke" % (name, best * 1000))
    return best * 1000


def check_book(office, name, folder):
    path = os.path.join(folder, name)  # copies: the sample may be open in Calc just now
    for ending in (".ods", ".ots"):
        shutil.copy(os.path.join(ROOT, "build/forms", name + ending), path + ending)
    start = office.seconds()
    book = office.open(path + ".ods")
    opened = office.seconds() - start
    values = check_values(book, name, "as saved")
    book.calculate()
    check_values(book, name, "recalculated")
    expect(book.errors() == [], "%s: errors in the sample: %s" % (name, book.errors()[:5]))
    inputs = check_protection(book, name)
    check_print(book, name)
    check_links(book, name)
    check_frozen(book, path + ".ods")
    check_wide(book, name, folder)
    check_changes(book, name)
    check_published(book, name)
    check_breaks(book, name)
    if name == "予算書一式":
        check_years(book, expect)
    check_values(book, name, "after all changes were taken back")
    check_round_trip(office, book, name, folder)
    speed = check_speed(office, book, name)
    book.close()
    expect(opened < 2, "%s: opens in %.1f s" % (name, opened))

    check_empty(office, name, path + ".ots")
    print("  %s: %d values, %d input cells, .xlsx and back; opens in %.1f s, %.1f ms after a keystroke"
          % (name, values, inputs, opened, speed))


def check_empty(office, name, path):
    """The empty template shows no error in any year and judges nothing; every name that files of users
    hold is still there."""
    book = office.open(path)
    year = book.value("年度")
    for now in (year, 2015, 2026, 2028, year):
        for sheet in book.sheets:
            sheet.unprotect("")
        book.put("年度", now)
        book.calculate()
        expect(book.errors() == [], "%s, empty, %d: errors %s" % (name, now, book.errors()[:5]))
    judged = [where for sheet in book.sheets for where, cell in book.cells(sheet, 16)
              if cell.String.startswith(("適", "不足", "○ ", "× "))]
    expect(judged == [], "%s, empty: judged %s" % (name, judged[:8]))
    for cell in filter(None, [book.cell("未入力_番地")]):
        place = re.fullmatch(r"\$(.+)\.\$([A-Z]+)\$(\d+)", cell.String)
        sheet = place and book.document.Sheets.getByName(place[1]).getCellRangeByName(place[2] + place[3])
        expect(sheet and not sheet.CellProtection.IsLocked and sheet.Type.value == "EMPTY",
               "%s, empty: the first cell to fill in is %s" % (name, cell.String))
    kept = {row["name"] for row in rows("names.tsv", name)}
    expect(kept and kept <= set(book.names()), "%s: names lost: %s" % (name, sorted(kept - set(book.names()))))
    book.close()


def check_manager(office, books):
    """Calc's template manager shows each workbook in the group 健保予算."""
    office.create("com.sun.star.frame.DocumentTemplates").getContent()
    files = office.create("com.sun.star.ucb.SimpleFileAccess")
    shown_there = [unquote(entry) for language in files.getFolderContents("vnd.sun.star.hier:/templates", True)
                   for group in files.getFolderContents(language, True)
                   if unquote(group).endswith("/健保予算")
                   for entry in files.getFolderContents(group, True)]
    for name in books:
        expect(any(entry.endswith("/" + name) for entry in shown_there),
               "%s is not in the template manager: %s" % (name, shown_there))


def check_menu(office, books):
    """Each entry of the menu 健保予算 that opens a form gives a new workbook of it."""
    entries = office.configuration("/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/org.kenpocalc.menu/Submenu")
    urls = [entries.getByName(name).URL for name in entries.ElementNames]
    opened = {office.dispatch(url) for url in urls if url.endswith(".ots")}
    expect(opened == set(books), "the menu opens %s" % sorted(opened))


def main():
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        extra, books = sys.argv[1], sys.argv[2:]
        check_manager(office, books)
        check_menu(office, books)
        check_extra(office, extra)
        for name in books:
            check_book(office, name, folder)
    print("forms: %s" % ("%d faults" % len(faults) if faults else "all right"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
