# SPDX-License-Identifier: MPL-2.0
# package.py: a submission as a package of texts, to be altered as somebody with a text editor would: cells by sheet and
# address, names, styles, entries of the zip. For .ods and .xlsx. Everything that is asked to change must change.
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

MANIFEST = "META-INF/manifest.xml"


def place(address):
    """B12 as column and row from 0."""
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", address).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(digits) - 1


class Package:
    def __init__(self, path):
        self.names, self.parts, self.how = [], {}, {}
        with zipfile.ZipFile(path) as package:
            for item in package.infolist():
                self.names.append(item.filename)
                self.parts[item.filename] = self.plain(item.filename, package.read(item.filename))
                self.how[item.filename] = item.compress_type

    @staticmethod
    def plain(name, data):
        """Letters for what is told of them by number, as some writers of XML do."""
        if not name.endswith(".xml") or b"&#x" not in data:
            return data
        return re.sub(rb"&#x([0-9A-Fa-f]{2,6});", lambda m: chr(int(m[1], 16)).encode() if int(m[1], 16) >= 0x80 else m[0], data)

    def text(self, part):
        return self.parts[part].decode()

    def set(self, part, text):
        data = text.encode() if isinstance(text, str) else text
        assert part not in self.parts or data != self.parts[part], "nothing changed in " + part
        if part not in self.parts:
            self.names.append(part)
            self.how[part] = zipfile.ZIP_DEFLATED
        self.parts[part] = data

    def edit(self, part, change):
        self.set(part, change(self.text(part)))

    def once(self, part, old, new):
        """Replaces the first place where this text stands."""
        text = self.text(part)
        assert old in text, "not found: " + old[:200]
        self.set(part, text.replace(old, new, 1))

    def every(self, part, old, new):
        text = self.text(part)
        assert old in text, "not found: " + old[:200]
        self.set(part, text.replace(old, new))

    def drop(self, part):
        self.names.remove(part)
        del self.parts[part]

    def write(self, path):
        with zipfile.ZipFile(path, "w") as package:
            for name in self.names:
                item = zipfile.ZipInfo(name, (2026, 11, 24, 0, 0, 0))
                package.writestr(item, self.parts[name], self.how[name])


class Ods(Package):
    """What is told by a name of the form (at) is found wherever the form puts it."""

    CELL = re.compile(r"<table:(?:covered-)?table-cell(?: [^>]*?)?(?:/>|>.*?</table:(?:covered-)?table-cell>)", re.S)
    ROW = re.compile(r"<table:table-row(?: [^>]*?)?(?:/>|>.*?</table:table-row>)", re.S)

    def add(self, part, data, kind="text/xml"):
        """A part that the manifest lists as well."""
        self.set(part, data)
        self.once(MANIFEST, "</manifest:manifest>", '<manifest:file-entry manifest:full-path=%s manifest:media-type="%s"/>'
                  "</manifest:manifest>" % (quoteattr(part), kind))

    def at(self, name):
        """Sheet and address of a cell that has a name."""
        found = re.search(r'<table:named-range table:name="%s"[^>]*table:cell-range-address="([^"]*)"' % re.escape(name),
                          self.text("content.xml"))
        assert found, "no name " + name
        sheet, address = found[1].split(":")[0].replace("$", "").rsplit(".", 1)
        return sheet.strip("'"), address

    def sheet(self, name):
        """Where the sheet's element begins and ends in content.xml."""
        text = self.text("content.xml")
        start = text.index('<table:table table:name="%s"' % name)
        return start, text.index("</table:table>", start) + len("</table:table>")

    def one_of(self, elements, span, attribute, wanted):
        """Where element `wanted` (from 0) of those in the span stands, made one of its own where it is one of many
        by that attribute; None where there are not so many."""
        text, at = self.text("content.xml"), 0
        for found in elements.finditer(text, *span):
            count = re.match(r'<[^>]*%s="(\d+)"' % attribute, found[0])
            count = int(count[1]) if count else 1
            if at <= wanted < at + count:
                if count == 1:
                    return found.span()
                single = re.sub(r' %s="\d+"' % attribute, "", found[0], count=1)

                def times(n):
                    return found[0].replace('%s="%d"' % (attribute, count), '%s="%d"' % (attribute, n), 1) if n > 0 else ""
                before = times(wanted - at)
                self.parts["content.xml"] = (text[:found.start()] + before + single + times(at + count - wanted - 1)
                                             + text[found.end():]).encode()
                return found.start() + len(before), found.start() + len(before) + len(single)
            at += count
        return None

    def row(self, sheet, row):
        """Where row `row` (from 0) stands."""
        found = self.one_of(self.ROW, self.sheet(sheet), "table:number-rows-repeated", row)
        if found is None:
            raise AssertionError("no row %d in %s" % (row + 1, sheet))
        return found

    def cell(self, sheet, address):
        """Where the element of a cell stands."""
        column, row = place(address)
        found = self.one_of(self.CELL, self.row(sheet, row), "table:number-columns-repeated", column)
        if found is None:
            raise AssertionError("no cell %s in %s" % (address, sheet))
        return found

    def get(self, sheet, address):
        start, end = self.cell(sheet, address)
        return self.text("content.xml")[start:end]

    def put(self, sheet, address, change):
        """The element of a cell becomes change(element)."""
        start, end = self.cell(sheet, address)
        text = self.text("content.xml")
        self.set("content.xml", text[:start] + change(text[start:end]) + text[end:])

    def attribute(self, sheet, address, name, value):
        """Sets, or with None removes, an attribute of a cell."""
        def change(cell):
            cell = re.sub(r'^(<[^>]*?) %s="[^"]*"' % name, r"\1", cell, count=1)
            return cell if value is None else re.sub(r"^<[\w:-]+", lambda m: "%s %s=%s" % (m[0], name, quoteattr(value)), cell)
        self.put(sheet, address, change)

    def number(self, sheet, address, value, shown=None):
        """Another stored number; its formula, if any, stays. What is seen becomes `shown`."""
        def change(cell):
            cell, count = re.subn(r'office:value="[^"]*"', 'office:value="%s"' % value, cell, count=1)
            assert count == 1, "no number in %s %s" % (sheet, address)
            if shown is not None:
                cell = re.sub(r"<text:p>.*?</text:p>", "<text:p>%s</text:p>" % escape(shown), cell, count=1)
            return cell
        self.put(sheet, address, change)

    def words(self, sheet, address, text):
        """Another text; a formula, if any, stays."""
        def change(cell):
            cell = re.sub(r'office:string-value="[^"]*"', "office:string-value=%s" % quoteattr(text), cell, count=1)
            return re.sub(r"<text:p>.*</text:p>", "<text:p>%s</text:p>" % escape(text), cell, count=1, flags=re.S)
        self.put(sheet, address, change)

    def formula(self, sheet, address, formula):
        """Another formula with the result that stands there."""
        self.attribute(sheet, address, "table:formula", formula)

    def style(self, sheet, address, properties="", format=None, map=""):
        """A style of the cell's own, which inherits from the one it has: its properties as elements."""
        text = self.text("content.xml")
        column, _ = place(address)
        style = re.match(r'<[^>]*table:style-name="([^"]*)"', self.get(sheet, address))
        if style is None:
            start, _ = self.sheet(sheet)
            at, text = 0, self.text("content.xml")
            for found in re.finditer(r"<table:table-column [^>]*/>", text[start:]):
                count = re.search(r'table:number-columns-repeated="(\d+)"', found[0])
                at += int(count[1]) if count else 1
                if at > column:
                    style = re.search(r'table:default-cell-style-name="([^"]*)"', found[0])
                    break
        parent = style[1]
        text = self.text("content.xml")
        own = re.search(r'<style:style style:name="%s" style:family="table-cell"([^>]*?)(/>|>(.*?)</style:style>)'
                        % re.escape(parent), text, re.S)
        name = "hostile%d" % text.count('style:name="hostile')
        if own:
            head = own[1]
            inner = own[3] or ""
            if format is not None:
                head = re.sub(r' style:data-style-name="[^"]*"', "", head) + ' style:data-style-name="%s"' % format
            made = '<style:style style:name="%s" style:family="table-cell"%s>%s%s%s</style:style>' % (
                name, head, inner, properties, map)
        else:
            made = '<style:style style:name="%s" style:family="table-cell" style:parent-style-name="%s"%s>%s%s</style:style>' % (
                name, parent, "" if format is None else ' style:data-style-name="%s"' % format, properties, map)
        self.once("content.xml", "</office:automatic-styles>", made + "</office:automatic-styles>")
        self.attribute(sheet, address, "table:style-name", name)
        return name

    def automatic(self, style):
        """An automatic style, in front of the others."""
        self.once("content.xml", "<office:automatic-styles>", "<office:automatic-styles>" + style)

    def add_sheet(self, name, rows, before=None, attributes=""):
        """A sheet of rows of texts and numbers, at the end or before another."""
        made = '<table:table table:name=%s%s><table:table-column/>' % (quoteattr(name), attributes)
        for row in rows:
            made += "<table:table-row>" + "".join(
                '<table:table-cell office:value-type="float" office:value="%s"><text:p>%s</text:p></table:table-cell>' % (c, c)
                if isinstance(c, (int, float)) else
                '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>' % escape(c)
                for c in row) + "</table:table-row>"
        made += "</table:table>"
        text = self.text("content.xml")
        at = text.index('<table:table table:name="%s"' % before) if before else \
            text.index("</table:table>", text.rindex("<table:table ")) + len("</table:table>")
        self.set("content.xml", text[:at] + made + text[at:])

    def inside(self, sheet, element):
        """An element at the beginning of a sheet, behind its own tag."""
        start, _ = self.sheet(sheet)
        text = self.text("content.xml")
        at = text.index(">", start) + 1
        self.set("content.xml", text[:at] + element + text[at:])

    def at_end(self, sheet, element):
        _, end = self.sheet(sheet)
        text = self.text("content.xml")
        at = end - len("</table:table>")
        self.set("content.xml", text[:at] + element + text[at:])


class Xlsx(Package):
    def at(self, name):
        found = re.search(r'<definedName [^>]*name="%s"[^>]*>([^<]*)<' % re.escape(name), self.text("xl/workbook.xml"))
        assert found, "no name " + name
        sheet, address = found[1].split(":")[0].replace("$", "").rsplit("!", 1)
        return sheet.strip("'"), address

    def part(self, sheet):
        """The part in which a sheet lies."""
        book = self.text("xl/workbook.xml")
        link = re.search(r'<sheet name="%s"[^>]*r:id="([^"]*)"' % re.escape(sheet), book)[1]
        return "xl/" + re.search(r'Id="%s"[^>]*Target="([^"]*)"' % link, self.text("xl/_rels/workbook.xml.rels"))[1]

    def add(self, part, data, kind=None, relation=None, of="xl/workbook.xml", external=False):
        """A part, its content type, and the relation by which another part names it."""
        if data is not None:
            self.set(part, data)
        if kind:
            self.once("[Content_Types].xml", "</Types>", '<Override PartName="/%s" ContentType="%s"/></Types>' % (part, kind))
        if relation:
            folder, name = of.rsplit("/", 1)
            rels = "%s/_rels/%s.rels" % (folder, name)
            target = part if external else "/" + part
            entry = '<Relationship Id="hostile%d" Type="%s" Target="%s"%s/>' % (
                len(self.names), relation, target, ' TargetMode="External"' if external else "")
            if rels not in self.parts:
                self.set(rels, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns='
                         '"http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
            self.once(rels, "</Relationships>", entry + "</Relationships>")
            return "hostile%d" % (len(self.names) - (0 if rels in self.parts else 1))
        return None

    def put(self, sheet, address, change):
        part = self.part(sheet)
        text = self.text(part)
        found = re.search(r'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % address, text, re.S)
        assert found, "no cell %s in %s" % (address, sheet)
        self.set(part, text[:found.start()] + change(found[0]) + text[found.end():])

    def get(self, sheet, address):
        return re.search(r'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % address, self.text(self.part(sheet)), re.S)[0]

    def number(self, sheet, address, value):
        self.put(sheet, address, lambda c: re.sub(r"<v>[^<]*</v>", "<v>%s</v>" % value, c, count=1))

    def formula(self, sheet, address, formula):
        self.put(sheet, address, lambda c: re.sub(r"<f[^>]*>[^<]*</f>", "<f>%s</f>" % escape(formula), c, count=1)
                 if "<f" in c else c.replace("<v>", "<f>%s</f><v>" % escape(formula), 1))

    def style(self, sheet, address, attributes="", inner="", font=None, fill=None, format=None):
        """A cell format of the cell's own, which is the one it has but for what is given."""
        styles = self.text("xl/styles.xml")
        old = int(re.search(r' s="(\d+)"', self.get(sheet, address))[1])
        start = styles.index("<cellXfs")
        end = styles.index("</cellXfs>")
        formats = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles[start:end], re.S)
        made = formats[old]

        def add(what, element):
            nonlocal styles
            open_tag = re.search(r'<%ss count="(\d+)"' % what, styles)
            number = int(open_tag[1])
            styles = styles.replace(open_tag[0], '<%ss count="%d"' % (what, number + 1), 1)
            styles = styles.replace("</%ss>" % what, element + "</%ss>" % what, 1)
            return number
        if font is not None:
            made = re.sub(r'fontId="\d+"', 'fontId="%d"' % add("font", font), made, count=1)
        if fill is not None:
            made = re.sub(r'fillId="\d+"', 'fillId="%d"' % add("fill", fill), made, count=1)
        if format is not None:
            add("numFmt", '<numFmt numFmtId="900" formatCode=%s/>' % quoteattr(format))
            made = re.sub(r'numFmtId="\d+"', 'numFmtId="900"', made, count=1)
        if attributes:
            made = made.replace("<xf ", "<xf " + attributes + " ", 1)
        count = re.search(r'<cellXfs count="(\d+)"', styles)
        styles = styles.replace(count[0], '<cellXfs count="%d"' % (int(count[1]) + 1), 1)
        styles = styles.replace("</cellXfs>", made + "</cellXfs>", 1)
        self.set("xl/styles.xml", styles)
        self.put(sheet, address, lambda c: c.replace(' s="%d"' % old, ' s="%s"' % count[1], 1))
