# SPDX-License-Identifier: MPL-2.0
# protect.py WORKBOOK TARGET…: stores the workbook under each name with its sheet 計算 and the order of
# its sheets protected by a password, as an officer would by the office's own commands.
# protect.py --keep COPY TARGET: writes that protection into a submission copy and changes nothing else
# (an office that stores a copy anew would write its numbers with fewer digits).
import os
import sys
import zipfile

from office import Office, store

FILTERS = {".ods": "calc8", ".fods": "OpenDocument Spreadsheet Flat XML",
           ".xlsx": "Calc MS Excel 2007 XML", ".xls": "MS Excel 97"}
KEY = ' table:protection-key="PcIAyDvbE5ufeuEtnvbWTocWQ78="'
WRITTEN = {  # what an office wrote for such a password
    ("content.xml", '<table:table table:name="計算"'):
        '<table:table table:name="計算" table:protected="true"' + KEY,
    ("content.xml", '<office:spreadsheet'): '<office:spreadsheet table:structure-protected="true"' + KEY,
    ("xl/worksheets/sheet1.xml", "</sheetData>"):
        '</sheetData><sheetProtection sheet="true" password="be14" objects="true"/>',
}


def store_protected(workbook, targets):
    with Office() as office:
        document = office.load(workbook)
        document.Sheets.getByName("計算").protect("ひみつ12")
        document.protect("ひみつ34")
        for target in targets:
            store(document, target, FILTERS[os.path.splitext(target)[1]])
        document.close(True)


def write_protection(copy, target):
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = old.read(item.filename)
            for (name, plain), guarded in WRITTEN.items():
                if item.filename == name:
                    assert plain in data.decode(), plain
                    data = data.decode().replace(plain, guarded, 1).encode()
            new.writestr(item, data)


if __name__ == "__main__":
    if sys.argv[1] == "--keep":
        write_protection(sys.argv[2], sys.argv[3])
    else:
        store_protected(sys.argv[1], sys.argv[2:])
