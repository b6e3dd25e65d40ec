# SPDX-License-Identifier: MPL-2.0
# macros.py WORKBOOK: opens the workbook as nobody should, with all its macros allowed, shown and then
# hidden, to see that a test that no macro runs could fail.
import sys
import time

from office import Office

ALWAYS_EXECUTE_NO_WARN = 4  # com.sun.star.document.MacroExecMode

with Office() as office:
    for hidden in (False, True):
        document = office.load(sys.argv[1], Hidden=hidden, MacroExecutionMode=ALWAYS_EXECUTE_NO_WARN)
        document.calculateAll()
        time.sleep(1)  # the office tells of the opening when it has nothing else to do
        document.close(True)
