# SPDX-License-Identifier: MPL-2.0
"""受付点検 in the windows of an office, by a robot in place of a person: it finds buttons and fields
through the interfaces for assistive technology, in an office on a screen of its own.

usage: check-menu.py PIPE WORK: the office listens on PIPE; WORK holds the folders few and in, and
hangs, a worker that hangs at one file and writes its process id into pids.
"""
import os
import sys
import time

from office import connect

PIPE, WORK = sys.argv[1:3]
EDIT, BUTTONS = [60], [44, 62]  # com.sun.star.accessibility.AccessibleRole
failures = 0


def wait(what, seconds=20):
    """What `what` gives as soon as it gives anything, or None."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    return None


def ok(what, held):
    global failures
    print(f"{'ok  ' if held else 'FAIL'} {what}", flush=True)
    failures += 0 if held else 1


def every(part):
    """A part of a window and all parts in it."""
    yield part
    for i in range(min(part.getAccessibleChildCount(), 50)):
        child = part.getAccessibleChild(i)
        if hasattr(child, "getAccessibleContext"):
            yield from every(child.getAccessibleContext())


def windows():
    for i in range(toolkit.getTopWindowCount()):
        window = toolkit.getTopWindow(i)
        context = window.getAccessibleContext() if window is not None else None
        if context is not None:
            yield context


def parts(title, words, roles=()):
    """The parts (of these roles) that say `words`, in windows of that title."""
    try:
        return [p for w in windows() if w.AccessibleName == title for p in every(w)
                if words in p.AccessibleName and (not roles or p.AccessibleRole in roles)]
    except Exception:  # a window that went away meanwhile
        return []


def press(title, button):
    found = wait(lambda: parts(title, button, BUTTONS))
    if found:
        found[0].doAccessibleAction(0)
    return bool(found)


def told(title, words):
    """A message of those words appears; it is answered by OK."""
    said = wait(lambda: parts(title, words))
    return press(title, "OK") and bool(said)


def choose(argument=""):
    """The command of the menu, or a job that begins where its folder is known."""
    frame = document.getCurrentController().getFrame()
    frame.activate()  # there may be no window manager that would
    dispatcher.executeDispatch(frame, f"service:org.kenpocalc.Intake?{argument}", "_self", 0, ())


def job():
    path = os.path.join(WORK, "job")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"shown\tyes\nfolder\t{WORK}/in\nprogram\t{WORK}/hangs\nworkers\t2\n")
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


context = wait(lambda: connect(PIPE), 40)
manager = context.ServiceManager
desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
toolkit = manager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
document = wait(lambda: desktop.getCurrentFrame() and desktop.getCurrentComponent())
TITLE, PICKER = "受付点検", "提出された写しのフォルダー"

choose()
field = wait(lambda: parts(PICKER, "", EDIT))
ok("the command asks for the folder", field)
for one in field or []:
    one.setText(os.path.join(WORK, "few"))
ok("which can be chosen", press(PICKER, "選択"))
ok("it tells that the list is made", told(TITLE, "受付一覧を作成しました。異常のある提出はありません。"))
shown = wait(lambda: [f for f in frames() if f.Title.startswith("受付一覧-")])
ok("and opens it", shown)
for frame in shown or []:
    frame.close(True)

ok("a run begins", begin_hanging())
ok("it shows how far it is", parts(TITLE, "/8"))
document.Sheets.getByIndex(0).getCellByPosition(20, 200).Value = 7
ok("the user's document can be worked on", document.Sheets.getByIndex(0).getCellByPosition(20, 200).Value == 7)
choose()
ok("a second run is refused", told(TITLE, "実行中です"))
ok("there is a button to stop it", press(TITLE, "中止"))
ok("which keeps the results and says so", told(TITLE, "次回は続きから行います") and len(results()) >= 4)
ok("no worker is left", not hanging())

ok("a run begins again", begin_hanging())
other = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
document.setModified(False)
document.close(True)
ok("it stops when the document is closed", told(TITLE, "中止しました"))
ok("no worker is left", not hanging())

document = other
ok("a run begins once more", begin_hanging())
try:
    desktop.terminate()
except Exception:  # the office is gone before it answers
    pass
ok("it stops when the user leaves the office", wait(lambda: not hanging()))
sys.exit(1 if failures else 0)
