# SPDX-License-Identifier: MPL-2.0
# names.py: names that make formulas compute from other cells while every formula reads as in the form.
from cases import DOUBT, WRONG, case, steps
from package import Ods

CELL = '<table:named-expressions><table:named-range table:name="%s" table:base-cell-address="$%s.$A$1" table:cell-range-address="%s"/></table:named-expressions>'


def scoped(sheet, name, target):
    """A name of one sheet, which hides the workbook's inside it."""
    def make(p):
        if isinstance(p, Ods):
            p.at_end(sheet, CELL % (name, sheet, target))
        else:
            order = [s for s in ("表紙", "様式1", "様式2", "計算根拠")]
            p.once("xl/workbook.xml", "<definedNames>", '<definedNames><definedName localSheetId="%d" name="%s">%s</definedName>'
                   % (order.index(sheet), name, target.replace(".", "!", 1)))
    return make


def far(sheet, address, value):
    """A number in a cell where nobody looks."""
    def make(p):
        if isinstance(p, Ods):
            p.put(sheet, address, lambda c: '<table:table-cell office:value-type="float" office:value="%s"><text:p/></table:table-cell>' % value)
        else:
            part = p.part(sheet)
            p.once(part, "</sheetData>", '<row r="200"><c r="%s"><v>%s</v></c></row></sheetData>' % (address, value))
    return make


def global_name(name, target):
    def make(p):
        if isinstance(p, Ods):
            old = '$%s.$%s' % p.at(name)
            sheet, address = p.at(name)
            letters = address.rstrip("0123456789")
            old = 'table:cell-range-address="$%s.$%s$%s"' % (sheet, letters, address[len(letters):])
            text = p.text("content.xml")
            at = text.index('table:name="%s"' % name)
            p.set("content.xml", text[:at] + text[at:].replace(old, 'table:cell-range-address="%s"' % target, 1))
        else:
            text = p.text("xl/workbook.xml")
            at = text.index('name="%s"' % name)
            start = text.index(">", at) + 1
            p.set("xl/workbook.xml", text[:start] + target.replace(".", "!", 1) + text[text.index("<", start):])
    return make


NAME, OTHER = "計画_概算_初年度", "$様式1.$H$1"
case("names/シートの名前.ods", "a name of one sheet hides an input of the form", WRONG,
     steps(scoped("様式1", NAME, OTHER), far("様式1", "H1", 820000)))
case("names/シートの名前.xlsx", "the same in .xlsx", WRONG,
     steps(scoped("様式1", NAME, "$様式1.$H$200"), far("様式1", "H200", 820000)))
case("names/封じ直し.ods", "the same, all checksums made right", WRONG,
     steps(scoped("様式1", NAME, OTHER), far("様式1", "H1", 820000)), sealed=True)
case("names/写しの前.ods", "the same, put in before the copy was made", WRONG,
     steps(scoped("様式1", NAME, OTHER), far("様式1", "H1", 820000)), before=True)
case("names/写しの前.xlsx", "the same, put in before the copy was made, in .xlsx", WRONG,
     steps(scoped("様式1", NAME, OTHER), far("様式1", "H1", 820000)), before=True)
case("names/別シートの名前.ods", "a name of the sheet 様式2 hides one that only its formulas use", WRONG,
     steps(scoped("様式2", "計画_期末_初年度", "$様式2.$F$1"), far("様式2", "F1", 300000)), before=True)
case("names/同じ場所.ods", "a name of one sheet with the spelling and the place of the form's", WRONG,
     scoped("様式1", NAME, "$様式1.$E$11"))
case("names/大文字小文字.ods", "a name of the workbook that differs in small letters only (計画_点検_v41)", DOUBT,
     lambda p: p.once("content.xml", "</table:named-expressions></office:spreadsheet>",
                      '<table:named-range table:name="計画_点検_v42x" table:base-cell-address="$様式1.$A$1" '
                      'table:cell-range-address="$様式1.$A$1"/></table:named-expressions></office:spreadsheet>'))
case("names/行き先の変更.ods", "a name of the form aims at another cell", WRONG,
     steps(global_name(NAME, OTHER), far("様式1", "H1", 820000)))
case("names/行き先の変更.xlsx", "the same in .xlsx", WRONG,
     steps(global_name(NAME, "様式1.$H$200"), far("様式1", "H200", 820000)))
case("names/行き先封じ直し.ods", "the same, all checksums made right", WRONG,
     steps(global_name(NAME, OTHER), far("様式1", "H1", 820000)), sealed=True)
case("names/名前の削除.ods", "a name of the form is gone", WRONG, lambda p: p.edit("content.xml", lambda t: t.replace(
    'table:name="計画_取崩_初年度"', 'table:name="計画_取崩_初年"', 1)))
case("names/式の名前.ods", "an expression in place of a name of the form", WRONG, lambda p: p.once(
    "content.xml", '<table:named-range table:name="計画_取崩_初年度" table:base-cell-address="$様式1.$E$23" table:cell-range-address="$様式1.$E$23"/>',
    '<table:named-expression table:name="計画_取崩_初年度" table:base-cell-address="$様式1.$E$23" table:expression="$様式1.$E$23*0"/>'))
case("names/名前の追加.ods", "a name that the form has not", DOUBT,
     lambda p: p.once("content.xml", "</table:named-expressions></office:spreadsheet>",
                      '<table:named-range table:name="余分" table:base-cell-address="$様式1.$A$1" table:cell-range-address="$様式1.$A$1"/>'
                      "</table:named-expressions></office:spreadsheet>"))
case("names/外の名前.ods", "a name that refers to another file", DOUBT,
     lambda p: p.once("content.xml", "</table:named-expressions></office:spreadsheet>",
                      '<table:named-expression table:name="外" table:base-cell-address="$様式1.$A$1" '
                      """table:expression="'file:///etc/hostname'#$Sheet1.$A$1"/></table:named-expressions></office:spreadsheet>"""))
case("names/隠した名前.xlsx", "a hidden name that the form has not", DOUBT,
     lambda p: p.once("xl/workbook.xml", "</definedNames>", '<definedName name="余分" hidden="1">様式1!$A$1</definedName></definedNames>'))
case("names/Auto_Open.xlsx", "the name of a macro that Excel runs by itself", DOUBT,
     lambda p: p.once("xl/workbook.xml", "</definedNames>",
                      '<definedName name="_xlnm.Auto_Open" function="1" hidden="1" xlm="1">様式1!$A$1</definedName></definedNames>'))
case("names/範囲.ods", "a database range with the spelling of a name of the form", DOUBT,
     lambda p: p.once("content.xml", "</office:spreadsheet>",
                      '<table:database-ranges><table:database-range table:name="計画_概算_初年度" '
                      'table:target-range-address="様式1.H1:様式1.H1"/></table:database-ranges></office:spreadsheet>'))
case("names/ラベル範囲.ods", "a range of labels, by which formulas find cells", DOUBT,
     lambda p: p.once("content.xml", "<table:named-expressions>",
                      '<table:label-ranges><table:label-range table:label-cell-range-address="様式1.B7:様式1.B14" '
                      'table:data-cell-range-address="様式1.C7:様式1.C14" table:orientation="row"/></table:label-ranges><table:named-expressions>'))
