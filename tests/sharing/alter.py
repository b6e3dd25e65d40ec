# SPDX-License-Identifier: MPL-2.0
# alter.py COPY FOLDER MARK: makes a folder of submissions for the intake's test: the copy itself, one copy
# for each kind of alteration, and files that are damaged, hostile or no submission. The change is
# made in the file's XML, as somebody with a text editor would. The macros of one leave the files
# MARK.event and MARK.cell where they run.
import os
import re
import sys
import zipfile


def rewrite(source, target, change, add=None):
    """Copies a package with content.xml changed; the change must change something."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename == "META-INF/manifest.xml":
                entries = "".join('<manifest:file-entry manifest:full-path="%s" manifest:media-type='
                                  '"text/xml"/>' % name for name in add or {})
                data = data.replace(b"</manifest:manifest>", entries.encode() + b"</manifest:manifest>")
            if item.filename == "content.xml":
                text = data.decode()
                changed = change(text)
                assert changed != text, "nothing changed for " + target
                data = changed.encode()
            new.writestr(item, data)
        for name, data in (add or {}).items():
            new.writestr(name, data)


def once(pattern, replacement):
    def change(text):
        result, count = re.subn(pattern, replacement, text, count=1, flags=re.S)
        assert count == 1, "not found: " + pattern
        return result
    return change


def basis(pattern, replacement):
    """The same, but behind the beginning of the sheet 計算根拠."""
    def change(text):
        at = text.index('<table:table table:name="計算根拠"')
        return text[:at] + once(pattern, replacement)(text[at:])
    return change


ROW = r'<table:table-row [^>]*>(?:(?!</table:table-row>).)*?'


# A macro that runs when the document is shown, and one that a cell calls, shown or not.
MACRO = """Sub Opened
Open "MARK.event" For Output As #1
Close #1
End Sub
Function Computed
Open "MARK.cell" For Output As #1
Close #1
Computed = 0
End Function"""


def trap(text):
    text = once("<office:scripts/>", (
        '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
        'script:event-name="dom:load" xlink:type="simple" xlink:href='
        '"vnd.sun.star.script:Standard.Auto.Opened?language=Basic&amp;location=document"/>'
        '</office:event-listeners></office:scripts>'))(text)
    return once(r'of:=\[\.B3\]\*10\+0\.1', 'of:=[.B3]*10+0.1+COMPUTED()')(text)


def main(copy, folder, mark):
    ods = {
        # an input that a formula of ours reads
        "値の書換え(入力).ods": once(r'office:value="1033025"', 'office:value="1033026"'),
        # the value that took a formula's place
        "値の書換え(結果).ods": once(r'office:value="36.50265017667844[0-9]*"', 'office:value="36.4"'),
        # a cell that none of ours reads
        "値の書換え(無関係).ods": once(r'office:value="1200"', 'office:value="1201"'),
        "数式の書換え(ふつうの式).ods": once(r'of:=\[\.B3\]\*10\+0\.1', 'of:=[.B3]*10+0.2'),
        "数式の書換え(計算根拠).ods": basis(r'KENPO_BASIC_RATE\(93\.7;B3\)', 'KENPO_BASIC_RATE(93.8;B3)'),
        "知らない種別(計算根拠).ods": basis(r'(<text:p>)セル(</text:p>(?:(?!</table:table-row>).)*?<text:p>B4</text:p>)',
                                  r'\1せる\2'),
        "結果の書換え(計算根拠).ods": basis(r'office:value="11600001"', 'office:value="11600002"'),
        "見出しの書換え.ods": once(r'<text:p>特定保険料率</text:p>', '<text:p>一般保険料率</text:p>'),
        "行の削除.ods": basis('(' + ROW + r'<text:p>KENPO_GRANT.*?</table:table-row>)', ''),
        "行の削除(最後).ods": basis(ROW + r'<text:p>合計</text:p>.*?</table:table-row>', ''),
        "計算根拠なし.ods": lambda text: text.replace('table:name="計算根拠"', 'table:name="ほか"'),
        "シートの追加.ods": once(r'<table:table table:name="入力"',
                             '<table:table table:name="増"><table:table-column/><table:table-row>'
                             '<table:table-cell/></table:table-row></table:table>'
                             '<table:table table:name="入力"'),
        "外部リンク.ods": once(r'of:=\[\.B3\]\*10\+0\.1',
                            "of:='file:///etc/hostname'#$$Sheet1.A1"),
        "数式が外へ.ods": basis(r'=KENPO_BASIC_RATE\(93\.7;B3\)',
                            '=KENPO_YEAR(2024)+LEN(WEBSERVICE(&quot;file:///etc/hostname&quot;))'),
    }
    os.makedirs(folder, exist_ok=True)
    for name, change in ods.items():
        rewrite(copy, os.path.join(folder, name), change)
    rewrite(copy, os.path.join(folder, "マクロ.ods"), trap, {
        "Basic/script-lc.xml":
            '<?xml version="1.0"?><library:libraries xmlns:library="http://openoffice.org/2000/library" '
            'xmlns:xlink="http://www.w3.org/1999/xlink">'
            '<library:library library:name="Standard" library:link="false"/></library:libraries>',
        "Basic/Standard/script-lb.xml":
            '<?xml version="1.0"?><library:library xmlns:library="http://openoffice.org/2000/library" '
            'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
            '<library:element library:name="Auto"/></library:library>',
        "Basic/Standard/Auto.xml":
            '<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script" '
            'script:name="Auto" script:language="StarBasic">'
            + MACRO.replace("MARK", mark) + '</script:module>'})
    with open(copy, "rb") as file:
        whole = file.read()

    def put(name, data):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    put("正しい写し.ods", whole)
    put("=SUM(1,1).ods", whole)
    put("途中で切れた.ods", whole[: len(whole) // 2])
    put("壊れた中身.ods", whole[:3000] + bytes(4000) + whole[7000:])
    put("空.ods", b"")
    put("文書でない.ods", "健康保険組合\n".encode() * 100)
    put("画像.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(1000))
    put("暗号化された.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
    put("覚え書き.txt", b"memo")
    # zip bombs: one whose directory tells, and one whose directory lies
    bomb = os.path.join(folder, "圧縮爆弾.ods")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with file.open("content.xml", "w", force_zip64=False) as stream:
            for _ in range(600):
                stream.write(bytes(1 << 20))
    with open(bomb, "rb") as file:
        data = bytearray(file.read())
    for signature, offset in ((b"PK\x01\x02", 24),):
        at = data.index(signature, data.index(signature) + 4)
        data[at + offset:at + offset + 4] = (1000).to_bytes(4, "little")
    put("うその大きさ.ods", bytes(data))


if __name__ == "__main__":
    main(*sys.argv[1:])
