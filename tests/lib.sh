# SPDX-License-Identifier: MPL-2.0
# lib.sh: what the suites in shell share. A suite reads it first, from the root of the sources; it has
# a folder $work of its own (for instance by make_work), calls ok and its like, and ends with finish.
# shellcheck shell=sh disable=SC2034 # TAB and the screen are for the suites
failures=0
TAB=$(printf '\t')
export PYTHONPATH="$PWD/tests" # for tests/office.py
# What xvfb-run is told: from which number on to look for a free screen, since two that begin together would take
# the same one; and not to begin anew when the office's first program leaves it, before the next has come.
screen_number=$((100 + $$ % 900))
screen_ways='-screen 0 1500x1000x24 -noreset'

# A folder of the suite's own, $work, removed when the suite ends.
make_work() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/kenpo-check.XXXXXX") || exit 2
    export XDG_STATE_HOME="$work/state" # where intake keeps its key
    trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
    trap 'exit 130' INT TERM
}

fail() { # description [a file that tells more]
    echo "FAIL $1"
    [ $# -lt 2 ] || sed 's/^/     /' "$2"
    failures=$((failures + 1))
}

ok() { # description, then a command that must succeed
    what=$1
    shift
    if "$@" >"$work/log" 2>&1; then echo "ok   $what"; else fail "$what" "$work/log"; fi
}

is() { # expected, got
    [ "$1" = "$2" ] || { printf 'expected: %s\ngot:      %s\n' "$1" "$2"; return 1; }
}

prints() { # expected, then a command that must print it and succeed
    want=$1
    shift
    got=$("$@") || { echo "failed: $*"; return 1; }
    is "$want" "$got"
}

exits() { # expected exit code, then a command
    want=$1
    shift
    "$@"
    got=$?
    [ "$got" -eq "$want" ] || { echo "exit code $got, expected $want"; return 1; }
}

says() { # words, exit code, then a command that must say the words and end so
    words=$1 want=$2
    shift 2
    "$@" >"$work/said" 2>&1
    [ $? = "$want" ] && grep -q "$words" "$work/said" || { cat "$work/said"; return 1; }
}

# A part of a zip package has, or has not, a tag that looks so.
has() { unzip -p "$1" "$2" | grep -q "$3"; }
has_not() { [ -f "$1" ] && ! has "$@"; }

same() { # file, its sha256sum as it was
    [ "$(sha256sum <"$1")" = "$2" ]
}

# What cannot be tried on this machine fails, unless somebody at a desk sets KENPO_MAY_SKIP=1: a suite
# that is silent about what it leaves out proves nothing.
skip() { # what, and why not
    if [ "${KENPO_MAY_SKIP:-}" = 1 ]; then
        echo "skip $1: $2"
    else
        fail "$1: $2 (KENPO_MAY_SKIP=1 leaves it out)"
    fi
}

finish() {
    [ "$failures" -eq 0 ] || { echo "$failures failures"; exit 1; }
    exit 0
}
