# SPDX-License-Identifier: MPL-2.0
# inputs.py: what stands in input cells: formulas that know where they are, numbers as texts, numbers that are none.
import re

from cases import BUDGET, DOUBT, NOTED, SOUND, WRONG, attribute, case, formula, number, steps, words
from package import Ods

IN = "計画_期首_初年度"
LOOKS = 'of:=IF(OR(ISNUMBER(SEARCH("/submission";CELL("FILENAME")));ISNUMBER(SEARCH("/copy.";CELL("FILENAME"))));150000;350000)'

# The stored value is the true one: what Calc shows after a recalculation is another.
for name, tries, text in (
        ("場所を見る", "a formula that looks where the file lies", LOOKS),
        ("今日", "TODAY: another number from some day on", "of:=IF(TODAY()>DATE(2027;1;1);350000;150000)"),
        ("今", "NOW", "of:=150000+INT(NOW())*0"),
        ("乱数", "RAND", "of:=150000+INT(RAND()*1)"),
        ("乱数の間", "RANDBETWEEN", "of:=RANDBETWEEN(150000;150000)"),
        ("環境", "INFO: another number on another system", 'of:=IF(INFO("system")="LINUX";150000;350000)'),
        ("間接", "INDIRECT", 'of:=INDIRECT("様式1.C7")*0+150000'),
        ("ずらし", "OFFSET", "of:=OFFSET([.C7];0;0)*0+150000"),
        ("現在のシート", "SHEET, SHEETS: another number where sheets are added", "of:=150000+SHEETS()*0"),
        ("外の関数", "WEBSERVICE", 'of:=150000+LEN(WEBSERVICE("http://127.0.0.1:18080/x"))*0'),
        ("スタイル", "STYLE, which changes how a cell looks", 'of:=150000+STYLE("Default")'),
        ("DDE", "DDE", 'of:=150000+N(DDE("soffice";"/etc/hostname";"a"))*0'),
        ("マクロ関数", "a function of a macro", "of:=150000+N(COMPUTED())*0"),
        ("外部参照", "a cell of another file", "of:=150000+N('file:///etc/hostname'#$Sheet1.A1)*0"),
        ("複数演算", "MULTIPLE.OPERATIONS", "of:=MULTIPLE.OPERATIONS([.E7];[.C7];[.D7])*0+150000"),
        ("ハイパーリンク", "HYPERLINK", 'of:=HYPERLINK("http://127.0.0.1:18080/y";150000)')):
    case("inputs/%s.ods" % name, "in an input cell: " + tries, WRONG, formula(IN, text), sealed=True)
case("inputs/場所を見る.xlsx", "a formula in an input cell that looks where the file lies, in .xlsx", WRONG,
     lambda p: p.formula(*p.at(IN), 'IF(ISNUMBER(SEARCH("submission",CELL("filename"))),150000,350000)'))
case("inputs/今日.xlsx", "TODAY in an input cell, in .xlsx", WRONG,
     lambda p: p.formula(*p.at(IN), "IF(TODAY()>DATE(2027,1,1),350000,150000)"))
case("inputs/写しの前.ods", "a formula that looks where the file lies, put in before the copy", WRONG, formula(IN, LOOKS), before=True)
case("inputs/ふつうの式.ods", "an ordinary formula in an input cell, with its right result", NOTED, formula(IN, "of:=100000+50000"),
     sealed=True)
case("inputs/式の偽り.ods", "an ordinary formula in an input cell, with another result than it gives", WRONG,
     formula(IN, "of:=100000+250000"), sealed=True)
# Only the first few findings of a kind are told one by one.
case("inputs/多くの式の後.ods", "a formula that looks where the file lies, behind ten ordinary ones", WRONG,
     steps(*[formula("%s_前年度" % name, "of:=1+0") for name in (
         "一般_保険料", "一般_事務費負担金", "一般_その他徴収金", "一般_調整保険料", "一般_前年度繰越金", "準備金取崩_一般",
         "一般_別途積立金繰入", "一般_退職積立金繰入", "一般_特定健診補助金", "一般_見積の国庫補助金")],
           formula("一般_体育奨励費", LOOKS)), of=BUDGET, sealed=True)
case("inputs/配列の式.ods", "an array formula over input cells", NOTED,
     steps(formula(IN, "of:=100000+50000"),
           lambda p: p.put(*p.at(IN), lambda c: c.replace("table:formula=", 'table:number-matrix-columns-spanned="1" '
                                                          'table:number-matrix-rows-spanned="1" table:formula=', 1))), sealed=True)


def as_text(name, text):
    def make(p):
        if isinstance(p, Ods):
            p.put(*p.at(name), lambda c: re.sub(r'office:value-type="[a-z]*" office:value="[^"]*" calcext:value-type="[a-z]*"',
                                                'office:value-type="string" calcext:value-type="string"', c, count=1)
                  .replace(re.search("<text:p>.*?</text:p>", c)[0], "<text:p>%s</text:p>" % text))
        else:
            p.put(*p.at(name), lambda c: re.sub("<v>[^<]*</v>", "<is><t>%s</t></is>" % text, c).replace("<c ", '<c t="inlineStr" ', 1))
    return make


case("inputs/文字の数.ods", "a number as text", WRONG, as_text(IN, "150,000"), sealed=True)
case("inputs/文字の数.xlsx", "a number as text, in .xlsx", WRONG, as_text(IN, "150,000"))
case("inputs/全角の数.ods", "a number as text in full width", WRONG, as_text(IN, "150,000"), sealed=True)
case("inputs/文字の数予算.ods", "a number as text in a list of amounts", WRONG, as_text("一般_体育奨励費", "620,000"), of=BUDGET)
case("inputs/空白の数.ods", "blanks around a number as text", WRONG, as_text(IN, " 150000 "), sealed=True)
case("inputs/論理値.ods", "TRUE where a number is wanted", WRONG,
     lambda p: p.put(*p.at(IN), lambda c: re.sub(r'office:value-type="[a-z]*" office:value="[^"]*" calcext:value-type="[a-z]*"',
                                                 'office:value-type="boolean" office:boolean-value="true" calcext:value-type="boolean"', c)
                     .replace("150,000", "TRUE")), sealed=True)
case("inputs/負の数.ods", "a number that its cell refuses", WRONG, number(IN, "-150000", "▲150,000"), sealed=True)
case("inputs/大きな数.ods", "1e300", WRONG, number(IN, "1e300", "1E+300"), sealed=True)
# The year may be typed as text (令和8年度, 2015): every reader takes the same year from it.
case("inputs/年度の文字.ods", "the year as text", SOUND, as_text("年度", "2015"), sealed=True)
case("inputs/書換え.ods", "an input changed after the copy", WRONG, number(IN, "350000", "350,000"))
case("inputs/書換え.xlsx", "an input changed after the copy, in .xlsx", WRONG, number(IN, "350000"))
case("inputs/封じ直し.ods", "an input changed after the copy, checksums made right, nothing computed again", WRONG,
     number(IN, "350000", "350,000"), sealed=True)
case("inputs/実績の書換え.ods", "an input that no formula of ours reads changed after the copy", WRONG,
     lambda p: p.number("様式2", "D10", "65000", "65,000"))
case("inputs/理由の書換え.ods", "a reason (text) put in after the copy", WRONG,
     lambda p: p.put("様式2", "F7", lambda c: '<table:table-cell office:value-type="string"><text:p>承認済</text:p></table:table-cell>'))
case("inputs/組合名の書換え.ods", "another society's name, put in after the copy", WRONG, words("組合名称", "東京都健康保険組合"))
case("inputs/記号の書換え.xlsx", "another society's symbol, put in after the copy", WRONG,
     lambda p: p.put(*p.at("組合記号"), lambda c: re.sub(' t="s"', ' t="inlineStr"', c).replace(re.search("<v>.*</v>", c)[0], "<is><t>99-00001</t></is>")))
case("inputs/消去.ods", "an input emptied after the copy", WRONG,
     lambda p: p.put(*p.at(IN), lambda c: re.sub(r' office:value-type=.*', "/>", c, flags=re.S)))
case("inputs/そのまま.ods", "a sound copy", SOUND, lambda p: None)
case("inputs/そのまま.xlsx", "a sound copy in .xlsx", SOUND, lambda p: None)
case("inputs/予算.ods", "a sound copy of a budget", SOUND, lambda p: None, of=BUDGET)
case("inputs/予算.xlsx", "a sound copy of a budget in .xlsx", SOUND, lambda p: None, of=BUDGET)
case("inputs/型のない数.ods", "a number without the office's own type (calcext)", SOUND,
     lambda p: p.every("content.xml", ' calcext:value-type="float"', ""))
case("inputs/鍵の解除.ods", "the sheets' protection taken away", DOUBT, lambda p: p.every("content.xml", ' table:protected="true"', ""))
case("inputs/欄の保護.ods", "an input cell that is locked now", DOUBT,
     lambda p: p.style(*p.at(IN), '<style:table-cell-properties style:cell-protect="protected"/>'))
case("inputs/欄の解放.ods", "a computed cell that may be typed into", DOUBT,
     lambda p: p.style(*p.at("計画_期末_初年度"), '<style:table-cell-properties style:cell-protect="none"/>'))
case("inputs/規則の変更.ods", "another rule for what cells take", DOUBT, lambda p: p.edit("content.xml", lambda text: re.sub(
    'table:condition="[^"]*"', 'table:condition="of:cell-content()&gt;=-999"', text)))
case("inputs/規則なし.ods", "no rule for what a cell takes", DOUBT, attribute(IN, "table:content-validation-name", None))
