# SPDX-License-Identifier: MPL-2.0
"""Reads an .xlsx as a library does that is neither the office nor Excel, and says where it is not as Excel
wants it: fonts, row heights, links, formats, conditions, validations. usage: opens.py FILE.xlsx"""
import re
import sys
import zipfile

import openpyxl

path = sys.argv[1]
book = openpyxl.load_workbook(path)
cells = [c for s in book for row in s.iter_rows() for c in row if c.value is not None]
rules = [(area, rule) for s in book for area in s.conditional_formatting for rule in area.rules]
faults = []

if len(cells) < 100:
    faults.append("hardly a cell")
if "_提出用" in path:
    faults += [c.value for c in cells if c.data_type == "f" and "KENPO" in str(c.value).upper()]
# A condition counts from the corner of the first range: what greys an error asks its own cell.
faults += ["%s asks %s" % (area.sqref, own) for area, rule in rules
           for own in re.findall(r"^(?:ISERROR|LEFT)\(([A-Z]+[0-9]+)", rule.formula[0])
           if re.split("[: ]", str(area.sqref))[0] != own]
faults += ["%s: a row of %s points" % (s.title, d.height) for s in book for d in s.row_dimensions.values()
           if (d.height or 0) > 409.5]
faults += ["a link with a point: %s" % c.value for c in cells
           if re.search(r'^=HYPERLINK\("#[^"!]*\.[A-Z$]', str(c.value))]
# Gnumeric, as Excel, shows the point of such a format even where nothing stands behind it.
faults += ["a format that leaves a point alone: %s" % f for f in book._number_formats if re.search(r"\.#+($|;)", f)]
faults += ["one bound, but a second is stored: %s" % v.sqref for s in book for v in s.data_validations.dataValidation
           if v.type in ("whole", "decimal", "textLength", "date", "time")
           and v.operator not in (None, "between", "notBetween") and v.formula2 is not None]

with zipfile.ZipFile(path) as package:
    styles = package.read("xl/styles.xml").decode()
fonts = re.findall(r'<name val="([^"]*)"', styles)
faults += ["no font of Excel: %s" % name for name in fonts if len(name) > 31 or ";" in name or "Noto" in name]
if not fonts or not rules:
    faults.append("no font or no condition is found")

for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
