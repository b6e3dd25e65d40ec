# SPDX-License-Identifier: MPL-2.0
# basis.py: the sheet 計算根拠: its rows, its words, what stands beside them.
import re

from cases import DOUBT, NOTED, OLD, SOUND, WRONG, case, steps

ROW = re.compile(r"<table:table-row [^>]*>(?:(?!</table:table-row>).)*</table:table-row>", re.S)
TEXT = re.compile(r"<table:table-cell[^>]*?(?:/>|>.*?</table:table-cell>)", re.S)


def table(p):
    """Rows of the table (from 1, as they are numbered) with where they stand."""
    start, end = p.sheet("計算根拠")
    text = p.text("content.xml")
    return [m for m in ROW.finditer(text, start, end) if 'office:value-type="float"' in m[0]]


def row_of(p, part):
    return next(m for m in table(p) if part in m[0])


def field(part, column, change):
    """Changes the text of a column (from 0) of the first row that says `part`."""
    def make(p):
        row = row_of(p, part)
        cells = list(TEXT.finditer(row[0]))
        cell = cells[column]
        made = change(cell[0])
        assert made != cell[0], "nothing changed: " + cell[0]
        text = p.text("content.xml")
        at = row.start() + cell.start()
        p.set("content.xml", text[:at] + made + text[row.start() + cell.end():])
    return make


def text_of(words):
    return lambda cell: re.sub("<text:p>.*</text:p>", "<text:p>%s</text:p>" % words, cell, flags=re.S)


def rows(change):
    """change(list of row texts) gives the rows as they are to be."""
    def make(p):
        found = table(p)
        text = p.text("content.xml")
        made = change([m[0] for m in found])
        p.set("content.xml", text[:found[0].start()] + "".join(made) + text[found[-1].end():])
    return make


RATIO = "KENPO_RESERVE_RATIO"
FORMULA, ARGUMENTS, RESULT, EXPLANATION, CITATION, VERSION, CHECK = 5, 6, 7, 8, 9, 10, 11
case("basis/封じ直しだけ.ods", "all checksums made anew, nothing changed: the sealing itself is tried", SOUND, lambda p: None, sealed=True)
case("basis/古い照合値.ods", "a sound copy with the checksums of a version before (SHA-1)", SOUND, lambda p: None, sealed=OLD)
case("basis/古い照合値の書換え.ods", "another formula in such a copy, its checksums made right", WRONG, lambda p: p.formula(
    "様式2", "C13", "of:=計画_所要額_初年度"), sealed=OLD)
case("basis/引数の値.ods", "other values of arguments than were computed with", WRONG, field(RATIO, ARGUMENTS, text_of("準備金 = 350000")), sealed=True)
case("basis/引数の値封なし.ods", "the same, checksums as they were", WRONG, field(RATIO, ARGUMENTS, text_of("準備金 = 350000")))
case("basis/計算過程.ods", "words in the explanation: by special permission", WRONG,
     field(RATIO, EXPLANATION, lambda c: c.replace("<text:p>結果", "<text:p>特例(厚生労働省承認)</text:p><text:p>結果", 1)), sealed=True)
case("basis/根拠.ods", "a citation of no law", WRONG, field(RATIO, CITATION, text_of("健康保険法 第999条")), sealed=True)
case("basis/見出し.ods", "the label of a row", WRONG, field(RATIO, 4, text_of("承認済")), sealed=True)
case("basis/結果.ods", "the result of a row, not of its cell", WRONG,
     field(RATIO, RESULT, lambda c: re.sub('office:value="[^"]*"', 'office:value="1.01"', c)), sealed=True)
case("basis/結果封なし.ods", "the same, checksums as they were", WRONG,
     field(RATIO, RESULT, lambda c: re.sub('office:value="[^"]*"', 'office:value="1.01"', c)))
case("basis/表題.ods", "the title above the table: confirmed by the bureau", DOUBT, lambda p: p.words("計算根拠", "A1", "計算根拠(地方厚生局確認済)"))
case("basis/説明.ods", "the remark above the table", DOUBT, lambda p: p.words("計算根拠", "A2", "この表は照合済みです。"))
case("basis/頭.ods", "the head of a column", DOUBT, lambda p: p.words("計算根拠", "H4", "申告値"))
case("basis/横の言葉.ods", "words beside the table", DOUBT, lambda p: p.put(
    "計算根拠", "C1", lambda c: '<table:table-cell office:value-type="string"><text:p>厚生局確認済</text:p></table:table-cell>'))
case("basis/下の言葉.ods", "words below the table", DOUBT, lambda p: p.at_end(
    "計算根拠", '<table:table-row table:number-rows-repeated="5"><table:table-cell/></table:table-row><table:table-row><table:table-cell '
    'office:value-type="string"><text:p>厚生局確認済</text:p></table:table-cell></table:table-row>'))
case("basis/行の削除.ods", "a row taken away", WRONG, rows(lambda r: r[:4] + r[5:]))
case("basis/行の削除封じ直し.ods", "a row taken away, all checksums made right", WRONG, rows(lambda r: r[:4] + r[5:]), sealed=True)
case("basis/行の重複.ods", "a row twice, all checksums made right", WRONG, rows(lambda r: r[:4] + [r[3]] + r[4:]), sealed=True)
case("basis/行の順.ods", "two rows in each other's place, all checksums made right", NOTED,
     rows(lambda r: r[:2] + [r[3], r[2]] + r[4:]), sealed=True)
case("basis/最後の行.ods", "the last row taken away", WRONG, rows(lambda r: r[:-1]))
case("basis/全行の削除.ods", "every row taken away", WRONG, rows(lambda r: r[-1:]), sealed=True)
case("basis/シートなし.ods", "the sheet 計算根拠 by another name", WRONG, lambda p: p.edit("content.xml", lambda t: t.replace(
    'table:name="計算根拠"', 'table:name="ほか"')))
case("basis/隠す.ods", "the sheet 計算根拠 hidden", DOUBT, steps(
    lambda p: p.automatic('<style:style style:name="hostileta" style:family="table" style:master-page-name="Default"><style:table-properties '
                          'table:display="false"/></style:style>'),
    lambda p: p.edit("content.xml", lambda t: re.sub(r'(table:name="計算根拠" table:style-name=")[^"]*', r"\1hostileta", t))))
case("basis/別のセル.ods", "a row that says another cell than it is about", WRONG, field(RATIO, 3, text_of("F25")), sealed=True)
case("basis/ないセル.ods", "a row about a cell that no sheet has", WRONG, field(RATIO, 3, text_of("XFE1048577")), sealed=True)
case("basis/別の種類.ods", "a row of an unknown kind", WRONG, field(RATIO, 1, text_of("名前/%n%s")), sealed=True)
case("basis/配列の外.ods", "element 2147483647 of an array", WRONG, field(RATIO, 1, text_of("配列 2147483647,1")), sealed=True)
case("basis/版.ods", "a version that never was", NOTED, field(RATIO, VERSION, text_of("99.9.9")), sealed=True)
case("basis/照合値.ods", "a checksum of a row", WRONG, field(RATIO, CHECK, text_of("0" * 40)))
for name, tries, text in (
        ("定数", "a formula that gives a constant", "=1.01"),
        ("足し算", "a formula of ours and a bit more", "=KENPO_RESERVE_RATIO(計画_期末_初年度;計画_所要額_初年度)+0.3422"),
        ("終わらない", "a formula that takes for ever", "=SUMPRODUCT(ROW(A1:A1048576)*COLUMN(A1:ALL1))"),
        ("深い括弧", "4,000 brackets", "=" + "(" * 4000 + "1" + ")" * 4000),
        ("開いた引用符", "a quote that is not closed", '=KENPO_YEAR("'),
        ("自分自身", "a formula about itself", "=$計算根拠.$H$5"),
        ("外へ", "WEBSERVICE in a row", '=KENPO_YEAR(2024)+LEN(WEBSERVICE("http://127.0.0.1:18080/row"))'),
        ("間接の外", "another local workbook through INDIRECT", "=IFERROR(N(INDIRECT(CHAR(39)&amp;\"file:\"&amp;\"///etc/hostname\"&amp;CHAR(39)&amp;\"#$Sheet1.A1\"));1)"),
        ("複数演算", "MULTIPLE.OPERATIONS in a row", "=MULTIPLE.OPERATIONS(E7;E8;E9)"),
        ("行区切り", "U+2028 in a row", "=KENPO_YEAR(2024)\u2028+1")):
    case("basis/式-%s.ods" % name, "in a row: " + tries, WRONG, field(RATIO, FORMULA, text_of(text.replace('"', "&quot;"))), sealed=True)
case("basis/別の写し.ods", "the whole table of another year's copy", WRONG,
     lambda p: p.edit("content.xml", lambda t: t[:t.index('table:name="計算根拠"')] + t[t.index('table:name="計算根拠"'):].replace("2015", "2014")))
