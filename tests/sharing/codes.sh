# SPDX-License-Identifier: MPL-2.0
# codes.sh: the codes with which a result file tells what the suites call by its Japanese name; kept by hand, apart
# from the program's own table.
# shellcheck shell=sh
code() {
    case $1 in
    異常) echo wrong ;; 注意) echo doubt ;; 情報) echo note ;;
    点検) echo check ;;
    PDF) echo pdf ;;
    空のファイル) echo empty ;;
    暗号化または旧形式) echo old-format ;;
    提出用コピーでない) echo no-submission ;;
    大きすぎる) echo too-large ;;
    開けない) echo unopened ;;
    時間切れ) echo slow ;;
    異常終了) echo died ;;
    計算根拠なし) echo no-table ;;
    計算根拠の損傷) echo damaged-table ;;
    計算根拠の書換え) echo changed-row ;;
    計算根拠の行の増減) echo row-count ;;
    版の違い) echo version ;;
    シートの書換え) echo changed-sheet ;;
    シートの追加) echo added-sheet ;;
    見出しの書換え) echo changed-label ;;
    値の書換え) echo changed-value ;;
    再計算との不一致) echo other-value ;;
    計算しない数式) echo not-computed ;;
    外部リンク) echo link ;;
    マクロ) echo macro ;;
    様式でない) echo form-none ;;
    様式のシートの欠落) echo form-sheet ;;
    様式の名前の変更) echo form-name ;;
    様式の数式の変更) echo form-cell ;;
    様式の文言の変更) echo form-text ;;
    未計算の点検) echo unchecked ;;
    エラー値) echo error-value ;;
    数値欄の文字) echo text-entry ;;
    範囲外の値) echo outside-entry ;;
    *) echo "no code for $1" >&2; echo unknown ;;
    esac
}

# The gravity and the kind of each finding of a result, as the suites call them.
findings() { # result
    sed -n "s/^finding$TAB//p" "$1" | cut -f1,2 | sed "s/^wrong$TAB/異常$TAB/; s/${TAB}slow$/${TAB}時間切れ/
        s/${TAB}died$/${TAB}異常終了/; s/${TAB}unopened$/${TAB}開けない/"
}

# Where the result of a file lies, by the name with which it is told, in $results: under a sum of that name.
result() { # name
    printf '%s/%s.result' "$results" "$(printf %s "$1" | sha256sum | cut -c1-32)"
}
