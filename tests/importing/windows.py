# SPDX-License-Identifier: MPL-2.0
"""取り込む and 貼り付け(入力欄へ) in the windows of an office on a screen of its own, by a robot in place of a
person (tests/robot.py).

usage: windows.py PIPE WORK: the office listens on PIPE and shows a budget of FY2027; WORK holds tables.
"""
import os
import sys

from office import properties
from robot import Robot, failures, ok, sit_down, wait

PIPE, WORK = sys.argv[1:3]


def shown():
    """The workbook, once its window is there."""
    every = desktop.getComponents().createEnumeration()
    while every.hasMoreElements():
        one = every.nextElement()
        if one.supportsService("com.sun.star.sheet.SpreadsheetDocument") and one.getCurrentController():
            return one
    return None


def dispatch(of, command, **values):
    frame = of.getCurrentController().getFrame()
    frame.activate()
    dispatcher.executeDispatch(frame, command, "_self", 0, properties(**values))


def cells(name):
    return book.NamedRanges.getByName(name).getReferredCells()


def column(name):
    return [row[0] for row in cells(name).getDataArray()]


def answer(title, button):
    """Answers a message, or a dialog, of the office by a button of that name."""
    window = wait(lambda: robot.asked(title, button))
    if window:
        window.getChild(button).executeAction("CLICK", ())
    return bool(window and wait(lambda: not robot.asked(title, button)))


context, desktop, dispatcher = sit_down(PIPE)
robot = Robot(context)
book = wait(shown, 40)
TAKE, PASTE = "取り込み", "貼り付け(入力欄へ)"

# A table: seventy claims, of which the form has sixty rows.
dispatch(book, "service:org.kenpocalc.Import?")
ok("the command asks for the table", robot.choose_folder("取り込む表", os.path.join(WORK, "claims.csv")))
ok("the dialog shows the file, its coding and the fields of the list that it guessed", wait(lambda: robot.parts(TAKE, "claims.csv  Shift_JIS(CP932)")) and robot.parts(TAKE, "交付対象額"))
ok("it is taken", robot.press(TAKE, "取り込む"))
ok("what was not is told", wait(lambda: robot.parts(TAKE, "取り込めなかったもの")) and robot.press(TAKE, "OK"))
amounts = wait(lambda: len(column("高額_交付対象額")) == 70 and column("高額_交付対象額")) or [0]
ok("seventy claims in seventy rows", len(amounts) == 70 and amounts[0] == 4000000 and amounts[-1] == 4000069)
ok("the sheet is protected as before", book.Sheets.getByName("高額医療交付金").isProtected())
book.getUndoManager().undo()
ok("one step undoes all of it", len(column("高額_交付対象額")) == 60 and not any(column("高額_交付対象額")))
ok("and the sheet is protected", book.Sheets.getByName("高額医療交付金").isProtected())
book.getUndoManager().redo()
ok("one step does it again", len(column("高額_交付対象額")) == 70)
book.getUndoManager().undo()

# A column of texts from another workbook, over a locked row.
other = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
TEXTS = ["1,120,000", "▲5", "abc", "６９０", "12.5", "7"]
for i, text in enumerate(TEXTS):
    other.Sheets.getByIndex(0).getCellByPosition(0, i).String = text
other.getCurrentController().select(other.Sheets.getByIndex(0).getCellRangeByPosition(0, 0, 0, len(TEXTS) - 1))
dispatch(other, ".uno:Copy")
sheet = book.Sheets.getByName("その1")
target = cells("一般_埋葬料_前年度見込").getRangeAddress()
place = (target.StartColumn, target.StartRow)


def rows(first, count):
    return [sheet.getCellByPosition(place[0], first + i) for i in range(count)]


first = place[1]
while any(not cell.CellProtection.IsLocked for cell in rows(first, 4)[1:]) and all(not cell.CellProtection.IsLocked for cell in rows(first, 6)):
    first += 1  # where a locked row lies among the next six
before = [(cell.CellStyle, cell.NumberFormat, cell.Validation.Type, cell.String) for cell in rows(first, 8)]
opened = [cell for cell in rows(first, 40) if not cell.CellProtection.IsLocked][:len(TEXTS)]
book.getCurrentController().getFrame().activate()
book.getCurrentController().setActiveSheet(sheet)
book.getCurrentController().select(rows(first, 1)[0])
dispatch(book, "service:org.kenpocalc.Import?paste")
ok("locked rows in between are asked about", answer(PASTE, "no"))
ok("what was not taken is told", wait(lambda: robot.parts(PASTE, "入れなかったもの")) and robot.press(PASTE, "OK"))
ok("texts are numbers, in the open cells one after the other", wait(lambda: [cell.Value for cell in opened] == [1120000, 0, 0, 690, 0, 7]))
ok("style, format and rule stay", [(c.CellStyle, c.NumberFormat, c.Validation.Type) for c in rows(first, 8)] == [b[:3] for b in before])
book.getUndoManager().undo()
ok("one step undoes it", [cell.Type.value for cell in opened] == ["EMPTY"] * len(TEXTS))

other.setModified(False)
other.close(True)
book.setModified(False)
try:
    desktop.terminate()
except Exception:  # the office is gone before it answers
    pass
sys.exit(1 if failures else 0)
