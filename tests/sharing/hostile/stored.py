# SPDX-License-Identifier: MPL-2.0
# stored.py: results that stand in the file and are not what the formulas beside them give. Nothing computes them again
# when somebody opens the file: what is stored is what is seen.
import random
import re

from cases import BUDGET, DOUBT, WRONG, attribute, case, formula, number, steps, words
from package import Ods

END, NEED = "計画_期末_初年度", "計画_納付金等_初年度"

case("stored/合計の結果.ods", "the stored result of a sum", WRONG, number(END, "350000", "350,000"))
case("stored/合計の結果.xlsx", "the same in .xlsx", WRONG, number(END, "350000"))
case("stored/見た目だけ.ods", "what is seen of a sum, not its number", WRONG, number(END, "202753", "350,000"))
case("stored/数だけ.ods", "the number of a sum, not what is seen", WRONG, number(END, "350000"))
case("stored/中間の結果.ods", "the stored result of a formula that a function of ours reads", WRONG,
     number(NEED, "833025", "833,025"))
case("stored/中間の結果.xlsx", "the same in .xlsx", WRONG, number(NEED, "833025"))
case("stored/末尾の一桁.ods", "the 15th digit of a stored result", WRONG,
     lambda p: p.number("様式2", "C13", "308139.58333333", "308,139.58"))
case("stored/判定の文字.ods", "the stored text of a formula that judges", WRONG, words("計画_達成_初年度", "○ 達成"))
case("stored/判定の文字.xlsx", "the same in .xlsx", WRONG,
     lambda p: p.put(*p.at("計画_達成_初年度"), lambda c: re.sub("<v>[^<]*</v>", "<v>○ 達成</v>", c)))
case("stored/見出しの文字.ods", "the stored text of a heading with the society's name", WRONG,
     lambda p: p.words("様式1", "A3", "東京都健康保険組合(記号 01-00001)"))
case("stored/日付の結果.ods", "the stored result of a date", WRONG,
     lambda p: p.put("様式2", "C29", lambda c: c.replace("2016-09-30", "2017-09-30").replace("平成28年9月30日", "平成29年9月30日")))
case("stored/数が文字.ods", "a number as the stored text of a formula", WRONG,
     lambda p: p.put(*p.at(END), lambda c: re.sub('office:value-type="float" office:value="[^"]*" calcext:value-type="float"',
                                                  'office:value-type="string" office:string-value="350,000" '
                                                  'calcext:value-type="string"', c)
                     .replace("<text:p>202,753</text:p>", "<text:p>350,000</text:p>")))
case("stored/エラーを隠す.ods", "a stored number in place of an error that the formula gives", WRONG,
     formula(END, "of:=1/0"))
case("stored/結果なし.ods", "a formula without any stored result", WRONG,
     lambda p: p.put(*p.at(END), lambda c: re.sub(r' office:value-type="float" office:value="[^"]*" calcext:value-type="float">.*</table:table-cell>',
                                                  "/>", c)))
case("stored/全部半分.ods", "every stored result of a formula halved", WRONG,
     lambda p: p.edit("content.xml", lambda text: re.sub(
         r'(table:formula="[^"]*" office:value-type="float" office:value=")([^"]*)"',
         lambda m: '%s%.17g"' % (m[1], float(m[2]) / 2), text)))
case("stored/支出合計.ods", "totals, reserve fund and cover of a budget", WRONG,
     steps(number("一般_支出合計", "2279439", "2,279,439"), number("一般_収入合計", "2279439", "2,279,439"),
           number("一般_予備費額", "622323", "622,323")), of=BUDGET)
case("stored/支出合計.xlsx", "the same in .xlsx", WRONG,
     steps(number("一般_支出合計", "2279439"), number("一般_収入合計", "2279439"), number("一般_予備費額", "622323")), of=BUDGET)
case("stored/主な数値.ods", "a key figure that the list tells, as the result of a plain formula", WRONG,
     number("準備金_介護保有率_本年度末", "1.5", "150.0000 %"), of=BUDGET)
case("stored/主な数値.xlsx", "the same in .xlsx", WRONG, number("準備金_介護保有率_本年度末", "1.5"), of=BUDGET)
case("stored/介護の合計.ods", "the total of the care account", WRONG, number("介護_支出合計", "1", "1"), of=BUDGET)


def random_result(seed, ending):
    def make(package):
        chance = random.Random(seed)
        if isinstance(package, Ods):
            text = package.text("content.xml")
            end = text.index('<table:table table:name="計算根拠"')
            found = [m for m in re.finditer(r'table:formula="[^"]*" office:value-type="float" office:value="([^"]*)"', text)
                     if m.start() < end]
            one = chance.choice(found)
            package.set("content.xml", text[:one.start(1)] + repr(float(one[1]) + 1) + text[one.end(1):])
        else:
            parts = [n for n in package.names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)][:-1]
            places = [(part, m) for part in parts
                      for m in re.finditer(r'</f><v>(-?[0-9.]+)</v>', package.text(part))]
            part, one = chance.choice(places)
            text = package.text(part)
            package.set(part, text[:one.start(1)] + repr(float(one[1]) + 1) + text[one.end(1):])
    return make


for seed in range(12):
    case("stored/任意%02d.ods" % seed, "one stored result, taken at random", WRONG, random_result(seed, ".ods"))
for seed in range(6):
    case("stored/任意%02d.xlsx" % seed, "one stored result, taken at random, in .xlsx", WRONG, random_result(seed, ".xlsx"))

# Values in place of formulas, where nothing but the checksum and the form tells.
case("stored/式を値に.ods", "a false number in place of a formula", WRONG,
     steps(attribute(END, "table:formula", None), number(END, "350000", "350,000")), sealed=True)
case("stored/正しい値に.ods", "the right number in place of a formula", WRONG, attribute(END, "table:formula", None), sealed=True)
case("stored/封じ直し.ods", "a stored result that a function of ours reads, all checksums made right", WRONG,
     number(NEED, "833025", "833,025"), sealed=True)
case("stored/我々の結果.ods", "the value in place of a function of ours, all checksums made right", WRONG,
     number("計画_保有率_初年度", "1.01", "101.0000 %"), sealed=True)
case("stored/小さな端数.ods", "an input with unseen fractions of yen", DOUBT, number("計画_期首_初年度", "150000.4", "150,000"),
     sealed=True)
