# SPDX-License-Identifier: MPL-2.0
# form.py: workbooks that are not, or not quite, the form that they say they are.
import re

from cases import BUDGET, DOUBT, NOTED, WRONG, attribute, case, formula, number, steps

MARK = "<meta:user-defined meta:name=\"KenpoForm\">%s</meta:user-defined>"
PLAN_MARK, PLAIN = "reserve-plan 0.1.0 積立計画", re.compile(r'<meta:user-defined meta:name="KenpoForm">[^<]*</meta:user-defined>')


def mark(made):
    return lambda p: p.edit("meta.xml", lambda t: PLAIN.sub(made, t))


TYPED = steps(attribute("計画_期末_初年度", "table:formula", None), number("計画_期末_初年度", "350000", "350,000"))
case("form/標なし.ods", "the form's mark removed", DOUBT, mark(""))
case("form/標なしで書換え.ods", "the form's mark removed, a total typed over", WRONG, steps(mark(""), TYPED), sealed=True)
case("form/標なしで書換え写しの前.ods", "the same before the copy was made", WRONG, steps(mark(""), TYPED), before=True)
case("form/標なし.xlsx", "the form's mark removed in .xlsx, a total changed", WRONG, steps(
    lambda p: p.edit("docProps/custom.xml", lambda t: re.sub("<property .*</property>", "", t)), number("計画_期末_初年度", "350000")))
case("form/別の様式.ods", "the mark of another form", WRONG, mark(MARK % "budget 0.1.0 予算書一式"))
case("form/知らない様式.ods", "the mark of a form that nobody knows", WRONG, mark(MARK % "nobody 0.1.0 なし"))
case("form/標にパス.ods", "a path in the mark", WRONG, mark(MARK % "../../../etc/passwd 0.1.0 積立計画"))
case("form/標に長い文字.ods", "a mark of 100,000 characters", WRONG, mark(MARK % ("x" * 100000)))
case("form/未来の版.ods", "a version of the form that is not there yet", NOTED, mark(MARK % "reserve-plan 99.0.0 積立計画"))
case("form/式の変更.ods", "a formula of the form, another one", WRONG, formula("計画_期末_初年度", "of:=計画_期首_初年度+200000", "350000", "350,000"))
case("form/式の変更封じ直し.ods", "the same, all checksums made right", WRONG, formula("計画_期末_初年度", "of:=計画_期首_初年度+200000", "350000", "350,000"),
     sealed=True)
case("form/式の変更写しの前.ods", "the same, before the copy was made", WRONG, formula("計画_期末_初年度", "of:=計画_期首_初年度+200000"), before=True)
case("form/同じ値の式.ods", "another formula with the same result", WRONG, formula("計画_期末_初年度", "of:=計画_期首_初年度+52753"), before=True)
case("form/点検を適に.ods", "the check's formula replaced by 適", WRONG, lambda p: p.put(
    *p.at("計画_点検_V42"), lambda c: re.sub(r' table:formula="[^"]*"', "", c)), before=True)
case("form/行の挿入.ods", "a row put into the form", WRONG, lambda p: p.set("content.xml", (lambda t, s: t[:s[0]] + "<table:table-row><table:table-cell/></table:table-row>"
     + t[s[0]:])(p.text("content.xml"), p.row("様式1", 20))))
case("form/行の削除.ods", "a row taken out of the form", WRONG, lambda p: p.set("content.xml", (lambda t, s: t[:s[0]] + t[s[1]:])(
    p.text("content.xml"), p.row("様式1", 22))))
case("form/シートの欠落.ods", "a sheet of the form is not there", WRONG, lambda p: p.set("content.xml", (lambda t, s: t[:s[0]] + t[s[1]:])(
    p.text("content.xml"), p.sheet("様式2"))), before=True)
case("form/シートの改名.ods", "a sheet of the form by another name", WRONG, lambda p: p.edit("content.xml", lambda t: t.replace(
    'table:name="様式2"', 'table:name="様式３"').replace("様式2.", "様式３.")), before=True)
case("form/遠いセル.ods", "a cell far away, which makes a sheet too large to compare, and a changed amount", WRONG, steps(
    lambda p: p.at_end("様式1", '<table:table-row table:number-rows-repeated="39957"><table:table-cell/></table:table-row><table:table-row>'
                       '<table:table-cell table:number-columns-repeated="1000"/><table:table-cell office:value-type="string"><text:p>.</text:p>'
                       '</table:table-cell></table:table-row>'), number("計画_期首_初年度", "350000", "350,000")))
case("form/遠いセル封じ直し.ods", "the same, all checksums made right", WRONG, steps(
    lambda p: p.at_end("様式1", '<table:table-row table:number-rows-repeated="39957"><table:table-cell/></table:table-row><table:table-row>'
                       '<table:table-cell table:number-columns-repeated="1000"/><table:table-cell office:value-type="string"><text:p>.</text:p>'
                       '</table:table-cell></table:table-row>'), number("計画_期首_初年度", "350000", "350,000")), sealed=True)
case("form/空でない余白.ods", "words in a cell that the form leaves empty", DOUBT, lambda p: p.put(
    "様式1", "H2", lambda c: '<table:table-cell office:value-type="string"><text:p>承認済</text:p></table:table-cell>'))
case("form/余白の数.ods", "a number in a cell that the form leaves empty", DOUBT, lambda p: p.put(
    "様式1", "C24", lambda c: '<table:table-cell office:value-type="float" office:value="350000"><text:p>350,000</text:p></table:table-cell>'))
case("form/言葉だけ.ods", "no form: a sheet of totals with one function of ours", WRONG, lambda p: p.set("content.xml", re.sub(
    r'<table:table table:name="様式[12]".*?</table:table>', "", p.text("content.xml"), flags=re.S)))
for name, tries, setting in (("1904", "a null date of 1904", '<table:null-date table:date-value="1904-01-01"/>'),
                             ("反復", "iterations", '<table:iteration table:status="enable" table:steps="100"/>')):
    case("form/設定-%s.ods" % name, "a setting of computing: " + tries, DOUBT, lambda p, s=setting: p.edit("content.xml", lambda t: re.sub(
        r"(<table:calculation-settings [^>]*?)/>", r"\1>" + s + "</table:calculation-settings>", t, count=1)))
case("form/設定-表示精度.ods", "a setting of computing: precision as shown", DOUBT, lambda p: p.once(
    "content.xml", "<table:calculation-settings ", '<table:calculation-settings table:precision-as-shown="true" '))
case("form/設定-大小.ods", "a setting of computing: letters", DOUBT, lambda p: p.once(
    "content.xml", "<table:calculation-settings ", '<table:calculation-settings table:case-sensitive="false" '))
case("form/設定-1904.xlsx", "the dates of 1904 in .xlsx", WRONG, lambda p: p.once("xl/workbook.xml", 'date1904="false"', 'date1904="true"'))
case("form/予算の式.ods", "the sum of expenditure leaves one item out", WRONG, formula("一般_支出合計", "of:=2279439", "2279439", "2,279,439"), of=BUDGET)
case("form/予算の式.xlsx", "the same in .xlsx", WRONG, formula("一般_支出合計", "2279439", "2279439"), of=BUDGET)
