# SPDX-License-Identifier: MPL-2.0
# judge.py TABLE RESULTS OUTCOME: compares what intake said of each file (its results) with what it owes (TABLE, of make.py):
# a line for each that falls short, and OUTCOME, the table of all: file, what it tries, owed, told, and whether that is enough.
import collections
import os
import sys

GRAVITY = {"wrong": "異常", "doubt": "注意", "note": "情報"}
ENOUGH = {"異常": {"異常"}, "注意": {"異常", "注意"}, "情報": {"異常", "注意", "情報"}}


def results(folder):
    """The findings of each file by its name: gravity, kind, place, words."""
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            if not name.endswith(".result"):
                continue
            with open(os.path.join(where, name), encoding="utf-8") as file:
                lines = [line.rstrip("\n").split("\t") for line in file]
            if ["end"] in lines:
                of = next(fields[1] for fields in lines if fields[0] == "file")
                found[of] = [fields[1:] for fields in lines if fields[0] == "finding"]
    return found


def falls_short(owed, kinds, findings):
    """Why what was told is not enough, or None."""
    if findings is None:
        return "no row"
    if owed == "行":
        return None
    if owed == "点検のみ":
        return "told, but sound" if [f for f in findings if not f[1].startswith("check")] else None
    if owed == "なし":
        return "told, but sound" if findings else None
    told = [f for f in findings if GRAVITY[f[0]] in ENOUGH[owed]]
    if not told:
        return "not told as it must be"
    if kinds and not any(f[1] in kinds.split("|") for f in told):
        return "of another kind than " + kinds
    return None


def main(table, folder, outcome):
    found, failures = results(folder), collections.Counter()
    count = 0
    with open(table, encoding="utf-8") as cases, open(outcome, "w", encoding="utf-8") as out:
        for line in cases:
            file, tries, owed, kinds = line.rstrip("\n").split("\t")
            findings = found.get(file)
            told = collections.Counter((GRAVITY[f[0]], f[1]) for f in findings or ())
            words = ", ".join("%s %s%s" % (g, k, " %d" % n if n > 1 else "") for (g, k), n in told.items()) or "―"
            short = falls_short(owed, kinds, findings)
            out.write("\t".join((file, tries, owed, words, short or "ok")) + "\n")
            count += 1
            if short:
                failures[file.split("/")[0]] += 1
                print("FAIL %s (%s): %s: owed %s; told %s" % (file, tries, short, owed, words))
    print("%d files, %d fall short %s" % (count, sum(failures.values()), dict(failures) if failures else ""))
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
