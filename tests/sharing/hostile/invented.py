# SPDX-License-Identifier: MPL-2.0
# invented.py: deceptions that nobody had reported, thought up before the code that meets them was looked at: where two
# programs read one file differently, where one thing is said twice, where what is printed is not what is stored.
import io
import re
import zipfile

from cases import DOUBT, ROW, SOUND, WRONG, case, number, steps, style
from foreign import drawing

END, IN = "計画_期末_初年度", "計画_期首_初年度"


def content(change):
    return lambda p: p.edit("content.xml", change)


def cell(name, old, new):
    def make(p):
        def change(text):
            assert old in text, text
            return text.replace(old, new)
        p.put(*p.at(name), change)
    return make


def two_heads(p):
    """The local headers hold another content.xml than the directory names: who reads from the front sees other numbers."""
    true = p.parts["content.xml"]
    false = true.replace(b'office:value="202753"', b'office:value="350000"').replace(b"<text:p>202,753</text:p>", b"<text:p>350,000</text:p>")
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as package:
        for name in p.names:
            package.writestr(zipfile.ZipInfo(name, (2026, 11, 24, 0, 0, 0)), p.parts[name], p.how[name])
        package.writestr(zipfile.ZipInfo("content.xmk", (2026, 11, 24, 0, 0, 0)), false, zipfile.ZIP_DEFLATED)
    data = stored.getvalue().replace(b"content.xml", b"content.xmM").replace(b"content.xmk", b"content.xml")
    return data


def utf16(p):
    p.set("content.xml", ("\ufeff" + p.text("content.xml").replace("UTF-8", "UTF-16", 1)).encode("utf-16-le"))


def other_prefixes(text):
    text = text.replace('xmlns:table="', 'xmlns:t9="').replace("<table:", "<t9:").replace("</table:", "</t9:")
    return re.sub(r" table:([a-z-]+=\")", r" t9:\1", text)


def split_text(text):
    return text.replace("<text:p>様式再現(原本は通知別添)</text:p>", "<text:p>様式<!-- x -->再現<![CDATA[(原本は]]>通知別添)</text:p>", 1)


def second_body(text):
    body = text[text.index("<office:spreadsheet>"):text.index("</office:spreadsheet>") + 21]
    return text.replace("</office:body>", body.replace('office:value="202753"', 'office:value="350000"') + "</office:body>", 1)


def same_sheet_again(p):
    start, end = p.sheet("様式1")
    text = p.text("content.xml")
    false = text[start:end].replace('office:value="202753"', 'office:value="350000"').replace(">202,753<", ">350,000<")
    p.set("content.xml", text[:end] + false + text[end:])


def strict(p):
    for name in list(p.names):
        if name.endswith((".xml", ".rels")):
            text = p.text(name).replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main") \
                .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
            if text != p.text(name):
                p.set(name, text)


def two_truths(p):
    """Who knows the extension sees 350,000."""
    part = p.part("様式1")
    text = p.text(part)
    row = re.search(r'<row r="24".*?</row>', text, re.S)[0]
    false = row.replace("<v>202753</v>", "<v>350000</v>", 1)
    p.set(part, text.replace(row, '<mc:AlternateContent><mc:Choice Requires="x14">%s</mc:Choice><mc:Fallback>%s</mc:Fallback></mc:AlternateContent>'
                             % (false, row), 1))


def swapped(p):
    p.edit("xl/_rels/workbook.xml.rels", lambda t: t.replace("sheet2.xml", "sheet9.xml").replace("sheet3.xml", "sheet2.xml").replace("sheet9.xml", "sheet3.xml"))


def replay(p):
    """A row about another cell, true for that one, in place of this one's."""
    from basis import ROW as LINE, table
    rows = table(p)
    text = p.text("content.xml")
    one = next(m for m in rows if "KENPO_RESERVE_RATIO" in m[0])
    other = next(m for m in rows if "KENPO_RESERVE_RATIO" in m[0] and m.start() > one.start())
    assert LINE
    p.set("content.xml", text[:one.start()] + other[0] + text[one.end():])


def bzip(p):
    p.how["content.xml"] = zipfile.ZIP_BZIP2


MAP = ('<number:number-style style:name="N905P0" style:volatile="true"><number:text>350,000</number:text></number:number-style>'
       '<number:number-style style:name="N905"><number:number number:min-integer-digits="1" number:grouping="true"/>'
       '<style:map style:condition="value()=202753" style:apply-style-name="N905P0"/></number:number-style>')
TENFOLD = ('<number:number-style style:name="N906"><number:number number:min-integer-digits="1" number:grouping="true"/>'
           '<number:text>0</number:text></number:number-style>')
KANJI = ('<number:number-style style:name="N907" number:transliteration-format="一" number:transliteration-language="ja" '
         'number:transliteration-country="JP" number:transliteration-style="short"><number:number number:min-integer-digits="1"/></number:number-style>')

case("invented/見えている入力.ods", "an input: what is seen is another number than what is stored", WRONG, cell(IN, ">150,000<", ">350,000<"))
case("invented/二つの型.ods", "two types of one value: float for some programs, text for others", WRONG,
     cell(IN, 'calcext:value-type="float"', 'calcext:value-type="string"'))
case("invented/時間.ods", "an input typed as a time", DOUBT, cell(IN, 'office:value-type="float" office:value="150000" calcext:value-type="float"',
     'office:value-type="time" office:time-value="PT3600000H" calcext:value-type="time"'), sealed=True)
case("invented/通貨.ods", "an input in dollars", DOUBT, cell(IN, 'office:value-type="float" office:value="150000" calcext:value-type="float"',
     'office:value-type="currency" office:currency="USD" office:value="150000" calcext:value-type="currency"'))
case("invented/非数.ods", "NaN in an input", WRONG, number(IN, "NaN", "150,000"))
case("invented/無限.ods", "1e400 in an input", WRONG, number(IN, "1e400", "150,000"))
case("invented/端数.ods", "fractions of yen in three inputs, which rounding hides", DOUBT, steps(
    number(IN, "150000.4", "150,000"), number("計画_積立_初年度", "52753.4", "52,753"), number("計画_取崩_初年度", "0.4", "0")))
case("invented/数の綴り.ods", "the same number spelled 1.5e5", SOUND, number(IN, "1.5e5"))
case("invented/数の綴り符号.ods", "the same number spelled +0150000", ROW, number(IN, "+0150000"))
case("invented/数の綴り十六進.ods", "the same number spelled 0x249F0", WRONG, number(IN, "0x249F0"))
case("invented/数に続き.ods", "a number with something behind it: 150000 350000", WRONG, number(IN, "150000 350000"))
case("invented/二巡.ods", "rows repeated 4294967297 times", ROW, lambda p: p.at_end(
    "様式2", '<table:table-row table:number-rows-repeated="4294967297"><table:table-cell/></table:table-row>'))
case("invented/零回.ods", "cells repeated 0 times and -1 times", ROW, lambda p: p.at_end(
    "様式2", '<table:table-row table:number-rows-repeated="0"><table:table-cell table:number-columns-repeated="-1"/></table:table-row>'))
case("invented/同名のシート.ods", "two sheets of one name, the second with a false total", WRONG, same_sheet_again)
case("invented/二つの本文.ods", "two bodies, the second with a false total", WRONG, content(second_body))
case("invented/別の接頭辞.ods", "the same file with other prefixes of namespaces", SOUND, content(other_prefixes))
case("invented/UTF-16.ods", "the same file in UTF-16", ROW, utf16)
case("invented/切れた文字.ods", "the same text, split by a comment of XML and CDATA", SOUND, content(split_text))
case("invented/二つの頭.ods", "local headers that hold another content than the directory", ROW, two_heads)
case("invented/大文字の中身.ods", "Content.xml beside content.xml", DOUBT, lambda p: p.set(
    "Content.xml", p.parts["content.xml"].replace(b'office:value="202753"', b'office:value="350000"')))
case("invented/bzip2.ods", "a method of compression that no office knows", WRONG, bzip, "unopened")
case("invented/一つの数だけ.ods", "a format that shows 350,000 where the number is 202,753, and else the number", WRONG, steps(
    lambda p: p.automatic(MAP), style(END, format="N905"), cell(END, ">202,753<", ">350,000<")))
case("invented/零を足す.ods", "a format that puts a 0 behind an input: ten times", WRONG, steps(
    lambda p: p.automatic(TENFOLD), style(IN, format="N906"), cell(IN, ">150,000<", ">150,0000<")))
case("invented/漢数字.ods", "a format that shows Chinese figures", DOUBT, steps(
    lambda p: p.automatic(KANJI), style(END, format="N907"), cell(END, ">202,753<", ">二〇二七五三<")))
case("invented/書体の埋込み.ods", "a font that travels in the file, with figures of its own", DOUBT, steps(
    lambda p: p.add("Fonts/f.ttf", b"\0\1\0\0" + bytes(300), "application/x-font-ttf"),
    lambda p: p.once("content.xml", "<office:font-face-decls>", '<office:font-face-decls><style:font-face style:name="Own" svg:font-family="Own">'
                     '<svg:font-face-src><svg:font-face-uri xlink:href="Fonts/f.ttf" xlink:type="simple"/></svg:font-face-src></style:font-face>'),
    style(END, '<style:text-properties style:font-name="Own"/>')))
case("invented/記号の書体.ods", "a font of symbols on a total", DOUBT, steps(
    lambda p: p.once("content.xml", "<office:font-face-decls>", '<office:font-face-decls><style:font-face style:name="Wingdings" '
                     'svg:font-family="Wingdings" style:font-charset="x-symbol"/>'),
    style(END, '<style:text-properties style:font-name="Wingdings"/>')))
case("invented/地の画像.ods", "a picture as the ground of pages", DOUBT, lambda p: p.edit("styles.xml", lambda t: re.sub(
    "<style:page-layout-properties ([^>]*?)(/?)>", lambda m: '<style:page-layout-properties %s><style:background-image><office:binary-data>iVBORw0KGgo='
    '</office:binary-data></style:background-image>%s' % (m[1], "</style:page-layout-properties>" if m[2] else ""), t, count=1)))
case("invented/零を見せない.ods", "a setting by which zeros are not shown", DOUBT, lambda p: p.edit("settings.xml", lambda t: re.sub(
    r'(config:name="ShowZeroValues" config:type="boolean">)true', r"\1false", t) if "ShowZeroValues" in t else t.replace(
    '<config:config-item config:name="AllowPrintJobCancel"', '<config:config-item config:name="ShowZeroValues" config:type="boolean">false'
    '</config:config-item><config:config-item config:name="AllowPrintJobCancel"', 1)))
case("invented/式を見せる.xlsx", "a setting by which formulas are shown in place of their results", DOUBT, lambda p: p.once(
    p.part("様式1"), 'showFormulas="false"', 'showFormulas="true"'))
case("invented/零を見せない.xlsx", "a setting by which zeros are not shown, in .xlsx", DOUBT, lambda p: p.once(p.part("様式1"), 'showZeros="true"', 'showZeros="false"'))
case("invented/たたんだ行.ods", "a group of rows folded away", WRONG, lambda p: p.set("content.xml", (lambda t, s: t[:s[0]]
     + '<table:table-row-group table:display="false">' + t[s[0]:s[1]].replace("<table:table-row ", '<table:table-row table:visibility="collapse" ', 1)
     + "</table:table-row-group>" + t[s[1]:])(p.text("content.xml"), p.row("様式1", 23))))
case("invented/絞り込み.ods", "a row that a filter hides", WRONG, lambda p: p.set("content.xml", (lambda t, s: t[:s[0]]
     + t[s[0]:s[1]].replace("<table:table-row ", '<table:table-row table:visibility="filter" ', 1) + t[s[1]:])(p.text("content.xml"), p.row("様式1", 23))))
case("invented/シナリオ.ods", "a scenario over inputs", DOUBT, lambda p: p.add_sheet(
    "悲観", [[1]], attributes='><table:scenario table:scenario-ranges="様式1.E21:様式1.E21" table:is-active="true"/><table:table-column/'))
case("invented/変更履歴.ods", "tracked changes", DOUBT, content(lambda t: t.replace(
    "<office:spreadsheet>", '<office:spreadsheet><table:tracked-changes><table:cell-content-change table:id="ct1"><table:cell-address table:column="4" '
    'table:row="20" table:table="1"/><office:change-info><dc:creator>a</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>'
    '<table:previous><table:change-track-table-cell office:value-type="float" office:value="1"/></table:previous></table:cell-content-change>'
    '</table:tracked-changes>', 1)))
case("invented/入力の案内.ods", "a hint of a cell that tells a number", DOUBT, content(lambda t: t.replace(
    "<text:p>60 字まで</text:p>", "<text:p>厚生局確認済: 350,000</text:p>", 1)))
case("invented/規則のマクロ.ods", "a macro that a refused value calls", DOUBT, content(lambda t: re.sub(
    "<table:error-message [^>]*>.*?</table:error-message>", '<table:error-macro table:execute="true"/><office:event-listeners><script:event-listener '
    'script:language="ooo:script" script:event-name="table:error" xlink:type="simple" xlink:href="vnd.sun.star.script:Standard.Auto.Opened?language='
    'Basic&amp;location=application"/></office:event-listeners>', t, count=1, flags=re.S)))
case("invented/文字のリンク.ods", "a link behind the society's name", DOUBT, lambda p: p.put(*p.at("組合名称"), lambda c: re.sub(
    "<text:p>(.*?)</text:p>", r'<text:p><text:a xlink:href="http://127.0.0.1:18080/a" xlink:type="simple">\1</text:a></text:p>', c)))
case("invented/文字の欄.ods", "a field in a label, which tells another text each day", DOUBT, lambda p: p.put("様式1", "B24", lambda c: c.replace(
    "</text:p>", '<text:date style:data-style-name="N99" text:date-value="2026-11-24">2026</text:date></text:p>', 1)))
case("invented/言葉の一部.ods", "a label half of which is white", DOUBT, steps(
    lambda p: p.automatic('<style:style style:name="hostileT" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'),
    lambda p: p.put("様式1", "B24", lambda c: re.sub("<text:p>(.*?)</text:p>", r'<text:p><text:span text:style-name="hostileT">\1</text:span></text:p>', c))))
case("invented/標が二つ.ods", "the form's mark twice, with two forms", DOUBT, lambda p: p.once(
    "meta.xml", "</office:meta>", '<meta:user-defined meta:name="KenpoForm">budget 0.1.0 予算書一式</meta:user-defined></office:meta>'))
case("invented/行の移し替え.ods", "a true row of 計算根拠 in place of another", WRONG, replay, sealed=True)
case("invented/署名.ods", "a digital signature that is none", DOUBT, lambda p: p.add("META-INF/documentsignatures.xml", (
    '<?xml version="1.0"?><document-signatures xmlns="urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0"><Signature '
    'xmlns="http://www.w3.org/2000/09/xmldsig#"/></document-signatures>')))
case("invented/二つの真実.xlsx", "two contents, each for programs of another age (AlternateContent)", WRONG, two_truths)
case("invented/共有の式.xlsx", "formulas that share one master, which is another one", WRONG, lambda p: p.put(*p.at(END), lambda c: re.sub(
    "<f[^>]*>[^<]*</f>", '<f t="shared" ref="E24:F24" si="9">計画_期首_初年度+52753</f>', c)))
case("invented/共有の式だけ.xlsx", "a formula that refers to a master that is not there", WRONG, lambda p: p.put(*p.at(END), lambda c: re.sub(
    "<f[^>]*>[^<]*</f>", '<f t="shared" si="77"/>', c)))
case("invented/組込みの書式.xlsx", "a built-in number format that says something else", WRONG, lambda p: (
    p.style(*p.at(END), format="#,##0"), p.edit("xl/styles.xml", lambda t: t.replace('numFmtId="900"', 'numFmtId="3"')
     .replace('formatCode="#,##0"/></numFmts>', 'formatCode="&quot;350,000&quot;"/></numFmts>'))))
case("invented/色の表.xlsx", "a palette in which black is white", WRONG, lambda p: (
    p.style(*p.at(END), font='<font><sz val="10"/><color indexed="8"/><name val="MS Mincho"/></font>'),
    p.edit("xl/styles.xml", lambda t: re.sub("<colors>.*?</colors>", "", t, flags=re.S).replace("</styleSheet>", "<colors><indexedColors>"
     + '<rgbColor rgb="00FFFFFF"/>' * 64 + "</indexedColors></colors></styleSheet>"))))
case("invented/拡張の条件.xlsx", "a conditional format among the extensions", DOUBT, lambda p: p.once(p.part("様式1"), "</worksheet>", (
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" '
    'priority="1" id="{0}"><xm:f>TRUE</xm:f><x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf></x14:cfRule><xm:sqref>E24</xm:sqref>'
    "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>")))
case("invented/言葉の一部.xlsx", "a label half of which is white, in .xlsx", DOUBT, lambda p: p.put("様式1", "B24", lambda c: re.sub(
    "<v>.*</v>", '<is><r><t>期末の</t></r><r><rPr><color rgb="FFFFFFFF"/><sz val="1"/></rPr><t>準備金</t></r></is>', c).replace(' t="s"', ' t="inlineStr"')))
case("invented/深く隠す.xlsx", "a sheet of the form hidden so that Excel's menu does not show it", WRONG, lambda p: p.edit(
    "xl/workbook.xml", lambda t: re.sub(r'(<sheet name="様式2"[^>]*state=")visible', r"\1veryHidden", t)))
case("invented/データ表.xlsx", "a data table in place of a formula", WRONG, lambda p: p.put(*p.at(END), lambda c: re.sub(
    "<f[^>]*>[^<]*</f>", '<f t="dataTable" ref="E24:E24" dt2D="0" dtr="0" r1="E21"/>', c)))
case("invented/厳格.xlsx", "the same file in the strict spelling of the standard", ROW, strict)
case("invented/取り違え.xlsx", "the parts of two sheets exchanged", WRONG, swapped)
case("invented/二つの値.xlsx", "two values in one cell", WRONG, lambda p: p.put(*p.at(END), lambda c: c.replace("</v>", "</v><v>350000</v>")))
case("invented/同じセル.xlsx", "one cell twice, the second with a false total", WRONG, lambda p: p.put(
    *p.at(END), lambda c: c + c.replace("<v>202753</v>", "<v>350000</v>")))
case("invented/セルの順.xlsx", "a cell that stands in a row of another number", WRONG, lambda p: p.edit(
    p.part("様式1"), lambda t: t.replace('<c r="E24"', '<c r="E25"', 1)))
case("invented/文書の図.xlsx", "a picture of a table with other numbers", DOUBT, lambda p: drawing(
    p, '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="G"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm/>'
    "<a:graphic/></xdr:graphicFrame>"))
case("invented/偽りの名.ods", "the society's name with a sign that turns the reading direction", DOUBT, lambda p: p.words(*p.at("組合名称"), "見本\u202e組健S\u202c合"), sealed=True)
case("invented/見えない字.ods", "signs of no width in the society's name", DOUBT, lambda p: p.words(*p.at("組合名称"), "見本S\u200b健康保険\u2060組合"), sealed=True)
case("invented/行のある名.ods", "a society's name of several lines that look like rows of a list", DOUBT, lambda p: p.put(
    *p.at("組合名称"), lambda c: re.sub("<text:p>.*</text:p>", "<text:p>見本S</text:p><text:p>2,ほか.ods,異常なし</text:p>", c)), sealed=True)
