# SPDX-License-Identifier: MPL-2.0
"""The panel 健保予算 at the side, by a program in place of a person: what it shows, where its lines lead,
that looking changes nothing, what it costs, and that documents and windows may go whenever they like.

usage: check.py PIPE WORK: the office listens on PIPE; WORK holds empty.ots and filled.ods.
"""
import atexit
import os
import sys
import time

from office import properties, url
from robot import failures, ok, sit_down, wait

PIPE, WORK = sys.argv[1:3]


LABEL, LIST, FIELD, MENUS_AND_CELLS = 30, 32, 51, (34, 35, 36, 47, 55, 63, 84)  # AccessibleRole


class Face:
    """A part of the panel: what it shows, read as a screen reader does."""

    def __init__(self, children, lines):
        self.list = lines
        self.label = next(c for c in children if c.getAccessibleRole() == LABEL)
        self.field = next((c for c in children if c.getAccessibleRole() == FIELD), None)

    def head(self):
        return self.label.getAccessibleName()

    def words(self):
        return self.field.getAccessibleName()

    def lines(self):
        return [self.list.getAccessibleChild(i).getAccessibleContext().getAccessibleName()
                for i in range(self.list.getAccessibleChildCount())]

    def choose(self, line):
        self.list.selectAccessibleChild(line)


def below(context):
    """What is in a window, and in what is in it, but for menus, toolbars and cells."""
    yield context
    if context.getAccessibleRole() in MENUS_AND_CELLS:
        return
    for i in range(min(context.getAccessibleChildCount(), 200)):
        child = context.getAccessibleChild(i)
        if child is not None:
            yield from below(child.getAccessibleContext())


def faces_of(document):
    """The parts of the panel in the window of that document, from above."""
    found = []
    window = document.CurrentController.Frame.getContainerWindow()
    for context in below(window.getAccessibleContext()):
        count = context.getAccessibleChildCount()
        children = [context.getAccessibleChild(i).getAccessibleContext() for i in range(count)] if count < 6 else []
        lists = [c for each in children for c in below(each) if c.getAccessibleRole() == LIST]
        if len(lists) == 1 and LABEL in [c.getAccessibleRole() for c in children]:
            found.append(Face(children, lists[0]))
    return found


_, desktop, dispatcher = sit_down(PIPE, 60)
first = wait(lambda: desktop.getCurrentFrame() and desktop.getCurrentComponent())
first.CurrentController.Frame.getContainerWindow().setPosSize(0, 0, 1500, 1000, 15)


def show(document):
    frame = document.CurrentController.Frame
    frame.activate()  # there may be no window manager that would
    dispatcher.executeDispatch(frame, "service:org.kenpocalc.Aid?panel", "_self", 0, ())

    def there():
        try:
            found = faces_of(document)
        except Exception:  # the side is being laid out: what was counted went away meanwhile
            return None
        return found if len(found) == 3 else None
    return wait(there)


def open_book(name):
    document = desktop.loadComponentFromURL(url(os.path.join(WORK, name)), "_blank", 0, properties(AsTemplate=True))
    document.CurrentController.Frame.getContainerWindow().setPosSize(0, 0, 1500, 1000, 15)
    return document


def cell(document, sheet, name):
    return document.Sheets.getByName(sheet).getCellRangeByName(name)


def chosen(document):
    return document.CurrentController.getSelection().AbsoluteName.replace("'", "")


def follow(face, text):
    """Chooses the first line that has the text in it."""
    found = [i for i, line in enumerate(face.lines()) if text in line]
    if found:
        face.choose(found[0])
    return bool(found)


def shows(get, text, seconds=20):
    return wait(lambda: text in get(), seconds)


# Whatever happens here, the office ends.
def end():
    for each in list(documents()):
        if hasattr(each, "setModified"):
            each.setModified(False)
    try:
        desktop.terminate()
    except Exception:  # the office is gone before it answers
        pass


def documents():
    components = desktop.Components.createEnumeration()
    while components.hasMoreElements():
        yield components.nextElement()


atexit.register(end)

# Without a form.
faces = show(first)
ok("the menu opens the deck beside any spreadsheet", faces)
ok("which says that no form is open", faces and shows(faces[0].head, "健保予算の様式が開かれていません"))
first.Sheets.getByIndex(0).getCellRangeByName("A1").Formula = "=1+B1"
first.CurrentController.select(first.Sheets.getByIndex(0).getCellRangeByName("A1"))
ok("any formula is taken apart", faces and shows(faces[2].words, "=1+B1") and
   "!B1" in faces[2].lines()[0])

# An empty form: what comes first, and where it stands.
book = open_book("empty.ots")
faces = show(book)
steps, findings, story = faces
ok("an empty form: 72 cells come first", shows(steps.head, "記入 0/72 欄(残り 72)"))
ok("the first step and its first cell", [line for line in steps.lines()[:2]] ==
   ["□ 1. 月別の被保険者数  0/12", "      基礎数値!C7 令和9年 3月"])
ok("a line leads to its cell", follow(steps, "基礎数値!C9 ") and wait(lambda: chosen(book) == "$基礎数値.$C$9"))
ok("what belongs there is said", shows(story.words, "月末の被保険者数"))
ok("looking changes nothing", not book.isModified() and not book.UndoManager.isUndoPossible())
cell(book, "基礎数値", "C9").Value = 5000
ok("what is filled in is counted as one types", shows(steps.head, "記入 1/72 欄(残り 71)") and
   "      基礎数値!C9 令和9年 5月" not in steps.lines() and "1/12" in steps.lines()[0])
ok("in the end come the checks and the copies", "点検の指摘を解消する" in steps.lines()[-2] and
   "提出用コピー" in steps.lines()[-1])

# A filled one: what is open, and how a value came about.
filled = open_book("filled.ods")
faces = show(filled)
steps, findings, story = faces
ok("a second window has a panel of its own", shows(steps.head, "記入 72/72 欄(残り 0)"))
ok("nothing is open", shows(findings.head, "エラー 0・未計算 0") and not findings.lines())
rate = cell(filled, "特定保険料率", "C20")
filled.CurrentController.select(rate)
spare = first.Sheets.getByIndex(0).getCellRangeByName("D1")
spare.Formula = '=KENPO_EXPLAIN("KENPO_SPECIFIC_RATE";{420000;610000;20;3000;5};0;22800000;5500000)'
told = [line.strip() for line in spare.String.splitlines() if not line.startswith("1. ")]
ok("the steps of a value are those of KENPO_EXPLAIN", shows(story.words, "36.50265") and len(told) > 4 and
   [line for line in told if line not in story.words()] == [])
ok("so is its place and what it shows", "特定保険料率!C20" in story.head() and "36.502650" in story.head())
ok("the cells it is made of lead there", follow(story, "特定保険料率!C18 標準報酬月額") and
   wait(lambda: chosen(filled) == "$特定保険料率.$C$18"))
ok("looking changes nothing, again", not filled.isModified() and not filled.UndoManager.isUndoPossible())
cell(filled, "基礎数値", "C9").String = ""
ok("a finding comes up as one types", wait(lambda: any(line.startswith("エラー") for line in findings.lines())))
gravest = findings.lines()[0]
findings.choose(0)
ok("it is told in full", shows(findings.words, "根拠: ") and gravest in findings.words())
ok("and leads to a cell", wait(lambda: chosen(filled) != "$特定保険料率.$C$18"))
print("     " + gravest, chosen(filled), flush=True)
filled.UndoManager.undo()
ok("and goes", wait(lambda: not findings.lines()))
ok("the other window does not mind", "記入 1/72" in faces_of(book)[0].head())

# Rows that are put in move cells.
sheet = filled.Sheets.getByName("基礎数値")
sheet.unprotect("")
sheet.Rows.insertByIndex(20, 3)
cell(filled, "基礎数値", "C26").String = ""
ok("cells that moved are found where they are", wait(lambda: any("基礎数値!C26" in line for line in steps.lines())))

# What it costs. The same entries with the panel and without; only processor time counts.
def seconds():
    ticks = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline") as command, open(f"/proc/{pid}/stat") as stat:
                if PIPE in command.read() and "soffice.bin" in stat.read():
                    with open(f"/proc/{pid}/stat") as again:
                        ticks += sum(int(f) for f in again.read().rsplit(")", 1)[1].split()[11:13])
        except OSError:
            pass
    return ticks / os.sysconf("SC_CLK_TCK")


def entries(count):
    """Milliseconds an entry."""
    begin = seconds()
    for i in range(count):
        cell(filled, "基礎数値", "C8").Value = 5000 + i % 7
        wait(lambda: True)
        time.sleep(0.03)
    time.sleep(0.5)
    return (seconds() - begin) * 1000 / count


side = filled.CurrentController.getSidebar()
entries(5)
with_panel = entries(30)
side.setVisible(False)
time.sleep(0.5)
without = entries(30)
print(f"     an entry takes {with_panel:.1f} ms of processor time with the panel, {without:.1f} without", flush=True)
cell(filled, "基礎数値", "C8").String = ""
side.setVisible(True)
ok("a panel that was away tells what is new", wait(lambda: len(faces_of(filled)) == 3 and any(
    "基礎数値!C8 " in line for line in faces_of(filled)[0].lines())))

# Documents and windows go.
other = filled.CurrentController.getSidebar().getDecks().getByName("PropertyDeck")
other.activate(True)
cell(filled, "基礎数値", "C9").String = ""
time.sleep(0.5)
ok("another deck in its place, and back", show(filled) and wait(lambda: any(
    "基礎数値!C9 " in line for line in faces_of(filled)[0].lines())))
for document in (filled, book):
    document.setModified(False)
    document.CurrentController.select(document.Sheets.getByIndex(0).getCellRangeByName("A5"))
    document.close(True)
ok("the office goes on when forms are closed", first.Sheets.getByIndex(0).Name and faces_of(first))
for _ in range(5):
    again = open_book("empty.ots")
    again.setModified(False)
    again.close(True)
ok("opening and closing again and again, too", len(faces_of(first)) == 3)
sys.exit(1 if failures else 0)
