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

# Waits until the job of the office that was started says that it has begun ("$work/begun", named in
# the job). False where the office lives but does not know the service: then it would idle for ever.
# KENPO_PATIENCE: how many seconds that may take (60), less for tests, more on a very slow machine.
kenpo_begins() {
    waited=0
    while [ ! -f "$work/begun" ] && kill -0 "$office_pid" 2>/dev/null; do
        [ "$waited" -lt $((${KENPO_PATIENCE:-60} * 10)) ] || return 1
        sleep 0.1
        waited=$((waited + 1))
    done
}

# What to tell then.
kenpo_deaf="kenpo: アドインを読み込めません。make install をやり直してください / the extension cannot be loaded, please install it again"

# kenpo_office SECONDS SERVICE: runs an office of its own for "$work/job" until it ends.
kenpo_office() {
    kenpo_places
    printf 'begun\t%s\n' "$work/begun" >>"$work/job"
    BUNDLE=$bundle SECONDS_MAX=$1 LANGUAGE=${KENPO_LANGUAGE:-$(kenpo_language)} \
        "$office" --headless "service:org.kenpocalc.$2?$work/job" >"$work/office.log" 2>&1 &
    office_pid=$!
    unheard=
    kenpo_begins || { unheard=yes; kenpo_stop; }
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
    if [ -n "$unheard" ]; then
        echo "$kenpo_deaf" >&2
    elif [ "$outcome" = 5 ]; then
        echo "kenpo: 時間切れ、または異常終了しました / time limit, or the office ended unexpectedly" >&2
    fi
}
