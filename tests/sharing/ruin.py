# SPDX-License-Identifier: MPL-2.0
# ruin.py SAMPLE.ods FOLDER: budgets made from the filled sample of 予算書一式: ones that nobody may
# submit without a word, each with one fault, and two sound ones: longer than the form, as its note allows; in 和暦.
import os
import sys

from office import Book, Office

from com.sun.star.sheet.ValidationType import ANY  # found once office has read uno

CLAIMS = "高額_交付対象額"


def rate(book):
    """70 where 70 % is meant."""
    book.put("諸元_高額交付率_以下_組合", 70)


def pasted(book, name, text):
    """From another program: what the cell takes is gone with its looks."""
    cell = book.cell(name)
    cell.String = text
    rule = cell.Validation
    rule.Type = ANY
    cell.Validation = rule
    cell.CellStyle = "Default"


def texts(book):
    pasted(book, "一般_療養給付費", "1,120,000")
    pasted(book, "一般_家族療養費", "690,000")


def failing(book):
    book.cell("一般_体育奨励費").Formula = "=1/0"


def empty(book):
    book.range("月末_被保険者数").getCellByPosition(0, 4).String = ""


def outside(book):
    book.put("一般_体育奨励費_経常", 5)


def values(book):
    """What a copy holds that was made by hand: the texts of errors, where formulas were."""
    rate(book)
    book.calculate()
    for sheet in book.sheets:
        if sheet.isProtected():
            sheet.unprotect("")
        for _, cell in book.cells(sheet, 16):
            if cell.getError():
                cell.String = cell.String


def claims(book):
    """70 claims, as the note below the table says: rows put in, the formula copied. Small claims add up
    to what the large ones of the sample were, so that the grant is the same."""
    table = book.range(CLAIMS)
    sheet, area = table.Spreadsheet, table.RangeAddress
    sheet.unprotect("")
    sheet.Rows.insertByIndex(area.StartRow + 20, 10)
    above = sheet.getCellRangeByPosition(area.StartColumn + 1, area.StartRow, area.StartColumn + 1, area.StartRow)
    for row in range(area.StartRow + 20, area.StartRow + 30):
        sheet.copyRange(sheet.getCellByPosition(area.StartColumn + 1, row).CellAddress, above.RangeAddress)
    sheet.protect("")
    amounts = [7500000] + [289000] * 68 + [20000000 - 289000 * 68]
    book.range(CLAIMS).DataArray = tuple((float(amount),) for amount in amounts)
    assert book.value("高額_件数") == 70


def wareki(book):
    """Years and days as officers write them, which Calc takes for texts."""
    for name, text in (("年度", "平成27"), ("設立年度", "S35"), ("議決日", "H27.2.20"), ("会議録_提出日", "平成27年3月10日")):
        book.cell(name).String = text


def no_day(book):
    book.cell("議決日").String = "H27.2.30"
    book.cell("設立年度").String = "昭和初期"


RUINS = {"率": rate, "文字": texts, "式": failing, "空欄": empty, "範囲外": outside, "値に置換": values,
         "七十件": claims, "和暦": wareki, "暦にない日": no_day}


def main(sample, folder, *wanted):
    os.makedirs(folder, exist_ok=True)
    with Office() as office:
        for name in wanted or RUINS:
            book = Book(office.load(sample))
            RUINS[name](book)
            book.calculate()
            book.save(os.path.join(folder, name + ".ods"), "calc8")
            book.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
