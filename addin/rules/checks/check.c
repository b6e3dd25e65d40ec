/* SPDX-License-Identifier: MPL-2.0
 *
 * check.c: running one check: reads the values by their kinds, tries each condition of the row, and
 * words what does not hold. What is checked stands in the tables beside it; this file knows no
 * check by name.
 */
#include "kenpo/check.h"

#include <string.h>

#include "rules/checks/conditions.h"
#include "kenpo/require.h"
#include "kenpo/year.h"

/* ----------------------------------------------------------------------------- the index */

typedef struct topic {
    const kp_check *checks;
    const size_t *count;
} topic;

static const topic TOPICS[] = {
    {KP_CHECKS_FORM, &KP_CHECKS_FORM_COUNT},         {KP_CHECKS_LEVY, &KP_CHECKS_LEVY_COUNT},
    {KP_CHECKS_RATE, &KP_CHECKS_RATE_COUNT},         {KP_CHECKS_RESERVE, &KP_CHECKS_RESERVE_COUNT},
    {KP_CHECKS_BOOKING, &KP_CHECKS_BOOKING_COUNT},   {KP_CHECKS_PLAN, &KP_CHECKS_PLAN_COUNT},
    {KP_CHECKS_BUSINESS, &KP_CHECKS_BUSINESS_COUNT}, {KP_CHECKS_INPUT, &KP_CHECKS_INPUT_COUNT},
};
enum { TOPIC_COUNT = sizeof TOPICS / sizeof TOPICS[0] };

size_t kp_check_count(void) {
    size_t count = 0;
    for (size_t i = 0; i < TOPIC_COUNT; i++)
        count += *TOPICS[i].count;
    return count;
}

const kp_check *kp_check_at(size_t index) {
    size_t i = 0;
    while (index >= *TOPICS[i].count)
        index -= *TOPICS[i++].count;
    return &TOPICS[i].checks[index];
}

kp_status kp_check_named(const char *code, kp_trace *trace, const kp_check **check) {
    for (size_t i = 0; i < kp_check_count(); i++) {
        const char *candidate = kp_check_at(i)->code;
        if ((code[0] == 'v' || code[0] == 'V') && strcmp(code + 1, candidate + 1) == 0) {
            *check = kp_check_at(i);
            return KP_OK;
        }
    }
    return kp_fail(trace, KP_INVALID,
                   kp_t("その番号の点検はありません。\"V01\" から \"V65\" までを指定してください。",
                        "There is no check with that code. Codes are \"V01\" to \"V65\"."));
}

/* ------------------------------------------------------------------------ writing values */

/* Four decimals, cut and not rounded, tell 99.9999 % from 100 %; "…" says that more follow. */
static void write_percent(kp_writer *writer, kp_num ratio) {
    char text[KP_NUM_TEXT] = "—";
    kp_num percent = kp_mul(ratio, kp_int(100));
    if (kp_num_status(percent) == KP_OK) kp_num_format(percent, 4, text);
    kp_write(writer, text);
    kp_write(writer, " %");
}

static void write_year(kp_writer *writer, kp_num year) {
    int western = (int)year.numerator;
    if (writer->language == KP_JAPANESE) {
        kp_write_wareki(writer, western);
        return;
    }
    char text[] = {'F',
                   'Y',
                   (char)('0' + western / 1000),
                   (char)('0' + western / 100 % 10),
                   (char)('0' + western / 10 % 10),
                   (char)('0' + western % 10),
                   '\0'};
    kp_write(writer, text);
}

static void write_value(kp_writer *writer, const kp_check_value *value) {
    if (value->kind == KP_IS_WORD) {
        kp_write(writer, value->text);
    } else if (value->kind == KP_IS_FLAG) {
        kp_write_text(writer,
                      kp_sign(value->number) > 0 ? kp_t("はい", "yes") : kp_t("いいえ", "no"));
    } else if (value->kind == KP_IS_YEAR) {
        write_year(writer, value->number);
    } else if (value->kind == KP_IS_RATIO) {
        write_percent(writer, value->number);
    } else {
        kp_write_number(writer, value->number);
        kp_write(writer, value->kind == KP_IS_RATE ? " ‰" : "");
    }
}

/* ------------------------------------------------------------------------ reading values */

static kp_text kind_word(kp_check_kind kind) {
    static const kp_text WORDS[] = {
        [KP_NO_ARGUMENT] = {"", ""},
        [KP_IS_AMOUNT] = {"金額", "amount"},
        [KP_IS_COUNT] = {"0 以上の整数", "whole number"},
        [KP_IS_RATE] = {"‰", "‰"},
        [KP_IS_RATIO] = {"割合、1 = 100 %", "ratio, 1 = 100 %"},
        [KP_IS_FLAG] = {"1 か 0、有・無、○・×", "1 or 0, yes or no"},
        [KP_IS_DATE] = {"日付", "date"},
        [KP_IS_YEAR] = {"年度", "fiscal year"},
        [KP_IS_WORD] = {"文字列", "text"},
        [KP_IS_RANGE] = {"範囲", "range"},
    };
    return WORDS[kind];
}

static size_t argument_count(const kp_check *check) {
    size_t count = 0;
    while (count < KP_CHECK_ARGUMENTS && check->arguments[count].kind != KP_NO_ARGUMENT)
        count++;
    return count;
}

/* The argument that the value at `index` is for; the last one may be repeated. NULL if none. */
static const kp_check_argument *argument_at(const kp_check *check, size_t index) {
    size_t count = argument_count(check);
    if (index < count) return &check->arguments[index];
    const kp_check_argument *last = &check->arguments[count - 1];
    return last->need == KP_REPEATED ? last : NULL;
}

/* 収入合計(金額); 款の範囲(範囲) …: what is optional stands in brackets. */
static void write_arguments(const kp_check *check, kp_writer *writer) {
    for (size_t i = 0; i < argument_count(check); i++) {
        const kp_check_argument *argument = &check->arguments[i];
        kp_write(writer, i == 0 ? "" : "; ");
        kp_write(writer, argument->need == KP_OPTIONAL ? "[" : "");
        kp_write_text(writer, argument->name);
        kp_write_text(writer, kp_t("(", " ("));
        kp_write_text(writer, kind_word(argument->kind));
        kp_write_text(writer, kp_t(")", ")"));
        kp_write(writer, argument->need == KP_OPTIONAL ? "]" : "");
        kp_write(writer, argument->need == KP_REPEATED ? " …" : "");
    }
}

/* Says which value is wrong and why, and lists what the check takes. */
static kp_status refuse(const kp_check *check, size_t index, kp_status status, kp_text reason,
                        kp_trace *trace) {
    if (trace == NULL) return status;
    kp_writer *writer = &trace->writer;
    const kp_check_argument *argument = argument_at(check, index);
    if (argument != NULL) {
        kp_write_text(writer, kp_t("点検の値 ", "Value "));
        kp_write_number(writer, kp_int((int64_t)index + 1));
        kp_write_text(writer, kp_t("「", " of the check, "));
        kp_write_text(writer, argument->name);
        kp_write_text(writer, kp_t("」: ", ": "));
    }
    kp_fail(trace, status, reason);
    kp_write(writer, check->code);
    kp_write_text(writer, kp_t(" の引数: ", " takes: "));
    write_arguments(check, writer);
    kp_write(writer, "\n");
    return status;
}

/* A word that stands for yes or no. */
static bool read_flag_word(const char *text, kp_num *number) {
    static const char *const YES[] = {"有", "あり", "有り", "○", "〇", "済", "はい", "yes", "Yes"};
    static const char *const NO[] = {"無", "なし", "無し", "×", "未", "いいえ", "no", "No", "-"};
    for (size_t i = 0; i < sizeof YES / sizeof YES[0]; i++) {
        bool yes = strcmp(text, YES[i]) == 0;
        if (!yes && strcmp(text, NO[i]) != 0) continue;
        *number = kp_int(yes);
        return true;
    }
    return false;
}

static bool read_flag(const kp_check_input *input, kp_num *number) {
    if (input->kind == KP_CHECK_TEXT) return read_flag_word(input->text, number);
    *number = kp_num_from_double(input->number);
    return input->number == 0.0 || input->number == 1.0;
}

static const kp_text NEEDS_NUMBER = {"数値を入力してください。", "A number is needed here."};
static const kp_text ONE_CELL = {"セル1つを指定してください。範囲は使えません。",
                                 "One cell is needed here, not a range."};
static const kp_text NEEDS_FLAG = {
    "1(はい)か 0(いいえ)、または 有・無、あり・なし、○・× を入力してください。",
    "Please enter 1 (yes) or 0 (no), or one of the words yes and no."};
static const kp_text NEEDS_WHOLE = {"0 以上の整数を入力してください。",
                                    "A whole number, 0 or more, is needed here."};
static const kp_text NEEDS_DATE = {"日付を入力してください(文字列の日付は使えません)。",
                                   "A date is needed here (not a date written as text)."};
static const kp_text NEEDS_YEAR = {"年度を 2025、令和7、R7 のように入力してください。",
                                   "A fiscal year is needed here, such as 2025, 令和7 or R7."};
static const kp_text NEEDS_TEXT = {"文字列を入力してください。", "Text is needed here."};
static const kp_text TOO_LARGE = {"数値が大きすぎるか小さすぎるため、正確に計算できません。",
                                  "The number is too large or too small to be computed exactly."};

static kp_cell read_single(const void *cells, size_t row, size_t column, double *number) {
    (void)row;
    (void)column;
    *number = *(const double *)cells;
    return KP_CELL_NUMBER;
}

/* Reads a year; false where it is none. */
static bool read_year(const kp_check_input *input, kp_num *number) {
    int year = 0;
    kp_num given = input->kind == KP_CHECK_NUMBER ? kp_num_from_double(input->number) : kp_int(0);
    if (kp_num_status(given) != KP_OK) return false;
    kp_status status = input->kind == KP_CHECK_TEXT ? kp_year_from_text(input->text, NULL, &year)
                                                    : kp_year_from_number(given, NULL, &year);
    *number = kp_int(year);
    return status == KP_OK;
}

static void read_range(const kp_check_input *input, kp_check_value *value) {
    kp_range single = {&input->number, read_single, 1, 1};
    value->range = input->kind == KP_CHECK_RANGE ? input->range : single;
}

/* Reads one value by its kind; NULL, or what is expected in its place. */
static const kp_text *read_value(const kp_check_input *input, kp_check_value *value) {
    bool text = input->kind == KP_CHECK_TEXT;
    if (value->kind == KP_IS_RANGE) {
        if (text) return &NEEDS_NUMBER;
        read_range(input, value);
        return NULL;
    }
    if (input->kind == KP_CHECK_RANGE) return &ONE_CELL;
    if (value->kind == KP_IS_FLAG) return read_flag(input, &value->number) ? NULL : &NEEDS_FLAG;
    if (value->kind == KP_IS_YEAR) return read_year(input, &value->number) ? NULL : &NEEDS_YEAR;
    value->text = input->text;
    if (value->kind == KP_IS_WORD) return text ? NULL : &NEEDS_TEXT;
    if (text) return value->kind == KP_IS_DATE ? &NEEDS_DATE : &NEEDS_NUMBER;
    value->number = kp_num_from_double(input->number);
    if (kp_num_status(value->number) != KP_OK) return &TOO_LARGE;
    if (value->kind == KP_IS_COUNT && kp_require_count(value->number, NULL) != KP_OK)
        return &NEEDS_WHOLE;
    return value->kind == KP_IS_DATE && kp_sign(value->number) < 0 ? &NEEDS_DATE : NULL;
}

/* A step of the explanation: what was given. The number that stands for a date tells nothing. */
static void trace_value(const kp_check_argument *argument, const kp_check_value *value,
                        kp_trace *trace) {
    kp_num sum;
    if (trace == NULL || value->kind == KP_IS_DATE) return;
    if (value->kind == KP_IS_RANGE) {
        size_t count;
        if (kp_range_sum(&value->range, NULL, &sum, &count) == KP_OK)
            kp_trace_step(trace, argument->name, sum, KP_SUM_OF_RANGE);
        return;
    }
    kp_writer *writer = &trace->writer;
    kp_write_number(writer, kp_int(++trace->steps));
    kp_write(writer, ". ");
    kp_write_text(writer, argument->name);
    kp_write(writer, " = ");
    write_value(writer, value);
    kp_write(writer, "\n");
}

/* Nothing, an empty text, or, where a value may be left out, the dash that forms show for none. */
static bool left_out(const kp_check_input *input, kp_check_need need) {
    static const char *const DASHES[] = {"-", "―", "—", "–", "ー", "－"};
    if (input->kind != KP_CHECK_TEXT) return input->kind == KP_CHECK_NOTHING;
    for (size_t i = 0; need == KP_OPTIONAL && i < sizeof DASHES / sizeof DASHES[0]; i++)
        if (strcmp(input->text, DASHES[i]) == 0) return true;
    return input->text[0] == '\0';
}

static kp_status read_values(const kp_check *check, const kp_check_input *inputs, size_t count,
                             kp_trace *trace, kp_check_value *values) {
    static const kp_range EMPTY = {NULL, NULL, 0, 0};
    static const kp_check_input NOTHING = {KP_CHECK_NOTHING, 0, "", {NULL, NULL, 0, 0}};
    size_t expected = argument_count(check);
    for (size_t i = 0; i < expected || i < count; i++) {
        const kp_check_argument *argument = argument_at(check, i);
        if (argument == NULL || i >= KP_CHECK_INPUTS)
            return refuse(check, i, KP_MISSING,
                          kp_t("値が多すぎます。", "There are too many values."), trace);
        const kp_check_input *input = i < count ? &inputs[i] : &NOTHING;
        kp_check_value *value = &values[i];
        value->kind = argument->kind;
        value->number = kp_int(0);
        value->text = "";
        value->given = !left_out(input, argument->need);
        value->range = EMPTY;
        if (!value->given && argument->need != KP_OPTIONAL && i < expected)
            return refuse(check, i, KP_MISSING,
                          kp_t("必須の値がありません。", "This value is required."), trace);
        if (!value->given) continue;
        const kp_text *expects = read_value(input, value);
        if (expects != NULL)
            return refuse(check, i, expects == &TOO_LARGE ? KP_OVERFLOW : KP_INVALID, *expects,
                          trace);
        trace_value(argument, value, trace);
    }
    return KP_OK;
}

/* ------------------------------------------------------------------------------ messages */

static void write_found(kp_writer *writer, kp_num number, bool percent) {
    if (percent)
        write_percent(writer, number);
    else if (kp_num_status(number) != KP_OK)
        kp_write(writer, "—");
    else
        kp_write_number(writer, number);
}

static kp_num found(const kp_finding *finding, char name) {
    switch (name) {
    case 'x':
        return finding->x;
    case 'y':
        return finding->y;
    case 'z':
        return finding->z;
    case 'w':
        return finding->w;
    case 'v':
        return finding->v;
    default:
        return finding->difference;
    }
}

/* Writes a message with its numbers: {A} an argument, {x} what was computed, {x%} in percent. */
static void write_message(kp_writer *writer, const char *message, const kp_check_value *values,
                          const kp_finding *finding) {
    while (*message != '\0') {
        char piece[256];
        size_t length = strcspn(message, "{");
        if (length >= sizeof piece) length = sizeof piece - 1;
        memcpy(piece, message, length);
        piece[length] = '\0';
        kp_write(writer, piece);
        message += length;
        if (*message != '{') continue;
        char name = message[1];
        if (name >= 'A' && name <= 'H')
            write_value(writer, &values[name - 'A']);
        else
            write_found(writer, found(finding, name), message[2] == '%');
        message = strchr(message, '}') + 1;
    }
}

kp_text kp_severity_word(kp_severity severity) {
    static const kp_text WORDS[] = {
        [KP_PASS] = {"適", "OK"},
        [KP_INFO] = {"情報", "Info"},
        [KP_WARNING] = {"注意", "Warning"},
        [KP_ERROR] = {"エラー", "Error"},
    };
    return WORDS[severity];
}

/* ------------------------------------------------------------------------------- running */

/* The conditions of one call as they are tried. */
typedef struct one_run {
    const kp_check *check;
    const kp_check_value *values;
    size_t count;
    kp_severity severity; /* the gravest so far */
    kp_writer findings;
} one_run;

static bool applies(const one_run *call, const kp_condition *condition) {
    const kp_condition_case *when = &condition->when;
    if (when->argument != 0) {
        kp_num number = call->values[when->argument - 1].number;
        if (kp_cmp(number, kp_int(when->from)) < 0 || kp_cmp(number, kp_int(when->to)) > 0)
            return false;
    }
    for (size_t i = 0; i < KP_CHECK_OPERANDS && condition->operands[i] != 0; i++) {
        const kp_check_value *value = &call->values[condition->operands[i] - 1];
        if (!value->given && value->kind != KP_IS_FLAG) return false;
    }
    return true;
}

static kp_operands operands_of(const one_run *call, const kp_condition *condition) {
    kp_operands operands = {{NULL}, 1};
    for (size_t i = 0; i < KP_CHECK_OPERANDS && condition->operands[i] != 0; i++) {
        size_t argument = condition->operands[i] - 1u;
        operands.of[i] = &call->values[argument];
        if (call->check->arguments[argument].need == KP_REPEATED)
            operands.repeated = call->count - argument;
    }
    return operands;
}

static kp_severity severity_of(const one_run *call, const kp_condition *condition) {
    if (condition->severity != KP_PASS) return condition->severity;
    bool relieved =
        call->check->relief != 0 && kp_sign(call->values[call->check->relief - 1].number) > 0;
    return relieved ? KP_WARNING : call->check->severity;
}

static kp_status try_condition(one_run *call, const kp_condition *condition, kp_trace *trace) {
    kp_num none = kp_no_number(KP_OVERFLOW);
    kp_run run = kp_run_begin(trace);
    kp_finding finding = {&run, false, none, none, none, none, none, none};
    if (!applies(call, condition)) return KP_OK;
    kp_operands operands = operands_of(call, condition);
    condition->test(&operands, &finding);
    if (run.status != KP_OK || finding.holds) return run.status;
    kp_severity severity = severity_of(call, condition);
    if (severity > call->severity) call->severity = severity;
    write_message(&call->findings, kp_wording(condition->message, call->findings.language),
                  call->values, &finding);
    kp_write_text(&call->findings, kp_t("", " "));
    return KP_OK;
}

static void write_outcome(const one_run *call, kp_writer *text) {
    kp_write_text(text, kp_severity_word(call->severity));
    if (call->severity == KP_PASS) return;
    kp_write(text, ": ");
    kp_write(text, call->findings.buffer);
    kp_write_text(text, kp_t("根拠: ", "Source: "));
    kp_write_citation(text, call->check->citation);
}

kp_status kp_check_run(const kp_check *check, const kp_check_input *inputs, size_t count,
                       kp_trace *trace, kp_writer *text, kp_severity *severity) {
    char findings[2048];
    kp_check_value values[KP_CHECK_INPUTS];
    kp_status status = read_values(check, inputs, count, trace, values);
    if (status != KP_OK) return status;
    kp_language language = text == NULL ? KP_JAPANESE : text->language;
    size_t given = count > argument_count(check) ? count : argument_count(check);
    one_run call = {check, values, given, KP_PASS,
                    kp_writer_on(findings, sizeof findings, language)};
    for (size_t i = 0; i < KP_CHECK_CONDITIONS && check->conditions[i].test != NULL; i++) {
        status = try_condition(&call, &check->conditions[i], trace);
        if (status != KP_OK) return status;
    }
    if (text != NULL) write_outcome(&call, text);
    *severity = call.severity;
    return KP_OK;
}

/* --------------------------------------------------------------------------- description */

kp_status kp_check_describe(const kp_check *check, const char *item, kp_trace *trace,
                            kp_writer *text) {
    if (strcmp(item, "区分") == 0 || strcmp(item, "severity") == 0)
        kp_write_text(text, kp_severity_word(check->severity));
    else if (strcmp(item, "比較") == 0 || strcmp(item, "comparison") == 0)
        kp_write_text(text, check->compares);
    else if (strcmp(item, "根拠") == 0 || strcmp(item, "source") == 0)
        kp_write_citation(text, check->citation);
    else if (strcmp(item, "根拠略称") == 0 || strcmp(item, "short source") == 0)
        kp_write_short_citation(text, check->citation);
    else if (strcmp(item, "引数") == 0 || strcmp(item, "arguments") == 0)
        write_arguments(check, text);
    else
        return kp_fail(
            trace, KP_INVALID,
            kp_t("項目は \"区分\"、\"比較\"、\"根拠\"、\"引数\"、\"根拠略称\" のいずれかです。",
                 "The item must be \"severity\", \"comparison\", \"source\", "
                 "\"arguments\" or \"short source\"."));
    return KP_OK;
}
