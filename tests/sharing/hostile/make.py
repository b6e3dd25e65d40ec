# SPDX-License-Identifier: MPL-2.0
# make.py COPIES FORMS FOLDER [GROUP/PART…]: makes the hostile files of all groups, or those whose names hold one of the
# parts, from sound submission copies (COPIES) and filled forms (FORMS), and FOLDER/table.tsv: file, what it tries, what the
# bureau must be told, of which kinds. FOLDER/.bait.ods is what no worker may open, FOLDER/.script-ran what a script leaves.
import os
import shutil
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path.insert(0, HERE)

import basis, damaged, foreign, form, inputs, invented, names, shown, stored  # noqa: E401
from cases import CASES, OLD, Material, open_package
from seal import seal

warnings.simplefilter("ignore", UserWarning)  # zipfile: two entries of one name, as some cases want
GROUPS = (stored, names, shown, inputs, foreign, basis, form, damaged, invented)


def ending_of(case):
    ending = os.path.splitext(case.file)[1].lower()
    return ending if ending in (".ods", ".xlsx") else ".ods"


def lay_traps(package, folder):
    """A file that nobody may open, and one that a script would leave."""
    for name, data in package.parts.items():
        if b"file:///etc/hostname" in data or b'"MARK"' in data:
            package.parts[name] = data.replace(b"file:///etc/hostname", b"file://%s/.bait.ods" % folder.encode()) \
                .replace(b'"MARK"', b'"%s/.script-ran"' % folder.encode())


def make(case, material, target):
    package = open_package(material.copy(case.of, ending_of(case)))
    made = case.make(package)
    lay_traps(package, material.traps)
    if isinstance(made, (bytes, bytearray)):
        with open(target, "wb") as file:
            file.write(made)
    else:
        package.write(target)


def submit(case, material, target, work):
    """Alters the form, of which a copy is made then, whatever its checks say."""
    base = os.path.join(work, case.file.replace("/", "-").rsplit(".", 1)[0] + ending_of(case)[1:])
    os.makedirs(base, exist_ok=True)
    source = os.path.join(base, "本.ods")
    package = open_package(material.form(case.of))
    case.make(package)
    lay_traps(package, material.traps)
    package.write(source)
    kind = ending_of(case)[1:]
    done = subprocess.run([os.path.join(ROOT, "bin/kenpo-submit"), "--insist", "-f", kind, "-o", base, source],
                          capture_output=True, text=True)
    assert done.returncode == 0, case.file + ": " + done.stderr
    os.replace(os.path.join(base, "本_提出用." + kind), target)


def seal_all(cases, folder):
    from office import Office, url, properties
    if not cases:
        return
    with Office(bundle="none") as office:
        for case in cases:
            path = os.path.join(folder, case.file)
            document = office.desktop.loadComponentFromURL(url(path), "_blank", 0, properties(Hidden=True))
            assert document is not None, case.file + " cannot be opened to be sealed"
            package = open_package(path)
            seal(package, document, case.sealed == OLD)
            document.close(True)
            package.write(path)


def chosen(parts):
    return [c for c in CASES.values() if not parts or any(part in c.file for part in parts)]


def main(copies, forms, folder, *parts):
    folder = os.path.abspath(folder)
    material, cases = Material(copies, forms, folder), chosen(parts)
    work = os.path.join(folder, ".work")
    os.makedirs(folder, exist_ok=True)
    shutil.copy(material.copy(cases[0].of, ".ods"), os.path.join(folder, ".bait.ods"))
    for case in cases:
        os.makedirs(os.path.join(folder, os.path.dirname(case.file)), exist_ok=True)
    failed = []
    with ThreadPoolExecutor(2) as pool:
        done = [(c, pool.submit(submit, c, material, os.path.join(folder, c.file), work)) for c in cases if c.before]
        for case in cases:
            try:
                case.before or make(case, material, os.path.join(folder, case.file))
            except Exception as wrong:
                failed.append("%s: %s" % (case.file, wrong))
        failed += ["%s: %s" % (c.file, one.exception()) for c, one in done if one.exception()]
    if failed:
        sys.exit("cannot be made:\n" + "\n".join(failed))
    seal_all([c for c in cases if c.sealed], folder)
    with open(os.path.join(folder, "table.tsv"), "w") as table:
        for case in cases:
            table.write("\t".join((case.file, case.tries, case.least, case.kinds)) + "\n")
    print("%d files" % len(cases))


if __name__ == "__main__":
    main(*sys.argv[1:])
