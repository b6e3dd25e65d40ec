/* SPDX-License-Identifier: MPL-2.0
 *
 * check.c: running one check: reads the values by their kinds, tries each condition of the row, and
 * words what does not hold. What is checked stands in the tables beside it; this file knows no
 * check by name.
 */
#include "kenpo/check.h"

#include <string.h>

#include "rules/checks/conditions.h"
#include "kenpo/parameter.h"
#include "kenpo/text.h"

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

const kp_check *kp_check_named(kp_run *run, const char *code) {
    for (size_t i = 0; i < kp_check_count(); i++)
        if (kp_capital(code[0]) == 'V' && strcmp(code + 1, kp_check_at(i)->code + 1) == 0)
            return kp_check_at(i);
    kp_refuse(run, KP_INVALID, 1,
              kp_t("その番号の点検はありません。\"V01\" から \"V65\" までを指定してください。",
                   "There is no check with that code. Codes are \"V01\" to \"V65\"."));
    return NULL;
}

/* ------------------------------------------------------------------------ reading values */

static kp_text kind_word(const kp_argument *argument) {
    static const kp_text WORDS[] = {
        [KP_SIGNED] = {"金額", "amount"},
        [KP_AMOUNT] = {"金額", "amount"},
        [KP_COUNT] = {"0 以上の整数", "whole number"},
        [KP_ANSWER] = {"1 か 0、有・無、○・×", "1 or 0, yes or no"},
        [KP_DATE] = {"日付", "date"},
        [KP_YEAR] = {"年度", "fiscal year"},
        [KP_KEYWORD] = {"文字列", "text"},
        [KP_RANGE] = {"範囲", "range"},
    };
    if (argument->unit == KP_PERMILLE) return kp_unit_words(KP_PERMILLE);
    if (argument->unit == KP_PERCENT) return kp_t("割合、1 = 100 %", "ratio, 1 = 100 %");
    return WORDS[argument->kind];
}

static bool may_be_left_out(kp_demand need) {
    return need == KP_OPTIONAL || need == KP_DEFAULTED;
}

static size_t argument_count(const kp_check *check) {
    size_t count = 0;
    while (count < KP_CHECK_ARGUMENTS && check->arguments[count].kind != KP_NO_ARGUMENT)
        count++;
    return count;
}

/* The argument that the value at `index` is for; the last one may be repeated. NULL if none. */
static const kp_argument *argument_at(const kp_check *check, size_t index) {
    size_t count = argument_count(check);
    if (index < count) return &check->arguments[index];
    const kp_argument *last = &check->arguments[count - 1];
    return last->need == KP_REPEATED ? last : NULL;
}

/* 収入合計(金額); 款の範囲(範囲) …: what is optional stands in brackets. */
static void write_arguments(const kp_check *check, kp_writer *writer) {
    for (size_t i = 0; i < argument_count(check); i++) {
        const kp_argument *argument = &check->arguments[i];
        kp_write(writer, i == 0 ? "" : "; ");
        kp_write(writer, may_be_left_out(argument->need) ? "[" : "");
        kp_write_text(writer, argument->name);
        kp_write_text(writer, kp_t("(", " ("));
        kp_write_text(writer, kind_word(argument));
        kp_write_text(writer, kp_t(")", ")"));
        kp_write(writer, may_be_left_out(argument->need) ? "]" : "");
        kp_write(writer, argument->need == KP_REPEATED ? " …" : "");
    }
}

/* 点検の値 2「所要額」: */
static void name_value(kp_writer *writer, const void *running, int place) {
    const kp_argument *argument = argument_at(running, (size_t)place - 1);
    if (argument == NULL) return;
    kp_write_text(writer, kp_t("点検の値 ", "Value "));
    kp_write_number(writer, kp_int(place));
    kp_write_text(writer, kp_t("「", " of the check, "));
    kp_write_text(writer, argument->name);
    kp_write_text(writer, kp_t("」: ", ": "));
}

/* Nothing, an empty text, or, where a value may be left out, the dash that forms show for none. */
static bool left_out(const kp_input *input, kp_demand need) {
    static const char *const DASHES[] = {"-", "―", "—", "–", "ー", "－"};
    if (input->kind != KP_INPUT_TEXT) return input->kind == KP_INPUT_NONE;
    for (size_t i = 0; may_be_left_out(need) && i < sizeof DASHES / sizeof DASHES[0]; i++)
        if (strcmp(input->text, DASHES[i]) == 0) return true;
    return input->text[0] == '\0';
}

/* Reads the value at `index`, which may be missing. */
static void read_one(kp_run *run, const kp_check *check, size_t index, const kp_input *input,
                     kp_value *value) {
    const kp_argument *argument = argument_at(check, index);
    if (input != NULL && !left_out(input, argument->need)) {
        kp_read(run, argument, (int)index + 1, input, value);
        return;
    }
    kp_leave_out(argument, value);
    if (!may_be_left_out(argument->need) && index < argument_count(check))
        kp_refuse(run, KP_MISSING, (int)index + 1,
                  kp_t("必須の値がありません。", "This value is required."));
}

static void read_values(kp_run *run, const kp_check *check, const kp_input *inputs, size_t count,
                        kp_value *values) {
    size_t expected = argument_count(check);
    for (size_t i = 0; (i < expected || i < count) && run->status == KP_OK; i++) {
        if (argument_at(check, i) == NULL || i >= KP_CHECK_INPUTS)
            kp_refuse(run, KP_MISSING, (int)i + 1,
                      kp_t("値が多すぎます。", "There are too many values."));
        else
            read_one(run, check, i, i < count ? &inputs[i] : NULL, &values[i]);
    }
    if (run->status == KP_OK || run->trace == NULL) return;
    kp_writer *writer = &run->trace->writer; /* lists what the check takes */
    kp_write(writer, check->code);
    kp_write_text(writer, kp_t(" の引数: ", " takes: "));
    write_arguments(check, writer);
    kp_write(writer, "\n");
}

/* ------------------------------------------------------------------------------ messages */

static void write_found(kp_writer *writer, kp_num number, bool percent) {
    if (percent)
        kp_write_percent(writer, number);
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

/* A number of the law of the present, or a guide: {rate.most}, {guide.fee%} in percent. */
static void write_parameter(kp_writer *writer, const char *name, size_t length) {
    char id[64] = "";
    kp_run quiet = kp_run_begin(NULL);
    bool percent = name[length - 1] == '%';
    if (length < sizeof id) memcpy(id, name, percent ? length - 1 : length);
    kp_parameter_id parameter = kp_parameter_named(&quiet, id);
    write_found(writer, kp_published(&quiet, parameter, KP_NO_YEAR), percent);
}

/* Writes a message with its numbers: {A} an argument, {x} what was computed, {x%} in percent, or
 * the name of a parameter. */
static void write_message(kp_writer *writer, const char *message, const kp_value *values,
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
        length = strcspn(message, "}");
        if (length > 3)
            write_parameter(writer, message + 1, length - 1);
        else if (name >= 'A' && name <= 'H')
            kp_write_value(writer, &values[name - 'A']);
        else
            write_found(writer, found(finding, name), message[2] == '%');
        message += length + 1;
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
    const kp_value *values;
    size_t count;
    kp_severity severity; /* the gravest so far */
    kp_writer findings;
} one_run;

static bool in_case(const one_run *call, const kp_condition_case *when) {
    if (when->argument == 0) return true;
    const kp_value *value = &call->values[when->argument - 1];
    if (when->in_force != KP_NO_PARAMETER)
        return kp_parameter_row(when->in_force, value->year) != NULL;
    return kp_cmp(value->number, kp_int(when->from)) >= 0 &&
           kp_cmp(value->number, kp_int(when->to)) <= 0;
}

static bool applies(const one_run *call, const kp_condition *condition) {
    if (!in_case(call, &condition->when)) return false;
    for (size_t i = 0; i < KP_CHECK_OPERANDS && condition->operands[i] != 0; i++) {
        size_t argument = condition->operands[i] - 1u;
        const kp_value *value = &call->values[argument];
        bool needed =
            value->kind != KP_ANSWER && call->check->arguments[argument].need != KP_DEFAULTED;
        if (needed && !value->given) return false;
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

static void try_condition(kp_run *run, one_run *call, const kp_condition *condition) {
    kp_num none = kp_no_number(KP_OVERFLOW);
    kp_finding finding = {run, false, none, none, none, none, none, none};
    if (!applies(call, condition)) return;
    kp_operands operands = operands_of(call, condition);
    condition->test(&operands, &finding);
    if (run->status != KP_OK || finding.holds) return;
    kp_severity severity = severity_of(call, condition);
    if (severity > call->severity) call->severity = severity;
    write_message(&call->findings, kp_wording(condition->message, call->findings.language),
                  call->values, &finding);
    kp_write_text(&call->findings, kp_t("", " "));
}

static void write_outcome(const one_run *call, kp_writer *text) {
    kp_write_text(text, kp_severity_word(call->severity));
    if (call->severity == KP_PASS) return;
    kp_write(text, ": ");
    kp_write(text, call->findings.buffer);
    kp_write_text(text, kp_t("根拠: ", "Source: "));
    kp_write_citation(text, call->check->citation);
}

/* Tries all conditions on the values that were read. What is not published for one does not hide
 * what another finds. */
static void try_all(kp_run *run, one_run *call) {
    bool undecided = false;
    run->inner = true;
    for (size_t i = 0; i < KP_CHECK_CONDITIONS && call->check->conditions[i].test != NULL; i++) {
        if (run->status == KP_OK) try_condition(run, call, &call->check->conditions[i]);
        if (run->status != KP_NOT_PUBLISHED) continue;
        undecided = true;
        run->status = KP_OK;
    }
    if (undecided && run->status == KP_OK && call->severity == KP_PASS)
        run->status = KP_NOT_PUBLISHED;
}

kp_severity kp_check_run(kp_run *outer, const kp_check *check, const kp_input *inputs, size_t count,
                         kp_writer *text) {
    char findings[2048];
    kp_value values[KP_CHECK_INPUTS];
    kp_run run = {outer->status, outer->trace, name_value, check, 0, false};
    kp_language language = text == NULL ? KP_JAPANESE : text->language;
    size_t given = count > argument_count(check) ? count : argument_count(check);
    one_run call = {check, values, given, KP_PASS,
                    kp_writer_on(findings, sizeof findings, language)};
    read_values(&run, check, inputs, count, values);
    if (run.status == KP_OK) try_all(&run, &call);
    if (run.status == KP_OK && text != NULL) write_outcome(&call, text);
    outer->status = run.status;
    return call.severity;
}

/* --------------------------------------------------------------------------- description */

void kp_check_describe(kp_run *run, const kp_check *check, const char *item, kp_writer *text) {
    if (strcmp(item, "区分") == 0 || strcmp(item, "severity") == 0)
        kp_write_text(text, kp_severity_word(check->severity));
    else if (strcmp(item, "比較") == 0 || strcmp(item, "comparison") == 0)
        write_message(text, kp_wording(check->compares, text->language), NULL, NULL);
    else if (strcmp(item, "根拠") == 0 || strcmp(item, "source") == 0)
        kp_write_citation(text, check->citation);
    else if (strcmp(item, "根拠略称") == 0 || strcmp(item, "short source") == 0)
        kp_write_short_citation(text, check->citation);
    else if (strcmp(item, "引数") == 0 || strcmp(item, "arguments") == 0)
        write_arguments(check, text);
    else
        kp_refuse(
            run, KP_INVALID, 2,
            kp_t("項目は \"区分\"、\"比較\"、\"根拠\"、\"引数\"、\"根拠略称\" のいずれかです。",
                 "The item must be \"severity\", \"comparison\", \"source\", "
                 "\"arguments\" or \"short source\"."));
}
