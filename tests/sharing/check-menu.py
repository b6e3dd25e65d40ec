# SPDX-License-Identifier: MPL-2.0
"""受付点検 in the windows of an office, by a robot in place of a person (tests/robot.py), in an office on a
screen of its own; in every release that the extension serves.

usage: check-menu.py PIPE WORK: the office listens on PIPE; WORK holds the folders few and in, and
hangs, a worker that hangs at one file and writes its process id into pids.
"""
import os
import sys

from robot import Robot, failures, ok, sit_down, wait

PIPE, WORK = sys.argv[1:3]


def choose(argument=""):
    """The command of the menu, or a job that begins where its folder is known."""
    frame = document.getCurrentController().getFrame()
    frame.activate()  # there may be no window manager that would
    dispatcher.executeDispatch(frame, f"service:org.kenpocalc.Intake?{argument}", "_self", 0, ())


def job():
    path = os.path.join(WORK, "job")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"any\tyes\nshown\tyes\nfolder\t{WORK}/in\nprogram\t{WORK}/hangs\nworkers\t2\n")
    return path


def results():
    walk = os.walk(os.path.join(WORK, "in/受付点検/results"))
    return [name for _, _, names in walk for name in names if name.endswith(".result")]


def hanging():
    """The worker that hangs, where it runs."""
    try:
        with open(os.path.join(WORK, "pids")) as file:
            pid = file.read().split()[-1]
        with open(f"/proc/{pid}/status") as file:
            return pid if "State:\tZ" not in file.read() else None
    except (OSError, IndexError):
        return None


def begin_hanging():
    """A run that comes to the file that hangs, with its neighbours done."""
    choose(job())
    return wait(hanging) and wait(lambda: len(results()) >= 4)


def frames():
    all_frames = desktop.getFrames()
    return [all_frames.getByIndex(i) for i in range(all_frames.getCount())]


context, desktop, dispatcher = sit_down(PIPE)
robot = Robot(context)
document = wait(lambda: desktop.getCurrentFrame() and desktop.getCurrentComponent())
TITLE, PICKER = "受付点検", "提出されたコピーのフォルダー"

choose()
ok("the command asks for the folder, which can be chosen", robot.choose_folder(PICKER, os.path.join(WORK, "few")))
ok("and what is wanted beside the list", robot.press(TITLE, "様式でないワークブックも"))
ok("which is answered", robot.press(TITLE, "OK"))
ok("it tells that the list is made", robot.told(TITLE, "受付一覧を作成しました。異常のある提出はありません。"))
shown = wait(lambda: [f for f in frames() if f.Title.startswith("受付一覧-")])
ok("and opens it", shown)
for frame in shown or []:
    frame.close(True)

ok("a run begins", begin_hanging())
ok("it shows how far it is", robot.parts(TITLE, "/8"))
document.Sheets.getByIndex(0).getCellByPosition(20, 200).Value = 7
ok("the user's document can be worked on", document.Sheets.getByIndex(0).getCellByPosition(20, 200).Value == 7)
choose()
ok("a second run is refused", robot.told(TITLE, "実行中です"))
ok("there is a button to stop it", robot.press(TITLE, "中止"))
ok("which keeps the results and says so", robot.told(TITLE, "次回は続きから行います") and len(results()) >= 4)
ok("no worker is left", not hanging())

ok("a run begins again", begin_hanging())
other = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
document.setModified(False)
document.close(True)
ok("it stops when the document is closed", robot.told(TITLE, "中止しました"))
ok("no worker is left", not hanging())

document = other
ok("a run begins once more", begin_hanging())
try:
    desktop.terminate()
except Exception:  # the office is gone before it answers
    pass
ok("it stops when the user leaves the office", wait(lambda: not hanging()))
sys.exit(1 if failures else 0)
