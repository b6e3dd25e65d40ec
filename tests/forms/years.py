# SPDX-License-Identifier: MPL-2.0
"""One question of law has one answer in the forms too: what tests/rules/test_years.c asks the table of
parameters, the functions and the checks, asked here of 予算書一式 in every year from 2012 to 2030."""
WORDS = {-1: "not asked", 0: "yes", 1: "no", 2: "no", 3: "no", 4: "not published"}

# What the filled sample is changed to, the check that then has to judge, and the formula that asks the
# function or the table of parameters: TRUE, FALSE or #N/A.
QUESTIONS = [
    ("is the society exempt from a plan", {"積立計画_免除": "はい", "準備金_一般残高_前年度末": 0}, "V43", "=IF(ISNUMBER(積立計画_要否);積立計画_要否=0;NA())"),
    ("is a society founded in 2012 exempt", {"積立計画_免除": "はい", "準備金_一般残高_前年度末": 0, "設立年度": 2012},
     "V43", "=IF(ISNUMBER(積立計画_要否);積立計画_要否=0;NA())"),
    ("does a society whose reserve is short need no plan", {"準備金_一般残高_前年度末": 0}, "V41", "=積立計画_要否=0"),
    ("may the general rate be 125 ‰", {"一般保険料率": 125}, "V18", '=125<=KENPO_PARAM("rate.most";年度)'),
    ("can the average pay be 1,300,000 yen", {"平均標準報酬月額": 1300000}, "V25", '=1300000<=KENPO_PARAM("grade.most";年度)'),
    ("are exempted costs of the year deducted", {"準備金_控除_本年度": 1}, "V31", '=ISNUMBER(KENPO_PARAM("reserve.deduction";年度))'),
    ("are three copies of the summary handed in", {"概要表_正本_提出日": 40000}, "V46", '=KENPO_COPIES("収入支出予算概要表";年度)=3'),
]


def level(book, code):
    """What the check says, by its number: 0 適 … 3 エラー, 4 未計算, -1 対象外."""
    for (number,), (found,) in zip(*(book.range(name).DataArray for name in ("点検_番号", "点検_段階"))):
        if number == code:
            return int(found)
    raise ValueError(code)


def asked(book, scratch, formula):
    scratch.Formula = formula
    if scratch.getError():
        return "not published" if scratch.String == "#N/A" else scratch.String
    return "yes" if scratch.Value else "no"


def check_years(book, expect):
    """Every question in every year; the book is left as it was."""
    sheets = book.document.Sheets
    for sheet in book.sheets:
        sheet.unprotect("")
    sheets.insertNewByName("年度の問い", sheets.Count)
    scratch = sheets.getByName("年度の問い").getCellByPosition(0, 0)
    names = {name for _, given, _, _ in QUESTIONS for name in given} | {"年度"}
    before = {name: book.cell(name).Formula for name in names}
    for year in range(2012, 2031):
        book.put("年度", year)
        for question, given, code, formula in QUESTIONS:
            for name, value in given.items():
                book.put(name, value)
            said, answer = WORDS[level(book, code)], asked(book, scratch, formula)
            silent = code == "V46" and (said, answer) == ("not asked", "not published")  # nothing to compare with
            expect(silent or said == answer, "%d: %s? %s says %s, %s says %s" % (year, question, code, said, formula, answer))
            for name in given:
                book.cell(name).Formula = before[name]
        account = asked(book, scratch, '=ISNUMBER(KENPO_PARAM("kodomo.account";年度))')
        for where, has in (("支援金_適用", book.value("支援金_適用") == 1), ("諸元_支援金率_要否", book.value("諸元_支援金率_要否") == "要"),
                           ("V60", level(book, "V60") != -1)):
            expect(("yes" if has else "no") == account, "%d: is there a childcare account? %s says %s" % (year, where, has))
    for name, formula in before.items():
        book.cell(name).Formula = formula
    sheets.removeByName("年度の問い")
    for sheet in book.sheets:
        sheet.protect("")
