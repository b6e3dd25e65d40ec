# SPDX-License-Identifier: MPL-2.0
"""Types every budget of budgets/ into the empty template and lists what the form refuses, which sums differ and
which checks speak (注意, エラー, 未計算) where they should not.
usage: PYTHONPATH=tests python3 tests/forms/sound.py [-v] [BUDGET.tsv…]      after: make forms"""
import collections
import os
import shutil
import sys
import tempfile

import alarms
from office import ROOT, Office


def shown(value):
    return "%d" % value if isinstance(value, float) and value == int(value) else str(value)


def totals(places, budget):
    """What must come out and does not."""
    wrong = []
    for name, text in budget.expected:
        value = places.value(name)
        if value != alarms.number(text):
            wrong.append("%s %s, not %s" % (name, shown(value), text))
    return wrong


def spoken(checks, budget):
    """Each check that says more than the budget's file lets it: (code, word, text)"""
    allowed = budget.open_checks()
    found = []
    for code, result, text in zip(checks.codes, checks.read(), checks.texts()):
        rank = alarms.RANK.get(result, 2)
        if rank > max(1, alarms.RANK.get(allowed.get(code), 0)):
            found.append((code, result if result in alarms.RANK else alarms.NOT_COMPUTED, text))
    return found


def try_budget(form, budget, checks):
    refused = form.fill(budget)
    form.book.calculate()
    return refused, totals(form.places, budget), spoken(checks, budget), alarms.errors(form.book)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    loud = "-v" in sys.argv
    by_check, by_name = collections.defaultdict(list), collections.defaultdict(list)
    clean = 0
    every = alarms.budgets(arguments)
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        template = os.path.join(folder, alarms.BOOK + ".ots")
        shutil.copy(os.path.join(ROOT, "build/forms", alarms.BOOK + ".ots"), template)
        book = office.open(template)
        book.document.enableAutomaticCalculation(False)
        form, checks = alarms.Form(book), alarms.Checks(book)
        for budget in every:
            label = os.path.basename(budget.path)[:-4]
            refused, wrong, found, errors = try_budget(form, budget, checks)
            clean += not (refused or wrong or found or errors)
            for name, why in refused.items():
                by_name[name, why].append(label)
            for code, word, text in found:
                by_check[code, word].append((label, text))
            print("%-28s %d alarms, %d refused, %d sums differ, %d error cells %s" % (
                label, len(found), len(refused), len(wrong), errors,
                " ".join(sorted({code + word for code, word, _ in found}))))
            for line in wrong + (["%s %s: %s" % finding for finding in found] if loud else []):
                print("    " + line)
    print("%d budgets, %d as they should be" % (len(every), clean))
    for (code, word), where in sorted(by_check.items()):
        print("  %s %s: %d budgets, such as %s: %s" % (code, word, len({label for label, _ in where}), *where[0]))
    for (name, why), where in sorted(by_name.items()):
        print("  %s has no cell to type into (%s): %d budgets, such as %s" % (name, why, len(where), where[0]))
    return 1 if clean < len(every) else 0


if __name__ == "__main__":
    sys.exit(main())
