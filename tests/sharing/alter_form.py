# SPDX-License-Identifier: MPL-2.0
# alter_form.py FORM.ots SAMPLE.ods FOLDER: workbooks made from the form 積立計画, as societies might
# leave them before they submit: right ones, and ones that are no longer what the form makes of them.
import os
import sys

from office import Office, store


def cell(document, name):
    sheet, place = name.split(".")
    return document.Sheets.getByName(sheet).getCellRangeByName(place)


def unlock(document):
    for name in document.Sheets.ElementNames:
        document.Sheets.getByName(name).unprotect("")


def rewritten(document):
    """An input that breaks V42, whose check is put out of sight; totals and functions typed over."""
    unlock(document)
    cell(document, "様式1.E22").Value = 0
    cell(document, "様式1.G42").String = "適"
    cell(document, "様式1.F24").Value = 320000
    cell(document, "様式1.E20").Value = 300000
    cell(document, "様式1.E27").Formula += "+1"
    cell(document, "様式1.B7").String = "加入者数"
    document.NamedRanges.getByName("計画_提出日").Content = "$様式1.$D$36"


def sheet_gone(document):
    unlock(document)
    document.Sheets.removeByName("様式2")


def row_put_in(document):
    unlock(document)
    document.Sheets.getByName("様式1").Rows.insertByIndex(7, 1)


def digits(document):
    """A number as text: what the office gives the format of texts where it is put into a cell."""
    unlock(document)
    name = document.NamedRanges.getByName("計画_期首_初年度")
    name.ReferredCells.getCellByPosition(0, 0).String = "150,000"


def renamed(document):
    """Another society's budget under one's own name."""
    unlock(document)
    for name, text in (("組合名称", "別名健康保険組合"), ("組合記号", "13-88888")):
        document.NamedRanges.getByName(name).ReferredCells.getCellByPosition(0, 0).String = text


def main(form, sample, folder):
    os.makedirs(folder, exist_ok=True)
    calc, excel = "calc8", "Calc MS Excel 2007 XML"
    changes = {
        "様式の書換え.ods": (rewritten, calc),
        "様式のシート欠落.ods": (sheet_gone, calc),
        "様式に行を挿入.ods": (row_put_in, calc),
        "文字の数.ods": (digits, calc),
        "名だけ別.ods": (renamed, calc),
        "Excel形式で作業.xlsx": (lambda document: None, excel),
    }
    with Office() as office:
        for name, (change, kind) in changes.items():
            document = office.load(sample)
            change(document)
            store(document, os.path.join(folder, name), kind)
            document.close(True)
        document = office.load(form, AsTemplate=True)
        store(document, os.path.join(folder, "様式から新規.ods"), calc)
        document.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
