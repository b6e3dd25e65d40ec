# SPDX-License-Identifier: MPL-2.0
# shellcheck shell=sh
# common.sh: what kenpo-submit and kenpo-intake share: a private office that gets a job and tells how it went.
# KENPO_BUNDLE: another build of the extension. KENPO_LANGUAGE: ja or en-US. KENPO_PATIENCE: the seconds in which an
# office must come to its job (60). KENPO_WORKER: another program in place of the workers' office, for tests.

pids=
self=$(readlink -f "$0")
lib=${self%/*}/../lib/kenpo-calc
[ -d "$lib" ] || lib=${self%/*}/../tools
bundle=$(readlink -f "${KENPO_BUNDLE:-$([ -d "$lib/bundle" ] && echo "$lib/bundle" || echo "$lib/../build/bundle")}")
deaf="kenpo: アドインを読み込めません。make install をやり直してください / the extension cannot be loaded, please install it again"

fail() { # exit code, message
    echo "${self##*/}: $2" >&2
    exit "$1"
}

# A private folder, gone at the end whatever happens; those of runs that were killed are swept away.
kenpo_work() {
    for old in "${TMPDIR:-/tmp}"/kenpo-work.*; do
        [ ! -O "$old/lock" ] || flock -n "$old/lock" rm -rf "$old"
    done
    work=$(mktemp -d "${TMPDIR:-/tmp}/kenpo-work.XXXXXX") || exit 4
    exec 9>"$work/lock" && flock 9
    trap kenpo_end EXIT
    trap 'exit 130' INT; trap 'exit 143' TERM HUP
}

kenpo_end() {
    [ -z "$pids" ] || { kill $pids; sleep 0.1; kill $pids; wait; } 2>/dev/null
    rm -rf "$work" 2>/dev/null || { sleep 1; rm -rf "$work"; }
}

# A line of a job, as addin/system/lines.h describes it; the same with the whole path of a file.
kenpo_line() { printf '%s\t%s\n' "$1" "$(printf %s "$2" | kenpo_escape)"; }
kenpo_path() { printf '%s\t%s\n' "$1" "$(readlink -fz -- "$2" | tr -d '\0' | kenpo_escape)"; }
kenpo_escape() { sed -z 's/%/%25/g; s/\t/%09/g; s/\n/%0A/g; s/\r/%0D/g'; }

# Starts an office for "$work/job" and waits until it says that it has begun. One that lives but does not know the
# service would idle for ever. English for those whose system speaks it, else Japanese.
kenpo_start() { # service, most seconds (0: any number)
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in en*) language=en-US ;; *) language=ja ;; esac
    printf '%s\t%s\n' begun "$work/begun" report "$work/report" lines "$work/lines" >>"$work/job"
    : >"$work/lines"
    BUNDLE=$bundle SECONDS_MAX=$2 LANGUAGE=${KENPO_LANGUAGE:-$language} TMPDIR=$work \
        "$lib/office" --headless "service:org.kenpocalc.$1?$work/job" >"$work/office.log" 2>&1 &
    office=$! pids=$!
    tail -n +1 -s 0.2 -f --pid="$office" "$work/lines" &
    waited=0 told=$!
    while [ ! -f "$work/begun" ] && kill -0 "$office" 2>/dev/null; do
        [ "$waited" -lt $((${KENPO_PATIENCE:-60} * 10)) ] || { kill "$office"; echo "$deaf" >&2; exit 5; }
        sleep 0.1
        waited=$((waited + 1))
    done
}

# Waits for its end, shows its report, and ends as that says.
kenpo_finish() {
    wait "$office"
    pids= outcome=5
    wait "$told"
    [ ! -f "$work/report" ] || while IFS="$(printf '\t')" read -r kind text; do
        case $kind in
        exit) outcome=$text ;;
        wrote) printf '%s\n' "$text" ;;
        *) printf '%s\n' "$text" >&2 ;;
        esac
    done <"$work/report"
    [ -f "$work/report" ] || echo "kenpo: 時間切れ、または異常終了しました / time limit, or the office ended unexpectedly" >&2
    exit "$outcome"
}
