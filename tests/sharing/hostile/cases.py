# SPDX-License-Identifier: MPL-2.0
# cases.py: the list of hostile files. A case says how its file is made, what that tries, and what the bureau must be told:
#   WRONG  異常: at least one finding of that gravity      DOUBT  注意 or 異常
#   NOTED  any finding                                      SOUND  no finding at all
#   ROW    a row in time, whatever it says
# and, where it matters, of which kinds (codes of result files, "|" between them) one finding of that gravity must be.
# What is demanded is what a reader is owed, not what the program happens to say.
import os

from package import Ods, Xlsx

WRONG, DOUBT, NOTED, SOUND, ROW = "異常", "注意", "情報", "なし", "行"
OLD = "SHA-1"  # sealed as versions before did
PLAN, BUDGET = "積立計画", "予算書一式"
CASES = {}


class Case:
    def __init__(self, file, tries, least, make, kinds, of, before, sealed):
        self.file, self.tries, self.least, self.make = file, tries, least, make
        self.kinds, self.of, self.before, self.sealed = kinds, of, before, sealed


def case(file, tries, least, make, kinds="", of=PLAN, before=False, sealed=False):
    """file: GROUP/NAME.ending. make(package) alters a copy of the form `of`, or gives bytes in its place. before: it alters
    the filled form, of which the copy is made then. sealed: all checksums are made right again (OLD: as versions before made them)."""
    assert file not in CASES, file
    CASES[file] = Case(file, tries, least, make, kinds, of, before, sealed)


def steps(*changes):
    """One change after the other."""
    def make(package):
        for change in changes:
            change(package)
    return make


def open_package(path):
    return (Xlsx if path.endswith(".xlsx") else Ods)(path)


class Material:
    """The sound copies and forms from which the files are made."""

    def __init__(self, copies, forms, traps):
        self.copies, self.forms, self.traps = copies, forms, traps

    def copy(self, of, ending):
        return os.path.join(self.copies, "%s_提出用%s" % (of, ending))

    def form(self, of):
        return os.path.join(self.forms, of + ".ods")


# ------------------------------------------------------------------------------- what many cases do

def number(name, value, shown=None):
    """The stored number of a named cell; its formula stays."""
    return lambda p: p.number(*p.at(name), value, shown) if isinstance(p, Ods) else p.number(*p.at(name), value)


def words(name, text):
    return lambda p: p.words(*p.at(name), text)


def formula(name, text, value=None, shown=None):
    """A formula in a named cell, with the result that stands there or another."""
    def make(p):
        p.formula(*p.at(name), text)
        if value is not None:
            number(name, value, shown)(p)
    return make


def attribute(name, what, value):
    return lambda p: p.attribute(*p.at(name), what, value)


def style(name, *values, **properties):
    return lambda p: p.style(*p.at(name), *values, **properties)
