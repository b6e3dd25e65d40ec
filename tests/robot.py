# SPDX-License-Identifier: MPL-2.0
"""In place of a person at the windows of an office on a screen of its own. Windows are read through the
toolkit's own parts and clicked with its robot; what the office lays out itself, as its dialog for folders,
is reached through its interface for tests of windows. Both are the same from 7.4 to 26.8, which the
interfaces for assistive technology are not."""
import time

from office import connect, properties  # first: it brings the office's own types

from com.sun.star.awt import MouseEvent

failures = []


def ok(what, held):
    """Tells whether that holds; what does not is kept for the end of the run."""
    print(f"{'ok  ' if held else 'FAIL'} {what}", flush=True)
    if not held:
        failures.append(what)


def sit_down(pipe, seconds=40):
    """The context, the desktop and what dispatches, of the office that listens on the pipe."""
    context = wait(lambda: connect(pipe), seconds)
    create = context.ServiceManager.createInstanceWithContext
    return context, create("com.sun.star.frame.Desktop", context), create("com.sun.star.frame.DispatchHelper", context)


def wait(what, seconds=20):
    """What `what` gives as soon as it gives anything, or None."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    return None


def words_of(part):
    """What is written on a part of a window; on a window, its title."""
    text = getattr(part, "Text", None) or part.getProperty("Label")
    return text if isinstance(text, str) else ""


def every(part):
    """A part of a window and all parts in it."""
    yield part
    for child in part.getWindows() if hasattr(part, "getWindows") else ():
        yield from every(child)


class Robot:
    def __init__(self, context):
        create = context.ServiceManager.createInstanceWithContext
        self.toolkit = create("com.sun.star.awt.Toolkit", context)
        self.tests = create("org.libreoffice.uitest.UITest", context)

    def parts(self, title, words):
        """The parts that say `words`, in windows of that title."""
        try:
            windows = [self.toolkit.getTopWindow(i) for i in range(self.toolkit.getTopWindowCount())]
            return [part for window in windows if window is not None and window.isVisible() and words_of(window) == title
                    for part in every(window) if words in words_of(part)]
        except Exception:  # a window that went away meanwhile
            return []

    def press(self, title, button):
        """Clicks a button of such a window."""
        found = wait(lambda: [p for p in self.parts(title, button) if hasattr(p, "setActionCommand")])
        if found:
            place = found[0].getPosSize()
            click = MouseEvent(Source=found[0], Buttons=1, X=place.Width // 2, Y=place.Height // 2, ClickCount=1)
            self.toolkit.mousePress(click)
            self.toolkit.mouseRelease(click)
        return bool(found)

    def asked(self, title, part):
        """The dialog of the office's own on top, where it has this title and a part of this name (getChild)."""
        try:
            window = self.tests.getTopFocusWindow()
            state = {state.Name: state.Value for state in window.getState()} if window else {}
            shown = state.get("Text") == title and state.get("Visible") == "true"
            return window if shown and part in window.getChildren() else None
        except Exception:  # it went away meanwhile
            return None

    def told(self, title, words):
        """A message of those words appears; it is answered by OK, and goes: until then no other window hears."""
        said = wait(lambda: self.parts(title, words))
        message = wait(lambda: self.asked(title, "ok"))
        if message:
            message.getChild("ok").executeAction("CLICK", ())
        return bool(said and message and wait(lambda: not self.asked(title, "ok")))

    def choose_folder(self, title, folder):
        """Answers the office's dialog for folders."""
        dialog = wait(lambda: self.asked(title, "file_name"))
        if dialog:
            name = dialog.getChild("file_name")
            name.executeAction("CLEAR", ())
            name.executeAction("TYPE", properties(TEXT=folder))
            dialog.getChild("open").executeAction("CLICK", ())
        return bool(dialog)
