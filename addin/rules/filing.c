/* SPDX-License-Identifier: MPL-2.0
 *
 * filing.c: the documents that a society hands in. A date or number stands for the years for which
 * the source gives it, and for no other.
 */
#include "kenpo/filing.h"

#include "kenpo/parameter.h"
#include "kenpo/source.h"
#include "kenpo/text.h"
#include "kenpo/year.h"

enum { NAMES = 5 };

/* Fiscal years, both included; {0, 0} for none. */
typedef struct years {
    int from, to;
} years;

typedef struct filing {
    const char *names[NAMES];
    years dated;
    int months_after;           /* from 1 April of the year to the month after the deadline's */
    kp_parameter_id counted[2]; /* the copies of which the number consists */
    kp_text remark;
    kp_citation citation;
} filing;

static const filing FILINGS[] = {
    {{"予算届出書", "予算書", "予算の届出", "収入支出予算届出書"},
     {KP_FIRST_YEAR, KP_LAST_YEAR},
     0,
     {KP_NO_PARAMETER},
     {"予算は年度開始前に届け出ます(部数を示す資料はありません)。",
      "The budget is notified before the year begins (no source gives a number of copies)."},
     {KP_HEALTH_ORDER, "16条"}},
    {{"収入支出予算概要表", "予算概要表", "概要表", "収入支出予算概要表(その1)"},
     {2015, 2015},
     0,
     {KP_COPIES_SUMMARY_ORIGINAL, KP_COPIES_SUMMARY_COPY},
     {"平成27年3月末日までに正本1部・副本2部を提出します。",
      "One original and two copies by the end of March 2015."},
     {KP_NOTICE_2015, "第6の1"}},
    {{"組合会会議録(写)", "組合会会議録", "組合会の会議録(写)", "会議録(写)", "会議録"},
     {2015, 2015},
     0,
     {KP_COPIES_MINUTES},
     {"予算届出書に添付します。", "Attached to the notification of the budget."},
     {KP_NOTICE_2015, "第6の1"}},
    {{"積立計画", "積立計画(様式1)", "別表3(様式1)", "別表3様式1", "様式1"},
     {2015, 2015},
     0,
     {KP_COPIES_PLAN},
     {"第4の1(1)の組合は予算書の届出と併せて、(2)の組合は策定の都度提出します。",
      "Societies under 第4の1(1) submit it with the budget, those under (2) when they make it."},
     {KP_NOTICE_2015, "第4の3・第6の1"}},
    {{"実施状況報告", "積立計画(実施状況報告)", "別表3(様式2)", "別表3様式2", "様式2"},
     {2015, KP_LAST_YEAR},
     18,
     {KP_COPIES_REPORT},
     {"各実施年度の翌年9月末日までに提出します。初年度で達成した場合、次年度は不要です。",
      "By the end of September after each year of the plan; not for the second year where the "
      "first one reached the goal."},
     {KP_NOTICE_2015, "第4の4(1)"}},
    {{"積立計画の変更", "変更計画", "積立計画(変更)", "積立計画変更"},
     {0, 0},
     0,
     {KP_NO_PARAMETER},
     {"達成が困難と見込まれるとき、随時協議して変更します。期限と部数の定めはありません。",
      "At any time when the goal seems out of reach; neither a date nor a number is set."},
     {KP_NOTICE_2015, "第4の4(2)"}},
    {{"未払金返済計画", "診療報酬等未払金返済計画", "診療報酬等未払金返済計画書", "別表2"},
     {2015, 2015},
     0,
     {KP_NO_PARAMETER},
     {"予算届出書に添付します(部数を示す資料はありません)。",
      "Attached to the notification of the budget (no source gives a number of copies)."},
     {KP_NOTICE_2015, "第3の3(2)"}},
    {{"健全化計画書", "健全化計画"},
     {2015, KP_LAST_YEAR},
     9,
     {KP_NO_PARAMETER},
     {"指定組合は、指定された年度の12月末日までに承認を申請します(承認は翌1月末日)。",
      "A designated society applies by the end of December of the year in which it was designated "
      "(approval by the end of January)."},
     {KP_HEALTH_ORDER, "30条、指定組合取扱要領(平成26年11月19日 保保発1119第1号)"}},
    {{"添付文書", "予算編成基準第1の6の添付文書", "予算編成基準の添付文書"},
     {2015, 2015},
     0,
     {KP_NO_PARAMETER},
     {"予算届出書に添付します(部数を示す資料はありません)。",
      "Attached to the notification of the budget (no source gives a number of copies)."},
     {KP_NOTICE_2015, "第6の1"}},
};

static bool has_name(const filing *known, const char *name) {
    for (size_t i = 0; i < NAMES && known->names[i] != NULL; i++)
        if (kp_same_name(known->names[i], name)) return true;
    return false;
}

static const filing *find(kp_run *run, const char *document) {
    for (size_t i = 0; i < sizeof FILINGS / sizeof FILINGS[0]; i++) {
        if (!has_name(&FILINGS[i], document)) continue;
        kp_remark(run, FILINGS[i].remark);
        kp_trace_citation(run->trace, FILINGS[i].citation);
        return &FILINGS[i];
    }
    kp_refuse(
        run, KP_INVALID, 1,
        kp_t(
            "その名称の書類はありません。予算届出書、収入支出予算概要表、組合会会議録(写)"
            "、積立計画、"
            "実施状況報告、積立計画の変更、未払金返済計画、健全化計画書、添付文書 のいずれかです。",
            "There is no document of that name. Known are 予算届出書, 収入支出予算概要表, "
            "組合会会議録(写), 積立計画, 実施状況報告, 積立計画の変更, 未払金返済計画, "
            "健全化計画書, "
            "添付文書."));
    return &FILINGS[0];
}

static void within(kp_run *run, bool known) {
    if (!known)
        kp_refuse(
            run, KP_NOT_PUBLISHED, 2,
            kp_t("この年度の値を示す資料がありません。通知で確認し、組合の値を入力してください。",
                 "No source gives a value for this year. Please see the notification and "
                 "enter your own."));
}

/* The last day of the month before the one that begins `months` months after 1 April. */
static kp_date end_of_month(int year, int months) {
    int month = 3 + months; /* from January of that year, 0 */
    kp_date first = {year + month / 12, month % 12 + 1, 1};
    return kp_date_from_days(kp_date_days(first) - 1);
}

kp_date kp_filing_deadline(kp_run *run, const char *document, int year) {
    const filing *known = find(run, document);
    within(run, year >= known->dated.from && year <= known->dated.to);
    return end_of_month(year, known->months_after);
}

kp_num kp_filing_copies(kp_run *run, const char *document, int year) {
    const filing *known = find(run, document);
    kp_run quiet = kp_run_begin(NULL);
    kp_num count = kp_published(&quiet, known->counted[0], year);
    within(run, quiet.status == KP_OK);
    if (known->counted[1] != KP_NO_PARAMETER)
        count = kp_add(count, kp_published(&quiet, known->counted[1], year));
    return kp_say(run, kp_t("部数", "Copies"), count, KP_NO_UNIT);
}
