# SPDX-License-Identifier: MPL-2.0
# damaged.py: files that are broken, huge, or something else than their name says. Each costs a row, none more than its
# limits, and no byte is written outside.
import io
import random
import re
import struct
import zipfile
import zlib

from cases import BUDGET, DOUBT, ROW, SOUND, WRONG, case

UNPACKED = "too-large|unopened|damaged-table|slow|died"


def written(package):
    """The bytes of the package as a file."""
    data = io.BytesIO()
    package.write(data)
    return data.getvalue()


def content(change):
    return lambda p: p.edit("content.xml", change)


def cut(part, of):
    return lambda p: (lambda data: data[:len(data) * part // of])(written(p))


def patched(signature, offset, value, size=4, which=0):
    """Bytes of a record of the zip file, the `which`-th of its kind, changed."""
    def make(p):
        data = bytearray(written(p))
        at = -1
        for _ in range(which + 1):
            at = data.index(signature, at + 1)
        data[at + offset:at + offset + size] = value.to_bytes(size, "little")
        return bytes(data)
    return make


def noise(seed):
    def make(p):
        chance, data = random.Random(seed), bytearray(written(p))
        for _ in range(12):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(data)
    return make


def encrypted(p):
    p.once("META-INF/manifest.xml", 'manifest:full-path="content.xml" manifest:media-type="text/xml"/>',
           'manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="1000"><manifest:encryption-data manifest:checksum-type="'
           'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="AAAA"><manifest:algorithm manifest:algorithm-name='
           '"http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="AAAAAAAAAAAAAAAAAAAAAA=="/><manifest:key-derivation '
           'manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="100000" manifest:salt="AAAAAAAAAAAAAAAAAAAAAA=="/>'
           '<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/>'
           '</manifest:encryption-data></manifest:file-entry>')
    p.set("content.xml", bytes(random.Random(1).randrange(256) for _ in range(4096)))


def bomb(ending):
    def make(p):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("mimetype", p.parts.get("mimetype", b""))
            with file.open("content.xml" if ending == ".ods" else "xl/workbook.xml", "w") as stream:
                for _ in range(600):
                    stream.write(bytes(1 << 20))
        return data.getvalue()
    return make


def lying_bomb(p):
    """600 MB that its directory says are 1,000 bytes."""
    data = bytearray(bomb(".ods")(p))
    at = data.index(b"PK\1\2", data.index(b"PK\1\2") + 4)
    data[at + 24:at + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def overlapping(p):
    """2,000 entries of the directory that share the same compressed bytes of 10 MB."""
    packed = zlib.compress(bytes(10 << 20), 9)[2:-4]
    crc = zlib.crc32(bytes(10 << 20))
    head = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), 10 << 20, 5, 0) + b"a.xml" + packed
    body = b"".join(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), 10, 9, 0, 0, 0, 0, 0, 0)
                    + b"a%04d.xml" % i for i in range(2000))
    return head + body + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 2000, 2000, len(body), len(head), 0)


def many(count):
    def make(p):
        for i in range(count):
            p.set("x/%d" % i, b"")
    return make


def slip(name):
    return lambda p: p.set(name, b"slipped")


def twice(p):
    """content.xml twice; whoever takes the last one sees other numbers."""
    data = io.BytesIO(written(p))
    false = p.text("content.xml").replace('office:value="202753"', 'office:value="350000"').encode()
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("content.xml", false, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def entity(declaration, use="&e;"):
    return content(lambda t: t.replace("?>", "?>\n<!DOCTYPE office:document-content [%s]>" % declaration, 1)
                   .replace("<text:p>様式再現(原本は通知別添)</text:p>", "<text:p>%s</text:p>" % use, 1))


LAUGHS = '<!ENTITY a "ha">' + "".join('<!ENTITY %s "%s">' % (chr(98 + i), ("&%s;" % chr(97 + i)) * 10) for i in range(9))

for part in (1, 3, 5, 7, 9):
    case("damaged/途中%d.ods" % part, "cut off after %d tenths" % part, WRONG, cut(part, 10), "unopened")
case("damaged/途中.xlsx", "an .xlsx cut off in its middle", WRONG, cut(1, 2), "unopened")
case("damaged/空.ods", "no bytes", WRONG, lambda p: b"", "empty")
case("damaged/文字.ods", "a text", WRONG, lambda p: "健康保険組合\n".encode() * 100, "no-submission")
case("damaged/画像.xlsx", "a picture", WRONG, lambda p: b"\x89PNG\r\n\x1a\n" + bytes(1000), "no-submission")
case("damaged/旧形式.xls", "a file of before 2007", WRONG, lambda p: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "old-format")
case("damaged/旧形式.ods", "a file of before 2007 as .ods", WRONG, lambda p: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "old-format")
case("damaged/暗号化.xlsx", "an .xlsx with a password", WRONG, lambda p: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8192), "old-format")
case("damaged/暗号化.ods", "an .ods with a password", WRONG, encrypted, "encrypted")
case("damaged/平文.ods", "flat XML as .ods", WRONG, lambda p: p.parts["content.xml"], "no-submission|flat-xml")
case("damaged/平文.fods", "flat XML", WRONG, lambda p: p.parts["content.xml"], "no-submission|flat-xml")
case("damaged/CSV.xlsx", "a list of values as .xlsx", WRONG, lambda p: "組合,金額\n".encode() * 10, "no-submission")
case("damaged/名ばかり.ods", "an .xlsx by the name of .ods", WRONG, lambda p: written(p).replace(b"mimetype", b"mimetypo"), "unopened|no-submission|other|form-none")
case("damaged/末尾なし.pdf", "a PDF", "情報", lambda p: b"%PDF-1.4\n", "pdf")
case("damaged/文書.docx", "a zip file that is no workbook", WRONG, lambda p: written(p), "no-submission")
case("damaged/名前なし", "no ending", WRONG, lambda p: written(p), "no-submission")
case("damaged/大文字.ODS", "an ending in capitals", SOUND, lambda p: None)
case("damaged/覚え書き.txt", "a note", WRONG, lambda p: b"memo", "no-submission")
case("damaged/前にごみ.ods", "bytes before the zip file", ROW, lambda p: b"#!/bin/sh\n" + written(p))
case("damaged/後にごみ.ods", "bytes behind the zip file", ROW, lambda p: written(p) + b"x" * 2000)
case("damaged/二つの終り.ods", "two ends of the zip file", ROW, lambda p: written(p) + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0))
case("damaged/圧縮爆弾.ods", "600 MB of zeros", WRONG, bomb(".ods"), "too-large")
case("damaged/圧縮爆弾.xlsx", "600 MB of zeros in .xlsx", WRONG, bomb(".xlsx"), "too-large")
case("damaged/うその大きさ.ods", "600 MB that the directory says are 1,000 bytes", WRONG, lying_bomb)
case("damaged/重なり.ods", "2,000 entries that share their bytes", WRONG, overlapping)
case("damaged/多数.ods", "30,000 entries", WRONG, many(30000), "too-large")
case("damaged/登る名前.ods", "an entry ../../../../../../tmp/kenpo-slipped", DOUBT, slip("../../../../../../tmp/kenpo-slipped"))
case("damaged/絶対の名前.ods", "an entry /tmp/kenpo-slipped", DOUBT, slip("/tmp/kenpo-slipped"))
case("damaged/逆斜線.ods", "an entry ..\\..\\kenpo-slipped", DOUBT, slip("..\\..\\kenpo-slipped"))
case("damaged/二つの中身.ods", "content.xml twice, the second with a false total", WRONG, twice)
case("damaged/大きさの偽り.ods", "a size in the directory that is wrong", WRONG, patched(b"PK\1\2", 24, 10, which=2))
case("damaged/検査値.ods", "a wrong CRC of content.xml", WRONG, lambda p: (lambda d: patched(
    b"PK\1\2", 16, 0x12345678, which=p.names.index("content.xml"))(p) if d else d)(True))
case("damaged/実体爆弾.ods", "entities that unfold to 10^9", WRONG, entity(LAUGHS, "&j;"))
case("damaged/外部実体.ods", "an external entity: a local file", WRONG, entity('<!ENTITY e SYSTEM "file:///etc/hostname">'))
case("damaged/外部実体網.ods", "an external entity: the net", WRONG, entity('<!ENTITY e SYSTEM "http://127.0.0.1:18080/xxe">'))
case("damaged/外部DTD.ods", "an external DTD", WRONG, content(lambda t: t.replace(
    "?>", '?>\n<!DOCTYPE office:document-content SYSTEM "http://127.0.0.1:18080/dtd">', 1)))
case("damaged/実体の偽り.ods", "an entity that holds a number", WRONG, entity('<!ENTITY e "様式再現(原本は通知別添)">'))
case("damaged/実体.xlsx", "an entity in .xlsx", WRONG, lambda p: p.edit("xl/workbook.xml", lambda t: t.replace("?>", '?>\n<!DOCTYPE workbook [<!ENTITY e "x">]>', 1)))
case("damaged/XMLでない.ods", "content.xml is no XML", WRONG, content(lambda t: t[:-20]))
case("damaged/余分な終り.ods", "content.xml with something behind its end", WRONG, content(lambda t: t + "<x/>"))
case("damaged/制御文字.ods", "a character that XML forbids", WRONG, content(lambda t: t.replace("様式再現", "様式\x01再現", 1)))
case("damaged/UTF8でない.ods", "bytes that are no UTF-8", WRONG, lambda p: p.set("content.xml", p.parts["content.xml"].replace("様式再現".encode(), b"\xff\xfe\xfd")))
case("damaged/深い入れ子.ods", "200,000 spans in each other", WRONG, content(lambda t: t.replace(
    "<text:p>様式再現(原本は通知別添)</text:p>", "<text:p>" + "<text:span>" * 200000 + "x" + "</text:span>" * 200000 + "</text:p>", 1)))
case("damaged/長い文字.ods", "a text of 100 MB", WRONG, content(lambda t: t.replace("様式再現", "あ" * 33_000_000, 1)))
case("damaged/多いシート.ods", "3,000 sheets", WRONG, lambda p: content(lambda t: t.replace(
    "</office:spreadsheet>", "".join('<table:table table:name="s%d"><table:table-row><table:table-cell/></table:table-row></table:table>' % i
                                     for i in range(3000)) + "</office:spreadsheet>"))(p))
case("damaged/多い行.ods", "1,048,000 rows of one cell", WRONG, lambda p: p.at_end(
    "様式2", '<table:table-row table:number-rows-repeated="1048000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'))
case("damaged/多いセル.ods", "a billion cells", WRONG, lambda p: p.at_end(
    "様式2", '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" '
    'table:number-columns-repeated="1000"/></table:table-row>'))
case("damaged/多い式.ods", "16 million formulas by repetition", WRONG, lambda p: p.at_end(
    "様式2", '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:formula="of:=RAND()" office:value-type="float" office:value="1" '
    'table:number-columns-repeated="16"/></table:table-row>'))
case("damaged/多い書式.ods", "100,000 styles", ROW, lambda p: p.automatic("".join(
    '<style:style style:name="z%d" style:family="table-cell" style:parent-style-name="Default"/>' % i for i in range(100000))))
case("damaged/多い名前.ods", "100,000 names", WRONG, lambda p: p.once("content.xml", "</table:named-expressions></office:spreadsheet>", "".join(
    '<table:named-range table:name="n%d" table:base-cell-address="$様式1.$A$1" table:cell-range-address="$様式1.$A$1"/>' % i for i in range(100000))
    + "</table:named-expressions></office:spreadsheet>"))
case("damaged/空白.ods", "240 MB of blanks between elements", WRONG, content(lambda t: t.replace("<office:body>", " " * (240 << 20) + "<office:body>", 1)))
case("damaged/継承の輪.ods", "styles that inherit from each other in a circle", ROW, lambda p: p.automatic(
    '<style:style style:name="r1" style:family="table-cell" style:parent-style-name="r2"/><style:style style:name="r2" style:family="table-cell" '
    'style:parent-style-name="r1"/>'))
case("damaged/式の輪.ods", "a formula about itself", WRONG, lambda p: p.formula(*p.at("計画_期末_初年度"), "of:=計画_期末_初年度+1"))
case("damaged/長い式.ods", "a formula of 60,000 characters", WRONG, lambda p: p.formula(*p.at("計画_期末_初年度"), "of:=" + "+".join(["1"] * 30000)))
case("damaged/深い式.ods", "a formula of 8,000 brackets", WRONG, lambda p: p.formula(*p.at("計画_期末_初年度"), "of:=" + "(" * 8000 + "1" + ")" * 8000))
for seed in range(8):
    case("damaged/雑音%d.ods" % seed, "12 bits of the file turned over", WRONG, noise(seed))
for seed in range(4):
    case("damaged/雑音%d.xlsx" % seed, "12 bits of the file turned over, .xlsx", WRONG, noise(seed))


def random_edit(seed):
    """A number of the content, anywhere but in 計算根拠, changed by a text editor."""
    def make(p):
        chance, text = random.Random(seed), p.text("content.xml")
        end = text.index('<table:table table:name="計算根拠"')
        one = chance.choice([m for m in re.finditer(r'office:value="([1-9][0-9]*)"', text) if m.start() < end])
        p.set("content.xml", text[:one.start(1)] + str(int(one[1]) + 1) + text[one.end(1):])
    return make


for seed in range(10):
    case("damaged/任意の編集%d.ods" % seed, "a number of a budget changed, taken at random", WRONG, random_edit(seed), of=BUDGET)
