# SPDX-License-Identifier: MPL-2.0
"""引き継ぎ and comparing from the menu, by a robot in place of a person (tests/robot.py), in an office on a screen of
its own.   usage: in_windows.py PIPE FOLDER: the office listens on PIPE; FOLDER holds last.ods and changed.ods"""
import os
import sys

from robot import Robot, failures, ok, sit_down, wait

PIPE, FOLDER = sys.argv[1:3]


def choose(service):
    frame = document.getCurrentController().getFrame()
    frame.activate()  # there may be no window manager that would
    dispatcher.executeDispatch(frame, f"service:org.kenpocalc.{service}?", "_self", 0, ())


def documents():
    found, every = [], desktop.getComponents().createEnumeration()
    while every.hasMoreElements():
        found.append(every.nextElement())
    return found


context, desktop, dispatcher = sit_down(PIPE)
robot = Robot(context)
document = wait(lambda: desktop.getCurrentFrame() and desktop.getCurrentComponent())

TITLE = "前年度の予算書から引き継ぐ"
choose("Carry")
ok("the command asks which form", wait(lambda: robot.parts(TITLE, "翌年度の予算書一式")))
ok("and is told by OK", robot.press(TITLE, "OK"))
ok("it asks for the budget", robot.choose_folder("引き継ぐ予算書(その前の年度の予算書も一緒に選べます)",
                                                 os.path.join(FOLDER, "last.ods")))
ok("it tells that the new workbook is open", robot.told(TITLE, "新しいワークブックと引継ぎ一覧を開きました"))
new = [one for one in documents() if one != document]
ok("which is a budget without a name, and its list", len(new) == 2 and not any(one.getURL() for one in new) and
   [one.Sheets.getElementNames()[0] for one in new].count("表紙") == 1)
budget = [one for one in new if one.Sheets.hasByName("その1")]
ok("with last year's amounts", budget and
   budget[0].NamedRanges.getByName("一般_療養給付費_前年度").getReferredCells().Value == 1458633)
ok("heads stay in sight", budget and budget[0].getCurrentController() is not None)
for one in new:
    one.setModified(False)
    one.close(True)

choose("Carry")
ok("a person who changes his mind", robot.press(TITLE, "キャンセル"))
ok("is left alone", wait(lambda: not robot.parts(TITLE, "OK")) and documents() == [document])

TITLE = "2つの予算書を比べる"
choose("Compare")
ok("comparing asks for the old workbook", robot.choose_folder("変更前のワークブック", os.path.join(FOLDER, "last.ods")))
ok("and for the new one", robot.choose_folder("変更後のワークブック", os.path.join(FOLDER, "changed.ods")))
ok("it tells that the list is open", robot.told(TITLE, "変更の一覧を開きました"))
new = [one for one in documents() if one != document]
ok("which has what was typed and what is computed", len(new) == 1 and
   new[0].Sheets.getElementNames() == ("入力の変更", "結果の変更"))
for one in new:
    one.setModified(False)
    one.close(True)
sys.exit(1 if failures else 0)
