# SPDX-License-Identifier: MPL-2.0
# common.sh: what kenpo-submit and kenpo-intake share: a private office with the extension loaded.

# A private folder, removed at the end whatever happens.
kenpo_work() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/kenpo-work.XXXXXX") || exit 4
    office_pid=
    trap 'kenpo_end' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

# Ends the office that still runs, and nothing else. A shell waits for its child before it heeds a
# signal, so the child is told.
kenpo_stop() {
    pkill -TERM -P "$office_pid" 2>/dev/null
}

kenpo_end() {
    [ -z "$office_pid" ] || { kenpo_stop; wait "$office_pid" 2>/dev/null; }
    rm -rf "$work"
}

# Where the unpacked extension and the script that starts an office lie: installed, or in the sources.
kenpo_places() {
    if [ -d "$here/../lib/kenpo-calc/bundle" ]; then
        bundle=$here/../lib/kenpo-calc/bundle
        office=$here/../lib/kenpo-calc/office
    else
        bundle=$here/../build/bundle
        office=$here/../tools/office
    fi
    bundle=$(readlink -f "${KENPO_BUNDLE:-$bundle}") # KENPO_BUNDLE: another build, for tests
}

# English for those whose system speaks it, else Japanese.
kenpo_language() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    en*) echo en-US ;;
    *) echo ja ;;
    esac
}

# kenpo_office SECONDS ARGUMENTS…: runs an office of its own until it ends.
kenpo_office() {
    kenpo_places
    limit=$1
    shift
    BUNDLE=$bundle SECONDS_MAX=$limit LANGUAGE=${KENPO_LANGUAGE:-$(kenpo_language)} \
        "$office" --headless "$@" >"$work/office.log" 2>&1 &
    office_pid=$!
    wait "$office_pid"
    office_pid=
}

# Shows a report's lines and takes its exit code.
kenpo_report() {
    outcome=5
    if [ -f "$1" ]; then
        while IFS="$(printf '\t')" read -r kind text; do
            case $kind in
            exit) outcome=$text ;;
            wrote) printf '%s\n' "$text" ;;
            *) printf '%s\n' "$text" >&2 ;;
            esac
        done <"$1"
    fi
    [ "$outcome" != 5 ] || echo "kenpo: 時間切れ、または異常終了しました / time limit, or the office ended unexpectedly" >&2
}
