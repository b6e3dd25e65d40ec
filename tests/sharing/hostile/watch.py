# SPDX-License-Identifier: MPL-2.0
# watch.py PORT BAIT LOG: writes a line to LOG for each connection to PORT of this machine, and whenever somebody opens the
# file BAIT, until it is ended.
import ctypes
import os
import selectors
import socket
import sys

IN_OPEN = 0x20


def main(port, bait, log):
    libc = ctypes.CDLL(None, use_errno=True)
    eyes = libc.inotify_init()
    assert eyes >= 0 and libc.inotify_add_watch(eyes, bait.encode(), IN_OPEN) >= 0, "cannot watch " + bait
    ears = socket.socket()
    ears.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    ears.bind(("127.0.0.1", int(port)))
    ears.listen(50)
    both = selectors.DefaultSelector()
    both.register(ears, selectors.EVENT_READ)
    both.register(eyes, selectors.EVENT_READ)
    with open(log, "w", buffering=1) as out:
        out.write("ready\n")
        while True:
            for key, _ in both.select():
                if key.fileobj == eyes:
                    os.read(eyes, 4096)
                    out.write("the bait was opened\n")
                    continue
                one, _ = ears.accept()
                one.settimeout(2)
                try:
                    said = one.recv(400)
                    one.sendall(b"HTTP/1.0 404 None\r\n\r\n")
                except OSError:
                    said = b""
                one.close()
                out.write("connection: %r\n" % said[:100])


if __name__ == "__main__":
    main(*sys.argv[1:])
