#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Workbooks by hand for tests/calc/stored.c: sound ones with everything that an .ods can say of a cell,
and such as no program makes. Writes them into a folder, with list.tsv: how the reader ends, and the
path.
usage: tests/calc/stored.py FOLDER"""
import os
import sys
import zipfile

SPACES = {
    'office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
    'table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
    'text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
    'style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
    'number': 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
    'draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
    'svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
    'xlink': 'http://www.w3.org/1999/xlink',
    'of': 'urn:oasis:names:tc:opendocument:xmlns:of:1.2',
    'calcext': 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
}
STYLES = ('<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/>'
          '</style:style><number:date-style style:name="N1"><number:year number:style="long"/><number:text>-'
          '</number:text><number:month number:style="long"/><number:text>-</number:text>'
          '<number:day number:style="long"/></number:date-style><number:percentage-style style:name="N2">'
          '<number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text>'
          '</number:percentage-style><number:boolean-style style:name="N3"><number:boolean/></number:boolean-style>'
          '<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>'
          '<style:style style:name="percent" style:family="table-cell" style:data-style-name="N2"/>'
          '<style:style style:name="truth" style:family="table-cell" style:data-style-name="N3"/>')


def content(body, spaces=None, styles=STYLES):
    names = ' '.join(f'xmlns:{k}="{v}"' for k, v in (spaces or SPACES).items())
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {names} office:version="1.3">'
            f'<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{body}'
            '</office:spreadsheet></office:body></office:document-content>')


def table(rows, name='表', more=''):
    return f'<table:table table:name="{name}"{more}>{rows}</table:table>'


def row(cells, more=''):
    return f'<table:table-row{more}>{cells}</table:table-row>'


def number(value, shown=None, more=''):
    shown = value if shown is None else shown
    return (f'<table:table-cell office:value-type="float" office:value="{value}"{more}><text:p>{shown}</text:p>'
            '</table:table-cell>')


def text(inner, more=''):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{inner}</text:p></table:table-cell>'


MANIFEST = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '</manifest:manifest>')
TYPE = 'application/vnd.oasis.opendocument.spreadsheet'


def sound():
    """Workbooks that Calc opens: what is read must be what it shows."""
    yield 'texts', table(''.join([
        row(text('二つ<text:s/><text:s text:c="3"/>の間')),
        row(text('a  b   c ')),
        row(text(' 前 後 ')),
        row(text('a\tb\nc')),
        row(text('<text:span>赤</text:span>と<text:span text:style-name="x">青<text:s/></text:span>')),
        row(text('<text:a xlink:href="#表.A1">リンク</text:a>先')),
        row('<table:table-cell office:value-type="string"><text:p>一段</text:p><text:p/><text:p>三段</text:p>'
            '</table:table-cell>'),
        row(text('<![CDATA[<b> & ]]>&amp;&lt;&gt;&quot;&apos;&#12354;&#x3044;')),
        row(text('見える', ' office:string-value="値"')),
        row('<table:table-cell office:value-type="string" office:string-value="値だけ"/>'),
        row(text('', ' office:string-value=""')),
        row('<table:table-cell office:value-type="string"/>'),
        row('<table:table-cell><text:p>型なし</text:p></table:table-cell>'),
        row('<table:table-cell office:value-type="string"><text:p/></table:table-cell>'),
        row(text('注<!-- 見えない -->釈')),
        row(text('指<?x y?>示')),
        row('<table:table-cell office:value-type="string"><office:annotation><text:p>注釈</text:p>'
            '</office:annotation><text:p>本文</text:p></table:table-cell>'),
        row(text('12345')),
        row(text('=1+1')),
        row(text('𠮷野家😀')),
    ]))
    yield 'numbers', table(''.join([
        row(number(v, s)) for v, s in (
            ('0', '0'), ('-1', '-1'), ('1234567.89', '1234567.89'), ('1E+20', '1E+020'), ('-2.5e-7', '-0.00000025'),
            ('0.1', '0.1'), ('123456789012345', '123456789012345'), ('+7', '7'), ('.5', '0.5'))
    ] + [
        row('<table:table-cell table:style-name="percent" office:value-type="percentage" office:value="0.125">'
            '<text:p>12.5%</text:p></table:table-cell>'),
        row('<table:table-cell table:style-name="day" office:value-type="date" office:date-value="2026-11-24">'
            '<text:p>2026-11-24</text:p></table:table-cell>'),
        row('<table:table-cell table:style-name="day" office:value-type="date" '
            'office:date-value="2024-02-29T12:34:56.5"><text:p>2024-02-29</text:p></table:table-cell>'),
        row('<table:table-cell table:style-name="day" office:value-type="date" office:date-value="1899-12-29">'
            '<text:p>1899-12-29</text:p></table:table-cell>'),
        row('<table:table-cell office:value-type="time" office:time-value="PT25H30M15S"/>'),
        row('<table:table-cell office:value-type="time" office:time-value="-PT1H"/>'),
        row('<table:table-cell table:style-name="truth" office:value-type="boolean" office:boolean-value="true"/>'),
        row('<table:table-cell table:style-name="truth" office:value-type="boolean" office:boolean-value="false"/>'),
        row('<table:table-cell office:value-type="currency" office:currency="JPY" office:value="100"/>'),
        row('<table:table-cell office:value-type="float"/>'),
    ]))
    yield 'formulas', table(''.join([
        row(number('2') + number('3', more=' table:formula="of:=[.A1]+1"')),
        row(text('文字', ' table:formula="of:=&quot;文&quot;&amp;&quot;字&quot;"')),
        row('<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
            'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'),
        row('<table:table-cell table:formula="of:=SQRT(-1)" office:value-type="string" office:string-value="" '
            'calcext:value-type="error"><text:p>エラー:502</text:p></table:table-cell>'),
        row(number('10', more=' table:formula="of:=SUM([.A1:.B1]*2)" table:number-matrix-columns-spanned="1" '
                   'table:number-matrix-rows-spanned="1"')),
        row('<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value="">'
            '<text:p/></table:table-cell>'),
    ]))
    yield 'repeated', table(
        '<table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/>'
        '</table:table-column-group><table:table-column/>'
        + row(number('1', more=' table:number-columns-repeated="3"') + '<table:table-cell table:number-columns-repeated="2"/>'
              + text('後', ' table:number-columns-repeated="2"'), ' table:number-rows-repeated="3"')
        + '<table:table-header-rows>' + row(number('2')) + '</table:table-header-rows>'
        + '<table:table-row-group table:display="false"><table:table-rows>' + row(number('3')) + '</table:table-rows>'
        + row(number('4')) + '</table:table-row-group>'
        + row(number('5', more=' table:number-columns-spanned="2" table:number-rows-spanned="2"')
              + '<table:covered-table-cell office:value-type="float" office:value="99"/>', ' table:visibility="collapse"')
        + row('<table:covered-table-cell table:number-columns-repeated="2"/>' + number('6'))
        + row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048560"')
    ) + table(row(text('二枚目')), '隠れた表', ' table:style-name="gone"') + table(row(text("三")), "it's &quot;3&quot;")
    yield 'passed', ('<table:tracked-changes table:track-changes="false"/>' + table(
        '<table:shapes><draw:frame svg:width="1cm" svg:height="1cm"><draw:text-box><text:p>図の字</text:p>'
        '</draw:text-box></draw:frame></table:shapes>' + row(number('1') + text('a')))
        + '<table:dde-links/><table:named-expressions><table:named-range table:name="名前" '
        'table:base-cell-address="$表.$A$1" table:cell-range-address="$表.$A$1"/></table:named-expressions>')


def respelled(body):
    """The same with other prefixes, and the table's name space as the default one."""
    for prefix in ('office', 'text', 'calcext', 'style', 'xlink'):
        body = body.replace(f'<{prefix}:', f'<my{prefix}:').replace(f'</{prefix}:', f'</my{prefix}:') \
            .replace(f' {prefix}:', f' my{prefix}:').replace(f'xmlns:{prefix}=', f'xmlns:my{prefix}=')
    body = body.replace('<table:', '<').replace('</table:', '</')
    return body.replace('xmlns:table=', 'xmlns="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:table=')


def package(path, entries):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, data in entries:
            z.writestr(zipfile.ZipInfo(name, (2026, 4, 1, 0, 0, 0)), data,
                       zipfile.ZIP_STORED if name == 'mimetype' else zipfile.ZIP_DEFLATED)


def parts(data, kind=TYPE, manifest=MANIFEST):
    return [('mimetype', kind), ('content.xml', data), ('META-INF/manifest.xml', manifest)]


ONE = content(table(row(number('1'))))
BROKEN, ENCRYPTED, HUGE, EITHER = 1, 2, 3, 9


def unsound():
    """Name, how the reader ends, and what is in the package."""
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="%d"/>'
    yield 'million-cells', HUGE, parts(content(table(row(cell % 10000, ' table:number-rows-repeated="1000000"'))))
    yield 'many-sheets', HUGE, parts(content(''.join(table(row(''), f'表{i}') for i in range(600))))
    yield 'deep', HUGE, parts(content(table(row(text('<text:span>' * 100 + 'x' + '</text:span>' * 100)))))
    yield 'long-text', HUGE, parts(content(table(row(text('長' * 1000000)))))
    yield 'spaces', HUGE, parts(content(table(row(text('<text:s text:c="2000000000"/>')))))
    yield 'many-attributes', HUGE, parts(content(table(row('<table:table-cell '
                                                           + ' '.join(f'table:a{i}=""' for i in range(200)) + '/>'))))
    yield 'big-part', HUGE, parts(ONE.encode() + b' ' * (70 << 20))
    yield 'document-type', BROKEN, parts(ONE.replace('?>\n', '?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>', 1))
    yield 'entity', BROKEN, parts(ONE.replace('<text:p>1', '<text:p>&a;'))
    yield 'utf-16', BROKEN, parts(ONE.replace('UTF-8', 'UTF-16').encode('utf-16'))
    yield 'latin', BROKEN, parts(ONE.replace('UTF-8', 'ISO-8859-1').encode('ascii', 'replace'))
    yield 'bad-utf-8', BROKEN, parts(ONE.encode().replace('表'.encode(), b'\xc0\xaf'))
    yield 'cut-xml', BROKEN, parts(ONE[:-40])
    yield 'two-of-an-attribute', BROKEN, parts(ONE.replace('office:value="1"', 'office:value="1" office:value="2"'))
    yield 'two-by-prefix', BROKEN, parts(ONE.replace('office:value="1"', 'office:value="1" o:value="2"')
                                         .replace('xmlns:office', 'xmlns:o="%s" xmlns:office' % SPACES['office'], 1))
    yield 'no-prefix', BROKEN, parts(ONE.replace('<text:p>', '<nowhere:p/><text:p>'))
    yield 'two-workbooks', BROKEN, parts(ONE.replace('</office:body>', '<office:spreadsheet/></office:body>'))
    yield 'subtable', BROKEN, parts(content(table(row('<table:table-cell>' + table(row(number('1')), '中')
                                                      + '</table:table-cell>'))))
    yield 'same-sheets', BROKEN, parts(content(table(row(number('1')), 'A') + table(row(number('2')), 'a')))
    yield 'a-text', BROKEN, parts(ONE, TYPE.replace('spreadsheet', 'text'))
    yield 'no-content', BROKEN, parts(ONE)[:1] + parts(ONE)[2:]
    yield 'two-contents', BROKEN, parts(ONE) + [('content.xml', ONE.replace('"1"', '"2"'))]
    yield 'leads-out', BROKEN, parts(ONE) + [('../../etc/x', 'x')]
    yield 'absolute', BROKEN, parts(ONE) + [('/tmp/x', 'x')]
    yield 'two-formats', BROKEN, parts(ONE) + [('[Content_Types].xml', '<Types/>')]
    yield 'encrypted', ENCRYPTED, parts('\x01\x02', manifest=MANIFEST.replace(
        'content.xml" manifest:media-type="text/xml"/>',
        'content.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>'))


def odd():
    """What some programs might understand in another way: refused, or understood as Calc does."""
    names = {k: v.replace('table:1.0', 'table:1.1') for k, v in SPACES.items()}
    yield 'newer-space', content(table(row(number('1'))), names)
    later = ONE.replace('</office:spreadsheet>', '<n:table xmlns:n="%s" n:name="後"><n:table-row>'
                        '<n:table-cell office:value-type="float" office:value="2"/></n:table-row></n:table>'
                        '</office:spreadsheet>' % names['table'])
    yield 'newer-sheet', later
    yield 'newer-cell', ONE.replace('</table:table-row>', '<n:table-cell xmlns:n="%s" xmlns:m="%s" m:value-type="float" '
                                    'm:value="2"/></table:table-row>'
                                    % (names['table'], SPACES['office'].replace('1.0', '1.2')))
    yield 'newer-value', ONE.replace(' office:value="1"', ' m:value="2" xmlns:m="%s"'
                                     % SPACES['office'].replace('1.0', '1.2'))
    old = 'http://openoffice.org/2000/'
    yield 'old-space', content(table(row(number('1'))), {k: (old + k if k in ('office', 'table', 'text') else v)
                                                         for k, v in SPACES.items()})
    yield 'oasis-space', content(table(row(number('1'))), {**SPACES, 'table': 'http://www.oasis-open.org/xmlns/table'})
    for i, uri in enumerate(('urn:x', 'http://www.oasis-open.org/x', 'http://openoffice.org/2000/x', 'urn:oasis:names:tc:openoffice:xmlns:x:1.0',
                             'http://docs.oasis-open.org/ns/office/1.2/meta/odf#', 'http://www.w3.org/1999/xlink')):
        yield f'prefix-{i}', content(table(row(number('1') + '<table:table-cell xmlns:table="%s" table:x="1" '
                                                'office:value-type="float" office:value="2"/>' % uri)))
        yield f'whole-prefix-{i}', content(table(row(number('1'))), {**SPACES, 'table': uri})
        yield f'value-prefix-{i}', ONE.replace(' office:value="1"', ' office:value="1" m:value="2" xmlns:m="%s"' % uri)
    yield 'flat', ONE.replace('document-content', 'document').replace('office:version', 'office:mimetype="%s" '
                                                                      'office:version' % TYPE)
    yield 'two-bodies', ONE.replace('</office:body>', '</office:body><office:body><office:spreadsheet>'
                                    + table(row(number('2')), '裏') + '</office:spreadsheet></office:body>')
    for name, rows in (
            ('wrapped-row', '<table:wrap>' + row(number('1')) + '</table:wrap>' + row(number('2'))),
            ('row-in-row', row(number('1') + row(number('2'))) + row(number('3'))),
            ('cell-in-table', number('1') + row(number('2'))),
            ('cell-in-cell', row('<table:table-cell>' + number('1') + '</table:table-cell>' + number('2'))),
            ('rows-in-shapes', '<table:shapes>' + row(number('1')) + '</table:shapes>' + row(number('2'))),
            ('paragraph-in-paragraph', row(text('a<text:p>b</text:p>c'))),
            ('heading', row('<table:table-cell office:value-type="string"><text:h>題</text:h></table:table-cell>')),
            ('list', row('<table:table-cell office:value-type="string"><text:list><text:list-item><text:p>項</text:p>'
                         '</text:list-item></text:list></table:table-cell>')),
            ('bare-text', row('<table:table-cell office:value-type="string">裸</table:table-cell>')),
            ('ruby', row(text('<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text>'
                              '</text:ruby>'))),
            ('number-as-text', row(text('12', ' office:value="34"'))),
            ('text-as-number', row(number('12', more=' office:string-value="34"'))),
            ('repeated-none', row(number('1', more=' table:number-columns-repeated="0"') + number('2'))),
            ('repeated-less', row(number('1', more=' table:number-columns-repeated="-3"') + number('2'))),
            ('repeated-words', row(number('1', more=' table:number-columns-repeated="3x"') + number('2'))),
            ('repeated-formula', row(number('2', more=' table:formula="of:=1+1" table:number-columns-repeated="3"'))),
            ('formula-of-rows', row(number('2', more=' table:formula="of:=1+1"'), ' table:number-rows-repeated="3"')),
            ('formula-empty', row(number('2', more=' table:formula=""'))),
            ('upper-type', row('<table:table-cell office:value-type="FLOAT" office:value="5"/>')),
            ('unknown-type', row('<table:table-cell office:value-type="void" office:value="5"><text:p>5</text:p>'
                                 '</table:table-cell>')),
            ('two-types', row('<table:table-cell office:value-type="float" calcext:value-type="string" '
                              'office:value="5"><text:p>6</text:p></table:table-cell>')),
            ('boolean-upper', row('<table:table-cell office:value-type="boolean" office:boolean-value="TRUE"/>')),
            ('boolean-one', row('<table:table-cell office:value-type="boolean" office:boolean-value="1"/>')),
            ('beyond-columns', row('<table:table-cell table:number-columns-repeated="16383"/>' + number('1') + number('2'))),
            ('row-after-columns', row(number('1')) + '<table:table-column/>' + row(number('2'))),
            ('date-zone', row('<table:table-cell office:value-type="date" office:date-value="2026-11-24Z"/>')),
            ('date-short', row('<table:table-cell office:value-type="date" office:date-value="2026-1-4"/>')),
            ('no-number', row('<table:table-cell office:value-type="float" office:value="12abc"/>')),
            ('blank-number', row('<table:table-cell office:value-type="float" office:value=" 12 "/>')),
            ('comma-number', row('<table:table-cell office:value-type="float" office:value="1,500"/>')),
            ('infinite', row('<table:table-cell office:value-type="float" office:value="INF"/>')),
            ('hexadecimal', row('<table:table-cell office:value-type="float" office:value="0x10"/>')),
            ('many-digits', row(number('0.' + '1234567890' * 20, '0.123456789012346'))),
    ):
        yield name, content(table(rows))


def damaged(folder):
    """Zip files that lie: the size in the directory, a byte of the content, a cut."""
    path = os.path.join(folder, 'sound.zip')
    package(path, parts(content(table(''.join(row(number(str(i))) for i in range(500))))))
    with open(path, 'rb') as file:
        whole = file.read()
    os.remove(path)
    entry = whole.index(b'content.xml', whole.index(b'PK\1\2')) - 46
    for name, size in (('small-lie', 100), ('large-lie', 1 << 24)):
        yield name, BROKEN, whole[:entry + 24] + size.to_bytes(4, 'little') + whole[entry + 28:]
    middle = whole.index(b'content.xml') + 200
    yield 'one-byte', BROKEN, whole[:middle] + bytes([whole[middle] ^ 0x55]) + whole[middle + 1:]
    yield 'cut', BROKEN, whole[:len(whole) // 2]
    yield 'no-zip', BROKEN, b'%PDF-1.4'
    yield 'old', ENCRYPTED, b'\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' + b'\0' * 1000


def main(folder):
    os.makedirs(folder, exist_ok=True)
    listed = []
    for name, body in sound():
        package(os.path.join(folder, name + '.ods'), parts(content(body)))
        package(os.path.join(folder, name + '-respelled.ods'), parts(respelled(content(body))))
        listed += [(0, name), (0, name + '-respelled')]
    for name, ends, entries in unsound():
        package(os.path.join(folder, name + '.ods'), entries)
        listed.append((ends, name))
    for name, data in odd():
        package(os.path.join(folder, 'odd-' + name + '.ods'), parts(data))
        listed.append((EITHER, 'odd-' + name))
    for name, ends, data in damaged(folder):
        with open(os.path.join(folder, name + '.ods'), 'wb') as file:
            file.write(data)
        listed.append((ends, name))
    with open(os.path.join(folder, 'list.tsv'), 'w', encoding='utf-8') as file:
        file.writelines(f'{ends}\t{os.path.abspath(folder)}/{name}.ods\n' for ends, name in listed)


if __name__ == '__main__':
    main(sys.argv[1])
