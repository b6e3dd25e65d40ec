# SPDX-License-Identifier: MPL-2.0
# foreign.py: what does not belong into a submission: scripts in any language, events, links, objects, pictures, streams
# that nobody needs. Each is told, none is followed or run. MARK is a file that a script would leave.
import re
import struct
import zlib

from cases import DOUBT, SOUND, WRONG, case, number, steps

LISTEN = "http://127.0.0.1:18080/"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CT = "application/vnd.openxmlformats-officedocument."


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
       + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))
NOTHING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
EVENT = ('<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="%s" '
         'xlink:type="simple" xlink:href="vnd.sun.star.script:%s"/></office:event-listeners></office:scripts>')


def event(name, script):
    return lambda p: p.once("content.xml", "<office:scripts/>", EVENT % (name, script))


def basic(p):
    p.add("Basic/script-lc.xml", '<?xml version="1.0"?><library:libraries xmlns:library="http://openoffice.org/2000/library" '
          'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>')
    p.add("Basic/Standard/script-lb.xml", '<?xml version="1.0"?><library:library xmlns:library="http://openoffice.org/2000/library" '
          'library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Auto"/></library:library>')
    p.add("Basic/Standard/Auto.xml", '<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Auto" '
          'script:language="StarBasic">Sub Opened\nOpen "MARK" For Output As #1\nClose #1\nEnd Sub</script:module>')


def frame(inner, attributes=""):
    return ('<table:shapes><draw:frame draw:z-index="0" svg:width="1in" svg:height="1in" svg:x="6in" svg:y="1in"%s>%s</draw:frame></table:shapes>'
            % (attributes, inner))


def shape(inner):
    return lambda p: p.inside("様式1", frame(inner))


def xlink(element, address, more=""):
    return '<%s xlink:href="%s" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"%s/>' % (element, address, more)


# ------------------------------------------------------------------------------------ scripts
case("foreign/Basic.ods", "a module of Basic", DOUBT, basic, "macro")
case("foreign/Basicの自動.ods", "a macro of Basic that runs when the file is opened", DOUBT, steps(
    basic, event("dom:load", "Standard.Auto.Opened?language=Basic&amp;location=document")), "macro")
case("foreign/Python.ods", "a macro in Python", DOUBT,
     lambda p: p.add("Scripts/python/auto.py", 'def opened(*a):\n    open("MARK", "w")\n', ""))
case("foreign/Pythonの自動.ods", "a macro in Python that runs when the file is opened", DOUBT, steps(
    lambda p: p.add("Scripts/python/auto.py", 'def opened(*a):\n    open("MARK", "w")\n', ""),
    event("dom:load", "auto.py$opened?language=Python&amp;location=document")))
case("foreign/利用者のPython.ods", "an event that calls a macro of the user's office, not of the file", DOUBT,
     event("dom:load", "pythonSamples|TableSample.py$createTable?language=Python&amp;location=share"))
case("foreign/BeanShell.ods", "a macro in BeanShell", DOUBT, lambda p: p.add("Scripts/beanshell/L/auto.bsh", "new java.io.FileWriter(\"MARK\");", ""))
case("foreign/JavaScript.ods", "a macro in JavaScript", DOUBT, lambda p: p.add("Scripts/javascript/L/auto.js", "x", ""))
case("foreign/Java.ods", "a macro in Java", DOUBT, lambda p: p.add("Scripts/java/L/auto.jar", b"PK\5\6" + bytes(18), ""))
case("foreign/ダイアログ.ods", "a dialog", DOUBT, lambda p: p.add("Dialogs/dialog-lc.xml", '<?xml version="1.0"?><library:libraries '
     'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"/>'))
case("foreign/印刷時.ods", "an event bound to printing", DOUBT, event("office:print", "Standard.Auto.Opened?language=Basic&amp;location=application"))
case("foreign/シートの事象.ods", "an event of a sheet", DOUBT, lambda p: p.inside(
    "様式1", '<office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:select" xlink:type="simple" '
    'xlink:href="vnd.sun.star.script:Standard.Auto.Opened?language=Basic&amp;location=application"/></office:event-listeners>'))
case("foreign/図形の事象.ods", "a macro bound to a shape", DOUBT, lambda p: p.inside(
    "様式1", '<table:shapes><draw:rect svg:width="1in" svg:height="1in" svg:x="6in" svg:y="1in"><office:event-listeners><script:event-listener '
    'script:language="ooo:script" script:event-name="dom:click" xlink:type="simple" xlink:href="vnd.sun.star.script:Standard.Auto.Opened?'
    'language=Basic&amp;location=application"/></office:event-listeners></draw:rect></table:shapes>'))
case("foreign/釦.ods", "a button of a form that sends", DOUBT, lambda p: p.inside(
    "様式1", '<office:forms><form:form form:name="F" xlink:href="%s" form:method="post"><form:button xml:id="c1" form:id="c1" form:label="送信" '
    'form:button-type="submit"/></form:form></office:forms>' % LISTEN))
case("foreign/ツールバー.ods", "a toolbar of one's own", DOUBT, lambda p: p.add(
    "Configurations2/toolbar/custom.xml", '<toolbar:toolbar xmlns:toolbar="http://openoffice.org/2001/toolbar"/>'))
case("foreign/鍵の割当.ods", "keys bound to macros", DOUBT, lambda p: p.add(
    "Configurations2/accelerator/current.xml", '<accel:acceleratorlist xmlns:accel="http://openoffice.org/2001/accel"/>'))
case("foreign/VBA.xlsx", "a project of VBA in an .xlsx", DOUBT, lambda p: p.add(
    "xl/vbaProject.bin", NOTHING, "application/vnd.ms-office.vbaProject", "http://schemas.microsoft.com/office/2006/relationships/vbaProject"), "macro")
case("foreign/マクロシート.xlsx", "a sheet of Excel 4 macros", DOUBT, lambda p: p.add(
    "xl/macrosheets/sheet1.xml", '<?xml version="1.0"?><xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" '
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></xm:macrosheet>',
    "application/vnd.ms-excel.macrosheet+xml", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"))
case("foreign/マクロ有効.xlsx", "content types of a workbook with macros", DOUBT, lambda p: p.once(
    "[Content_Types].xml", CT + "spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
case("foreign/customUI.xlsx", "a ribbon of one's own", DOUBT, lambda p: p.add(
    "customUI/customUI.xml", '<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="Go"/>', "application/xml"))
case("foreign/ActiveX.xlsx", "a control of ActiveX", DOUBT, lambda p: p.add(
    "xl/activeX/activeX1.xml", '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{0}"/>',
    "application/vnd.ms-office.activeX+xml"))

# ------------------------------------------------------------------------------------ links
case("foreign/画像リンク.ods", "a picture that is fetched from elsewhere", DOUBT, shape(xlink("draw:image", LISTEN + "a.png")))
case("foreign/画像ファイル.ods", "a picture that is a local file", DOUBT, shape(xlink("draw:image", "file:///etc/hostname")))
case("foreign/OLEリンク.ods", "an object that is fetched from elsewhere", DOUBT, shape(xlink("draw:object", LISTEN + "b.ods")))
case("foreign/プラグイン.ods", "a plug-in", DOUBT, shape(xlink("draw:plugin", LISTEN + "c.swf", ' draw:mime-type="application/x-shockwave-flash"')))
case("foreign/浮動枠.ods", "a frame that shows a page of the net", DOUBT, shape(xlink("draw:floating-frame", LISTEN + "d.html")))
case("foreign/アプレット.ods", "an applet", DOUBT, shape(xlink("draw:applet", LISTEN, ' draw:code="A.class"')))
case("foreign/図形のリンク.ods", "a shape with a link", DOUBT, lambda p: p.inside(
    "様式1", '<table:shapes><draw:a xlink:href="%s" xlink:type="simple"><draw:rect svg:width="1in" svg:height="1in" svg:x="6in" svg:y="1in"/></draw:a>'
    '</table:shapes>' % LISTEN))
case("foreign/地の画像リンク.ods", "the ground of a cell is a picture of the net", DOUBT, lambda p: p.style(
    *p.at("計画_期末_初年度"), '<style:table-cell-properties><style:background-image xlink:href="%sg.png" xlink:type="simple" xlink:actuate="onLoad"/>'
    '</style:table-cell-properties>' % LISTEN))
case("foreign/用紙の画像リンク.ods", "the ground of a page is a picture of the net", DOUBT, lambda p: p.edit(
    "styles.xml", lambda t: re.sub(r"(<style:page-layout-properties [^>]*?)/>", r'\1><style:background-image xlink:href="%sp.png" xlink:type="simple" '
                                   r'xlink:actuate="onLoad"/></style:page-layout-properties>' % LISTEN, t, count=1)
    if re.search(r"<style:page-layout-properties [^>]*?/>", t) else re.sub(
        "</style:page-layout-properties>", '<style:background-image xlink:href="%sp.png" xlink:type="simple" xlink:actuate="onLoad"/>'
        "</style:page-layout-properties>" % LISTEN, t, count=1)))
case("foreign/外部シート.ods", "a sheet that is linked to another file", DOUBT, lambda p: p.add_sheet(
    "外", [[1]], attributes=">" + '<table:table-source xlink:href="%se.ods" xlink:type="simple" table:table-name="S"/><table:table-column/' % LISTEN))
case("foreign/領域リンク.ods", "an area that is linked to another file", DOUBT, lambda p: p.put(
    "様式1", "B12", lambda c: c.replace("<text:p>", '<table:cell-range-source table:name="S" table:last-column-spanned="1" table:last-row-spanned="1" '
                                       'xlink:type="simple" xlink:href="%sf.ods"/><text:p>' % LISTEN, 1)))
case("foreign/DDEリンク.ods", "a link of DDE", DOUBT, lambda p: p.once(
    "content.xml", "</office:spreadsheet>", '<table:dde-links><table:dde-link><office:dde-source office:dde-application="soffice" '
    'office:dde-topic="/etc/hostname" office:dde-item="a"/><table:table><table:table-column/><table:table-row><table:table-cell/></table:table-row>'
    '</table:table></table:dde-link></table:dde-links></office:spreadsheet>'))
case("foreign/問合せ.ods", "a range of a database", DOUBT, lambda p: p.once(
    "content.xml", "</office:spreadsheet>", '<table:database-ranges><table:database-range table:name="Q" table:target-range-address="様式2.A40:様式2.B41">'
    '<table:database-source-sql table:database-name="Bibliography" table:sql-statement="select * from biblio"/></table:database-range>'
    '</table:database-ranges></office:spreadsheet>'))
case("foreign/外部参照の式.ods", "a formula of the form that reads another file now", WRONG, lambda p: p.formula(
    *p.at("計画_期末_初年度"), "of:='file:///etc/hostname'#$Sheet1.A1"))
case("foreign/WEBSERVICE.ods", "WEBSERVICE in a free cell", DOUBT, lambda p: p.put(
    "様式1", "H2", lambda c: '<table:table-cell table:formula="of:=WEBSERVICE(&quot;%sw&quot;)" office:value-type="string"><text:p/></table:table-cell>' % LISTEN))
case("foreign/履歴書.ods", "a template that is fetched", DOUBT, lambda p: p.once(
    "meta.xml", "</office:meta>", '<meta:template xlink:type="simple" xlink:actuate="onRequest" xlink:href="%st.ots"/></office:meta>' % LISTEN))
case("foreign/自動再読込.ods", "a file that reloads itself from elsewhere", DOUBT, lambda p: p.once(
    "meta.xml", "</office:meta>", '<meta:auto-reload xlink:type="simple" xlink:show="replace" xlink:actuate="onLoad" meta:delay="PT1S" xlink:href="%sr.ods"/>'
    '</office:meta>' % LISTEN))
case("foreign/書体リンク.ods", "a font that is fetched", DOUBT, lambda p: p.once(
    "content.xml", "<office:font-face-decls>", '<office:font-face-decls><style:font-face style:name="Net" svg:font-family="Net"><svg:font-face-src>'
    '<svg:font-face-uri xlink:href="%sn.ttf" xlink:type="simple"/></svg:font-face-src></style:font-face>' % LISTEN))
case("foreign/画像リンク.xlsx", "a picture that is fetched from elsewhere, in .xlsx", DOUBT, lambda p: drawing(
    p, '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="P"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:link="hostileL"/></xdr:blipFill><xdr:spPr/></xdr:pic>',
    '<Relationship Id="hostileL" Type="%simage" Target="%sx.png" TargetMode="External"/>' % (REL, LISTEN)))
case("foreign/外部ブック.xlsx", "an external workbook", DOUBT, lambda p: p.add(
    "xl/externalLinks/externalLink1.xml", '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    CT + "spreadsheetml.externalLink+xml", REL + "externalLink"))
case("foreign/接続.xlsx", "a connection to a database", DOUBT, lambda p: p.add(
    "xl/connections.xml", '<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><connection id="1" name="c" type="4" '
    'refreshedVersion="4" refreshOnLoad="1"><webPr url="%sq"/></connection></connections>' % LISTEN, CT + "spreadsheetml.connections+xml", REL + "connections"))
case("foreign/雛形リンク.xlsx", "a template that is fetched, in .xlsx", DOUBT, lambda p: p.once(
    "_rels/.rels", "</Relationships>", '<Relationship Id="hostileT" Type="%sattachedTemplate" Target="%st.xltx" TargetMode="External"/></Relationships>' % (REL, LISTEN)))


def drawing(p, anchored, relations=""):
    """A drawing on 様式1."""
    part = p.part("様式1")
    link = p.add("xl/drawings/drawing9.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr='
                 '"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
                 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:absoluteAnchor><xdr:pos x="100" y="100"/>'
                 '<xdr:ext cx="900000" cy="900000"/>%s<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>' % anchored,
                 CT + "drawing+xml", REL + "drawing", of=part)
    if relations:
        p.set("xl/drawings/_rels/drawing9.xml.rels", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns='
              '"http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % relations)
    p.edit(part, lambda t: re.sub("(</headerFooter>(?:<rowBreaks.*?</rowBreaks>)?)", r'\1<drawing r:id="%s"/>' % link, t, count=1))


# ---------------------------------------------------------------------------------- objects, streams
case("foreign/埋込みOLE.ods", "an embedded object", DOUBT, lambda p: (p.add("Object 9", NOTHING, "application/vnd.sun.star.oleobject"),
     shape(xlink("draw:object-ole", "./Object 9"))(p)))
case("foreign/埋込み文書.ods", "an embedded spreadsheet", DOUBT, lambda p: (
    p.add("Object 8/content.xml", '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
    shape(xlink("draw:object", "./Object 8"))(p)))
case("foreign/画像.ods", "an embedded picture", DOUBT, lambda p: (p.add("Pictures/a.png", PNG, "image/png"),
     shape(xlink("draw:image", "Pictures/a.png"))(p)))
case("foreign/画像.xlsx", "an embedded picture in .xlsx", DOUBT, lambda p: (
    p.add("xl/media/image9.png", PNG), p.once("[Content_Types].xml", "</Types>", '<Override PartName="/xl/media/image9.png" ContentType="image/png"/></Types>'),
    drawing(p, '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="P"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="hostileI"/></xdr:blipFill><xdr:spPr/></xdr:pic>',
            '<Relationship Id="hostileI" Type="%simage" Target="/xl/media/image9.png"/>' % REL)))
case("foreign/図形.xlsx", "a shape over a number, in .xlsx", DOUBT, lambda p: drawing(
    p, '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="S"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr>'
    '<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>350,000</a:t></a:r></a:p></xdr:txBody></xdr:sp>'))
case("foreign/埋込み.xlsx", "an embedded file in .xlsx", DOUBT, lambda p: p.add(
    "xl/embeddings/oleObject1.bin", NOTHING, CT + "oleObject", REL + "oleObject", of=p.part("様式1")))
case("foreign/独自XML.xlsx", "data of other programs (customXml)", DOUBT, lambda p: p.add("customXml/item1.xml", "<a/>", "application/xml", REL + "customXml"))
case("foreign/予算の図.ods", "another picture in place of a chart of the form", DOUBT, lambda p: p.edit(
    "Object 1/content.xml", lambda t: t.replace("</chart:chart>", '<chart:title svg:x="0in" svg:y="0in"><text:p>承認済</text:p></chart:title></chart:chart>', 1)),
     of="予算書一式")
case("foreign/余分な流れ.ods", "a stream that nobody needs", DOUBT, lambda p: p.add("private/data.bin", b"x" * 5000, "application/octet-stream"))
case("foreign/目録にない.ods", "an entry that the manifest does not list", DOUBT, lambda p: p.set("hidden/data.bin", b"x" * 100))
case("foreign/実行形式.xlsx", "a program as an entry of the package", DOUBT, lambda p: p.set("xl/a.exe", b"MZ" + bytes(200)))
case("foreign/注釈.xlsx", "a comment in .xlsx", DOUBT, lambda p: p.add(
    "xl/comments9.xml", '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>a</author></authors><commentList>'
    '<comment ref="E24" authorId="0"><text><t>350,000</t></text></comment></commentList></comments>', CT + "spreadsheetml.comments+xml",
    REL + "comments", of=p.part("様式1")))
case("foreign/ピボット.ods", "a pivot table", DOUBT, lambda p: p.once(
    "content.xml", "</office:spreadsheet>", '<table:data-pilot-tables><table:data-pilot-table table:name="P" table:target-range-address="様式2.A40:様式2.B45">'
    '<table:source-cell-range table:cell-range-address="様式1.B6:様式1.C10"/></table:data-pilot-table></table:data-pilot-tables></office:spreadsheet>'))
case("foreign/縮図.ods", "another thumbnail, which a folder's window shows", SOUND, lambda p: p.set("Thumbnails/thumbnail.png", PNG))
case("foreign/縮図に書物.ods", "a program as the thumbnail", DOUBT, lambda p: p.set("Thumbnails/thumbnail.png", b"MZ" + bytes(500)))
case("foreign/両方.ods", "a false total, and a picture that talks of something else", WRONG, steps(
    shape(xlink("draw:image", LISTEN + "z.png")), number("計画_期末_初年度", "350000", "350,000")))
