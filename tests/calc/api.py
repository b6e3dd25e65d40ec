# SPDX-License-Identifier: MPL-2.0
"""What macros and programs may hand to the functions: values of every kind, in the place of every kind.
The office answers or says what is wrong, and lives on. From outside, so that an office that ends is seen."""
import struct
import sys

import uno

from office import Office

INVALID = 502
VALUES = {
    "rows of numbers": uno.Any("[][]double", ((420000.0,), (610000.0,))),
    "rows of texts": uno.Any("[][]string", (("令和9年度",), ("二",))),
    "rows of anys": uno.Any("[][]any", ((420000.0,), (610000.0,))),
    "anys of rows": uno.Any("[]any", ((420000,), (610000.0,))),
    "numbers": uno.Any("[]double", (420000.0, 610000.0)),
    "whole numbers": uno.Any("[]long", (1, 2, 3)),
    "bytes": uno.Any("[]byte", uno.ByteSequence(b"123456789")),
    "texts": uno.Any("[]string", ("a", "b")),
    "anys": uno.Any("[]any", (1, 2, 3)),
    "rows of whole numbers": uno.Any("[][]long", ((1, 2), (3, 4))),
    "three deep": uno.Any("[][][]double", (((1.0,), (2.0,)),)),
    "rows of many lengths": uno.Any("[]any", ((1.0,), (2.0, 3.0))),
    "rows without cells": uno.Any("[][]double", ((), ())),
    "no rows": uno.Any("[][]double", ()),
    "nothing at all": uno.Any("[]any", ()),
}
BLOCKS = {"rows of numbers": 1, "rows of anys": 1, "anys of rows": 1}


def code(number):
    """The error that Calc would show, or None of a number."""
    bits = struct.unpack("<Q", struct.pack("<d", number))[0]
    return bits & 0xFFFFFFFF if bits >> 48 == 0x7FF8 else None


def main():
    failures = 0

    def ok(what, true):
        nonlocal failures
        failures += not true
        print("%s api: %s" % ("ok  " if true else "FAIL", what))

    with Office() as office:
        budget = office.create("org.kenpocalc.Budget")

        def call(method, *values):
            return uno.invoke(budget, method, values)

        for what, value in VALUES.items():
            ok("year of %s: invalid" % what, code(call("year", value)) == INVALID)
            # an optional range, an optional number, and the further arguments of a check
            total = call("checkLevel", "V01", 1030000.0, *(value,) + (None,) * 14)
            ok("a check of %s" % what, (code(total) is None) == (what in BLOCKS))
        ragged = uno.Any("[][]any", ((1.0,), (2.0, 3.0))), uno.Any("[][]any", ((), (2.0, 3.0)))
        for rows in ragged:  # where a block of cells is wanted, as such
            ok("a total of %s: invalid" % (rows.value,), code(call("levyTotal", rows, None)) == INVALID)
        one = uno.Any("[]any", ((2027,),))
        ok("one value in a row of its own is that value", call("year", one) == 2027)
        ok("and the office still answers", call("year", 2027.0) == 2027)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
