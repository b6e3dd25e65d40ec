# SPDX-License-Identifier: MPL-2.0
"""Tables as other programs write them, into a folder. usage: make_tables.py FOLDER"""
import os
import sys
import zipfile
from xml.sax.saxutils import escape

FOLDER = sys.argv[1]
HEADS = ["年月", "被保険者数", "免除者を除く人数", "標準報酬月額総計(円)"]


def month(i, spelling):
    m, y = (i + 2) % 12 + 1, 2027 + (1 if i > 9 else 0)
    return [f"{y}/{m}", f"令和{y - 2018}年{m}月", f"R{y - 2018}.{m}", f"{y}{m:02}"][spelling % 4]


def write(name, text, coding, mark=b""):
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(mark + text.encode(coding))


def lines(rows):
    return "".join(",".join(f'"{cell}"' if "," in str(cell) else str(cell) for cell in row) + "\r\n" for row in rows)


months = [[month(i, i), f"{5000 + i:,}", "４，９９０", "1,900,000,000"] for i in range(12)]
write("months-sjis.csv", "①㈱髙﨑 月別集計\r\n" + lines([HEADS] + months), "cp932")
write("months-bom.csv", lines([HEADS] + months), "utf-8", b"\xef\xbb\xbf")
write("months-16.txt", "".join("\t".join(row) + "\r\n" for row in [HEADS] + months), "utf-16-le", b"\xff\xfe")
write("months-wrong.csv", lines([HEADS] + months[:4] + [["2027/7", "abc", "▲1", "1.9E+09"], months[3], ["2026/8", "1", "1", "1"], ["合計", "9", "9", "9"]]), "utf-8")
write("claims.csv", lines([["診療月", "件名", "交付対象額"]] + [[f"{i % 12 + 1}月", f"{i + 1}件目", f"{4000000 + i:,}"] for i in range(70)] + [["合計", "", "280,002,415"]]), "cp932")
write("outcome.csv", lines([["目", "決算見込"], ["収入の部"], ["前年度繰越金", "55,000,000"], ["一般保険料", "2,600,123,456"], ["無い目", "1"],
                            ["支出の部"], ["療養給付費", "1,120,000,000"], ["予備費", "10,000,000"]]), "utf-8")
write("neither.csv", "", "utf-8", b"\x81\xff\xfe\x80,1\n")
write("open.csv", 'a,b\n1,"2\n', "utf-8")


def package(name, files):
    with zipfile.ZipFile(os.path.join(FOLDER, name), "w") as package_file:
        for path, text in files:
            package_file.writestr(path, text)


# An .xlsx as another program writes it: days as numbers with a format, texts in the cells.
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


DAY = ' s="1"'


def xlsx_row(y, cells):
    return f'<row r="{y}">' + "".join(
        f'<c r="{"ABCD"[x]}{y}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>' if isinstance(cell, str)
        else f'<c r="{"ABCD"[x]}{y}"{DAY if x == 0 else str()}><v>{cell}</v></c>' for x, cell in enumerate(cells)) + "</row>"


DAYS = [46477, 46507, 46538, 46568, 46599, 46630, 46660, 46691, 46721, 46752, 46783, 46812]  # ends of March 2027 to February 2028
sheet = xlsx_row(1, HEADS) + "".join(xlsx_row(i + 2, [DAYS[i], 5000 + i, 4990, 1900000000]) for i in range(12))
package("months.xlsx", [
    ("[Content_Types].xml", HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'),
    ("_rels/.rels", HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    ("xl/workbook.xml", HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="月別" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    ("xl/_rels/workbook.xml.rels", HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'),
    ("xl/styles.xml", HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="x"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'),
    ("xl/worksheets/sheet1.xml", HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>')])

# An .ods with a sheet that holds nothing, and one with the table, in which a month's number is a text.
NAMES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text"))


def ods_cell(cell):
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'


rows = [HEADS] + [[f"{(i + 2) % 12 + 1}月", 5000 + i, "4,990", 1900000000] for i in range(12)]
body = "".join("<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in rows)
package("months.ods", [
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    ("content.xml", HEAD + f'<office:document-content {NAMES} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="空"><table:table-row><table:table-cell/></table:table-row></table:table><table:table table:name="月別">{body}</table:table></office:spreadsheet></office:body></office:document-content>'),
    ("META-INF/manifest.xml", HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')])
