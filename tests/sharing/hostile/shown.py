# SPDX-License-Identifier: MPL-2.0
# shown.py: values and formulas are right; what a reader sees is something else, or less.
import re

from cases import BUDGET, DOUBT, SOUND, WRONG, attribute, case, steps, style
from package import place

END = "計画_期末_初年度"
FALSE = ('<number:number-style style:name="N900"><number:text>350,000</number:text></number:number-style>')
SCALED = ('<number:number-style style:name="N901"><number:number number:min-integer-digits="1" number:grouping="true" '
          'number:display-factor="1000"/></number:number-style>')


def format_of(name, made, style_name, shown, **more):
    return steps(lambda p: p.automatic(made), style(name, format=style_name, **more),
                 lambda p: shown in p.get(*p.at(name)) or p.put(*p.at(name), lambda c: re.sub(
                     "<text:p>.*?</text:p>", "<text:p>%s</text:p>" % shown, c)))


def row_properties(row, properties, before=""):
    """A style of its own for a row of 様式1, or an attribute."""
    def make(p):
        start, end = p.row("様式1", row - 1)
        text = p.text("content.xml")
        element = text[start:end]
        if properties:
            p.automatic('<style:style style:name="hostilerow" style:family="table-row">'
                        '<style:table-row-properties %s/></style:style>' % properties)
            start, end = p.row("様式1", row - 1)
            text = p.text("content.xml")
            element = re.sub(r'^(<table:table-row[^>]*?) table:style-name="[^"]*"', r'\1 table:style-name="hostilerow"', text[start:end])
        if before:
            element = re.sub("^<table:table-row", "<table:table-row " + before, element)
        p.set("content.xml", text[:start] + element + text[end:])
    return make


def column_of(address, change):
    def make(p):
        column, _ = place(address)
        start, _ = p.sheet("様式1")
        text, at = p.text("content.xml"), 0
        for found in re.finditer(r"<table:table-column [^>]*/>", text[start:]):
            count = re.search(r'table:number-columns-repeated="(\d+)"', found[0])
            at += int(count[1]) if count else 1
            if at > column:
                p.set("content.xml", text[:start + found.start()] + change(found[0]) + text[start + found.end():])
                return
    return make


def text_properties(name, properties):
    return style(name, "<style:text-properties %s/>" % properties)


case("shown/書式の文字.ods", "a number format that is a text: 350,000", WRONG, format_of(END, FALSE, "N900", "350,000"))
case("shown/書式の文字.xlsx", "the same in .xlsx", WRONG, lambda p: p.style(*p.at(END), format='"350,000"'))
case("shown/書式の文字写しの前.ods", "the same, before the copy was made", WRONG, format_of(END, FALSE, "N900", "350,000"), before=True)
case("shown/書式の文字写しの前.xlsx", "the same, before the copy was made, in .xlsx", WRONG, format_of(END, FALSE, "N900", "350,000"),
     before=True)
case("shown/千分の一.ods", "a format that shows thousandths: 203 for 202,753", WRONG, format_of(END, SCALED, "N901", "203"))
case("shown/千分の一.xlsx", "the same in .xlsx", WRONG, lambda p: p.style(*p.at(END), format="#,##0,"))
case("shown/符号.ods", "a format that shows negative numbers as positive ones", DOUBT, format_of(
    END, '<number:number-style style:name="N902P0" style:volatile="true"><number:number number:min-integer-digits="1" number:grouping="true"/>'
    '</number:number-style><number:number-style style:name="N902"><number:number number:min-integer-digits="1" number:grouping="true"/>'
    '<style:map style:condition="value()&gt;=0" style:apply-style-name="N902P0"/></number:number-style>', "N902", "202,753"))
case("shown/百分率.ods", "a ratio of 0.658 shown without its unit: 65.8", DOUBT, format_of(
    "計画_保有率_初年度", '<number:number-style style:name="N903"><number:number number:decimal-places="4" number:min-integer-digits="1"/></number:number-style>',
    "N903", "0.6580"))
case("shown/桁落ち.ods", "decimals that are not shown any more", DOUBT, format_of(
    "計画_所要額_初年度", '<number:number-style style:name="N904"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>'
    '</number:number-style>', "N904", "308,140"))
case("shown/白い字.ods", "white letters", WRONG, text_properties(END, 'fo:color="#ffffff"'))
case("shown/白い字.xlsx", "white letters in .xlsx", WRONG,
     lambda p: p.style(*p.at(END), font='<font><sz val="10"/><color rgb="FFFFFFFF"/><name val="MS Mincho"/></font>'))
case("shown/テーマの白.xlsx", "white letters by the theme's colour", WRONG,
     lambda p: p.style(*p.at(END), font='<font><sz val="10"/><color theme="0"/><name val="MS Mincho"/></font>'))
case("shown/ほぼ白.ods", "letters that are nearly white", WRONG, text_properties(END, 'fo:color="#fdfdfd"'))
case("shown/黒地.ods", "black ground under black letters", WRONG, style(END, '<style:table-cell-properties fo:background-color="#000000"/>'))
case("shown/極小.ods", "letters of one point", WRONG, text_properties(END, 'fo:font-size="1pt" style:font-size-asian="1pt"'))
case("shown/極小.xlsx", "letters of one point in .xlsx", WRONG,
     lambda p: p.style(*p.at(END), font='<font><sz val="1"/><name val="MS Mincho"/></font>'))
case("shown/赤い字.ods", "red letters", DOUBT, text_properties(END, 'fo:color="#ff0000"'))
case("shown/太字.ods", "bold letters", DOUBT, text_properties("計画_納付金等_初年度", 'fo:font-weight="bold"'))
case("shown/隠し文字.ods", "hidden letters (text:display)", DOUBT, text_properties(END, 'text:display="none"'))
case("shown/取消線.ods", "a line through a total", DOUBT, text_properties(END, 'style:text-line-through-style="solid" style:text-line-through-type="single"'))
case("shown/中身を隠す.ods", "the cell's content hidden by protection", DOUBT,
     style(END, '<style:table-cell-properties style:cell-protect="protected formula-hidden"/>'))
case("shown/すべて隠す.ods", "the cell hidden by protection", WRONG,
     style(END, '<style:table-cell-properties style:cell-protect="hidden-and-protected"/>'))
case("shown/印刷しない.ods", "a cell that is not printed", WRONG, style(END, '<style:table-cell-properties style:print-content="false"/>'))
case("shown/条件の書式.ods", "a conditional format that shows 350,000", WRONG, steps(
    lambda p: p.once("styles.xml", "</office:styles>", FALSE + '<style:style style:name="Hostile" style:family="table-cell" '
                     'style:parent-style-name="Default" style:data-style-name="N900"/></office:styles>'),
    lambda p: p.at_end("様式1", '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="様式1.E24:様式1.E24">'
                       '<calcext:condition calcext:apply-style-name="Hostile" calcext:value="&gt;0" calcext:base-cell-address="様式1.E24"/>'
                       '</calcext:conditional-format></calcext:conditional-formats>')))
case("shown/条件の書式.xlsx", "the same in .xlsx", WRONG, steps(
    lambda p: p.edit("xl/styles.xml", lambda t: re.sub(r'<dxfs count="(\d+)">', lambda m: '<dxfs count="%d">' % (int(m[1]) + 1), t)
                     .replace("</dxfs>", '<dxf><numFmt numFmtId="901" formatCode="&quot;350,000&quot;"/></dxf></dxfs>')),
    lambda p: p.once(p.part("様式1"), "<dataValidations", '<conditionalFormatting sqref="E24"><cfRule type="expression" priority="99" dxfId="%d">'
                     "<formula>TRUE</formula></cfRule></conditionalFormatting><dataValidations"
                     % (int(re.search(r'<dxfs count="(\d+)"', p.text("xl/styles.xml"))[1]) - 1))))
case("shown/条件の値.ods", "a conditional format of another bound", DOUBT,
     lambda p: p.edit("content.xml", lambda t: re.sub(r'(calcext:value=")([^"]*)(")', lambda m: m[1] + "1=0" + m[3], t, count=1)))
case("shown/棒.ods", "data bars over the cell", DOUBT, lambda p: p.at_end(
    "様式1", '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="様式1.E24:様式1.E24"><calcext:data-bar '
    'calcext:max-length="100" calcext:positive-color="#000000"><calcext:formatting-entry calcext:value="0" calcext:type="auto-minimum"/>'
    '<calcext:formatting-entry calcext:value="0" calcext:type="auto-maximum"/></calcext:data-bar></calcext:conditional-format></calcext:conditional-formats>'))
case("shown/行を隠す.ods", "a row hidden", WRONG, row_properties(24, "", 'table:visibility="collapse"'))
case("shown/行を隠す.xlsx", "a row hidden in .xlsx", WRONG,
     lambda p: p.edit(p.part("様式1"), lambda t: re.sub(r'(<row r="24"[^>]*?)hidden="false"', r'\1hidden="true"', t)))
case("shown/低い行.ods", "a row of no height", DOUBT, row_properties(24, 'style:row-height="0.02in" style:use-optimal-row-height="false"'))
case("shown/低い行.xlsx", "a row of no height in .xlsx", DOUBT,
     lambda p: p.edit(p.part("様式1"), lambda t: re.sub(r'(<row r="24"[^>]*?)ht="[^"]*"', r'\1ht="0.5"', t)))
case("shown/列を隠す.ods", "a column hidden", WRONG, column_of(
    "D1", lambda c: re.sub("<table:table-column", '<table:table-column table:visibility="collapse"', c)))
case("shown/列を隠す.xlsx", "a column hidden in .xlsx", WRONG,
     lambda p: p.edit(p.part("様式1"), lambda t: re.sub(r'hidden="false"([^>]*max="6" min="3")', r'hidden="true"\1', t)))
case("shown/細い列.ods", "a column too narrow for its numbers", DOUBT, steps(
    lambda p: p.automatic('<style:style style:name="hostileco" style:family="table-column"><style:table-column-properties style:column-width="0.05in"/></style:style>'),
    column_of("D1", lambda c: re.sub('table:style-name="[^"]*"', 'table:style-name="hostileco"', c))))
case("shown/シートを隠す.ods", "a sheet of the form hidden", WRONG, steps(
    lambda p: p.automatic('<style:style style:name="hostileta" style:family="table" style:master-page-name="Default"><style:table-properties table:display="false"/></style:style>'),
    lambda p: p.edit("content.xml", lambda t: re.sub(r'(table:name="様式2" table:style-name=")[^"]*', r"\1hostileta", t))))
case("shown/シートを隠す.xlsx", "a sheet of the form hidden in .xlsx", WRONG,
     lambda p: p.edit("xl/workbook.xml", lambda t: re.sub(r'(<sheet name="様式2"[^>]*state=")visible', r"\1hidden", t)))
case("shown/似たシート.ods", "a sheet 様式１ with false numbers before the true one, which is hidden", WRONG, steps(
    lambda p: p.automatic('<style:style style:name="hostileta" style:family="table" style:master-page-name="Default"><style:table-properties table:display="false"/></style:style>'),
    lambda p: p.add_sheet("様式１", [["期末の準備金", 350000]], before="様式1"),
    lambda p: p.edit("content.xml", lambda t: re.sub(r'(table:name="様式1" table:style-name=")[^"]*', r"\1hostileta", t))), before=True)
case("shown/シートが前に.ods", "a sheet of one's own before the form's", WRONG,
     lambda p: p.add_sheet("概要", [["期末の準備金", 350000]], before="表紙"), before=True)
case("shown/シートが後に.ods", "a sheet of one's own behind the form's", DOUBT,
     lambda p: p.add_sheet("資料", [["期末の準備金", 350000]]), before=True)
case("shown/シートの順.ods", "the sheets in another order", DOUBT, lambda p: p.edit("content.xml", lambda t: (
    lambda a, b, e: t[:a] + t[b:e] + t[a:b] + t[e:])(t.index('<table:table table:name="様式1"'), t.index('<table:table table:name="様式2"'),
                                                   t.index('<table:table table:name="計算根拠"'))))
case("shown/二つ目の計算根拠.ods", "a sheet «計算根拠 » (with a blank) with other words", DOUBT,
     lambda p: p.add_sheet("計算根拠 ", [["計算根拠"], ["期末の準備金", 350000]]), before=True)
case("shown/結合.ods", "cells merged over a number", WRONG, attribute("計画_精算_初年度", "table:number-columns-spanned", "2"))
case("shown/結合.xlsx", "cells merged over a number, in .xlsx", WRONG,
     lambda p: p.edit(p.part("様式1"), lambda t: re.sub(r'<mergeCells count="(\d+)">', '<mergeCells count="99"><mergeCell ref="E12:F12"/>', t)))
case("shown/結合の解除.ods", "merged cells of the form taken apart", DOUBT,
     lambda p: p.attribute("様式1", "A2", "table:number-columns-spanned", None))
case("shown/図形.ods", "a shape over a number", DOUBT, lambda p: p.inside(
    "様式1", '<table:shapes><draw:custom-shape draw:z-index="0" svg:width="2in" svg:height="0.3in" svg:x="4in" svg:y="4in"><text:p>350,000</text:p>'
    '<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/>'
    '</draw:custom-shape></table:shapes>'))
case("shown/注釈.ods", "a comment with another number, shown always", DOUBT, lambda p: p.put(
    *p.at(END), lambda c: c.replace("<text:p>", '<office:annotation office:display="true"><text:p>350,000</text:p></office:annotation><text:p>', 1)))
case("shown/言葉.ods", "a label of the form in other words", DOUBT, lambda p: p.words("様式1", "B24", "期末の準備金(承認済)"))
case("shown/条項.ods", "a citation of the form in other words", DOUBT, lambda p: p.words("様式1", "G25", "⑮ ÷ ⑪。100 % 未満でよい"))
case("shown/印刷範囲.ods", "a print range that leaves the end out", DOUBT,
     lambda p: p.once("content.xml", "様式1.A1:様式1.G43", "様式1.A1:様式1.G20"))
case("shown/印刷範囲.xlsx", "the same in .xlsx", DOUBT, lambda p: p.once("xl/workbook.xml", "様式1!$A$1:$G$43", "様式1!$A$1:$G$20"))
case("shown/フッター.ods", "other words in the footer", DOUBT,
     lambda p: p.edit("styles.xml", lambda t: t.replace("<style:region-center>", "<style:region-center><text:p>厚生局確認済</text:p>", 1)
                      if "<style:region-center>" in t else t.replace("<style:footer>", "<style:footer><text:p>厚生局確認済</text:p>", 1)))
case("shown/ヘッダー.xlsx", "words in the header, in .xlsx", DOUBT,
     lambda p: p.once(p.part("様式1"), "<oddHeader></oddHeader>", "<oddHeader>&amp;C厚生局確認済</oddHeader>"))
case("shown/回転.ods", "a number turned upside down", DOUBT, style(END, '<style:table-cell-properties style:rotation-angle="180" style:rotation-align="none"/>'))
case("shown/色だけ.ods", "the cover's choice of colours for input cells: an input, not a look", SOUND,
     lambda p: p.words("表紙", "C9", "なし"), before=True)
case("shown/予算の書式.ods", "a format that shows thousandths, on one amount of a budget", WRONG, format_of(
    "一般_体育奨励費", SCALED, "N901", "620"), of=BUDGET)
