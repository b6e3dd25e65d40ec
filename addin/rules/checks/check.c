/* SPDX-License-Identifier: MPL-2.0
 *
 * check.c: running one check: reads the values by their kinds, tries each condition of the row, and
 * words what does not hold. What is checked stands in the tables beside it; this file knows no
 * check by name.
 */
#include "kenpo/check.h"

#include <string.h>

#include "rules/conditions/conditions.h"
#include "kenpo/parameter.h"
#include "kenpo/text.h"

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
        [KP_CELLS] = {"範囲", "range"},
        [KP_NAMES] = {"名前の範囲", "range of names"},
    };
    if (argument->unit == KP_PERMILLE) return kp_unit_words(KP_PERMILLE);
    if (argument->unit == KP_PERCENT) return kp_t("割合、1 = 100 %", "ratio, 1 = 100 %");
    return WORDS[argument->kind];
}

/* Whether the call may go on without it. */
static bool may_be_absent(const kp_argument *argument) {
    return argument->kind == KP_NAMES || argument->need == KP_OPTIONAL ||
           argument->need == KP_DEFAULTED;
}

static size_t argument_count(const kp_check *check) {
    size_t count = 0;
    while (count < KP_CHECK_ARGUMENTS && check->arguments[count].kind != KP_NO_ARGUMENT)
        count++;
    return count;
}

/* The first of the arguments that may come again, in turn; their count where none may. */
static size_t first_repeated(const kp_check *check) {
    size_t first = 0;
    while (first < argument_count(check) && check->arguments[first].need != KP_REPEATED)
        first++;
    return first;
}

/* The values of one call by the arguments that they are for: those that are repeated stand in turn,
 * each with its names, which may be left out. */
enum { VALUES = KP_CHECK_ARGUMENTS + 2 * KP_CHECK_INPUTS };

typedef struct one_run {
    const kp_check *check;
    kp_value values[VALUES];
    size_t count;
    unsigned char argument_of[KP_CHECK_INPUTS]; /* of each input */
    kp_severity severity;                       /* the gravest so far */
    const kp_value *at;                         /* of the first of the gravest */
    size_t cell;
    kp_writer findings;
} one_run;

/* 収入合計(金額); 款の範囲(範囲) …: what is optional stands in brackets. */
static void write_arguments(const kp_check *check, kp_writer *writer) {
    size_t count = argument_count(check), again = first_repeated(check);
    for (size_t i = 0; i < count; i++) {
        const kp_argument *argument = &check->arguments[i];
        kp_write(writer, i == 0 ? "" : "; ");
        kp_write(writer, may_be_absent(argument) ? "[" : "");
        kp_write_text(writer, argument->name);
        kp_write_text(writer, kp_t("(", " ("));
        kp_write_text(writer, kind_word(argument));
        kp_write_text(writer, kp_t(")", ")"));
        kp_write(writer, may_be_absent(argument) ? "]" : "");
        kp_write(writer, again < count && i + 1 == count ? " …" : "");
    }
}

/* 点検の値 2「所要額」: */
static void name_value(kp_writer *writer, const void *running, int place) {
    const one_run *call = running;
    size_t argument = call->argument_of[place - 1];
    if (argument >= argument_count(call->check)) return;
    kp_write_text(writer, kp_t("点検の値 ", "Value "));
    kp_write_number(writer, kp_int(place));
    kp_write_text(writer, kp_t("「", " of the check, "));
    kp_write_text(writer, call->check->arguments[argument].name);
    kp_write_text(writer, kp_t("」: ", ": "));
}

/* Nothing, an empty text, or the dash that forms show for no value. */
static bool left_out(const kp_input *input, kp_kind kind) {
    if (input->kind != KP_INPUT_TEXT) return input->kind == KP_INPUT_NONE;
    return input->text[0] == '\0' || (kind != KP_ANSWER && kp_is_dash(input->text));
}

/* Whether the input can be names: a text, or a range whose first cell that is not blank holds one. */
static bool is_names(const kp_input *input) {
    double number;
    if (input->kind != KP_INPUT_RANGE) return input->kind == KP_INPUT_TEXT;
    for (size_t i = 0; i < input->range.rows * input->range.columns; i++) {
        kp_cell kind = kp_range_cell(&input->range, i, &number);
        if (kind != KP_CELL_BLANK) return kind == KP_CELL_TEXT;
    }
    return true;
}

/* The argument that a value was read for. */
static size_t argument_of(const one_run *call, const kp_value *value) {
    size_t index = (size_t)(value - call->values);
    size_t again = first_repeated(call->check);
    return index < again ? index : again + (index - again) % (argument_count(call->check) - again);
}

/* Notes that a value which the check needs is not there. */
static void note_unfilled(one_run *call, const kp_value *value, size_t argument) {
    if (call->severity == KP_UNFILLED) return;
    call->severity = KP_UNFILLED;
    call->at = value;
    kp_write_text(&call->findings, kp_t("「", "there is no "));
    kp_write_text(&call->findings, call->check->arguments[argument].name);
    kp_write_text(&call->findings, kp_t("」がありません。", "."));
}

static bool is_blank(const kp_range *range) {
    double number;
    for (size_t i = 0; i < range->rows * range->columns; i++)
        if (kp_range_cell(range, i, &number) != KP_CELL_BLANK) return false;
    return true;
}

/* A check of ranges alone has nothing to look at where all of them are blank. */
static void look_for_numbers(one_run *call) {
    for (size_t i = 0; i < argument_count(call->check); i++) {
        const kp_argument *row = &call->check->arguments[i];
        if (row->need == KP_REPEATED ||
            (row->need == KP_REQUIRED && row->kind != KP_RANGE && row->kind != KP_NAMES))
            return;
        if (row->kind == KP_RANGE && !is_blank(&call->values[i].range)) return;
    }
    note_unfilled(call, &call->values[0], 0);
}

/* Reads the input at `index`, which is for that argument, into the next value. */
static void read_one(kp_run *run, one_run *call, size_t argument, const kp_input *inputs,
                     size_t index) {
    const kp_argument *row = &call->check->arguments[argument];
    kp_value *value = &call->values[call->count++];
    kp_leave_out(row, value);
    if (inputs == NULL) return;
    call->argument_of[index] = (unsigned char)argument;
    value->place = (int)index + 1;
    if (row->kind == KP_CELLS || row->kind == KP_NAMES || !left_out(&inputs[index], row->kind))
        kp_read(run, row, (int)index + 1, &inputs[index], value);
    else if (row->need == KP_REQUIRED)
        note_unfilled(call, value, argument);
    value->range.dashes = true;
}

/* Reads all inputs, each for the argument whose turn it is; names are passed over where the input
 * is none. */
static void read_inputs(kp_run *run, one_run *call, const kp_input *inputs, size_t count) {
    size_t arguments = argument_count(call->check);
    size_t again = first_repeated(call->check);
    size_t argument = 0, index = 0;
    while (run->status == KP_OK && (index < count || argument < arguments)) {
        if (argument == arguments && again < arguments) argument = again;
        if (argument == arguments || (index < count && index >= KP_CHECK_INPUTS)) {
            kp_refuse(run, KP_MISSING, 0, kp_t("値が多すぎます。", "There are too many values."));
            return;
        }
        const kp_argument *row = &call->check->arguments[argument];
        bool there = index < count && (row->kind != KP_NAMES || is_names(&inputs[index]));
        if (there || may_be_absent(row)) {
            read_one(run, call, argument, there ? inputs : NULL, index);
        } else {
            call->argument_of[index] = (unsigned char)argument;
            kp_refuse(run, KP_MISSING, (int)index + 1,
                      kp_t("必須の値がありません。", "This value is required."));
        }
        index += there;
        argument++;
    }
}

static void read_values(kp_run *run, one_run *call, const kp_input *inputs, size_t count) {
    memset(call->argument_of, KP_CHECK_ARGUMENTS, sizeof call->argument_of);
    read_inputs(run, call, inputs, count);
    if (run->status == KP_OK) look_for_numbers(call);
    if (run->status == KP_OK || run->trace == NULL) return;
    kp_writer *writer = &run->trace->writer; /* lists what the check takes */
    kp_write(writer, call->check->code);
    kp_write_text(writer, kp_t(" の引数: ", " takes: "));
    write_arguments(call->check, writer);
    kp_write(writer, "\n");
}

/* ------------------------------------------------------------------------------ messages */

static void write_found(kp_writer *writer, kp_num number, bool percent) {
    if (!percent && kp_num_status(number) != KP_OK)
        kp_write(writer, "—");
    else
        kp_write_found(writer, number, percent);
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

/* 「見込額」の 2 番目, 「金額欄」(3 番目の値)の 2 番目 */
static void write_argument(kp_writer *writer, const one_run *call, const kp_finding *finding) {
    if (finding->at == NULL) return;
    kp_write_text(writer, kp_t("「", "“"));
    kp_write_text(writer, call->check->arguments[argument_of(call, finding->at)].name);
    kp_write_text(writer, kp_t("」", "”"));
    size_t index = (size_t)(finding->at - call->values), again = first_repeated(call->check);
    if (index >= again) {
        size_t turn = (index - again) / (argument_count(call->check) - again);
        kp_write_text(writer, kp_t("(", " (value "));
        kp_write_number(writer, kp_int((int64_t)turn + 1));
        kp_write_text(writer, kp_t(" 番目の値)", ")"));
    }
    if (finding->at->range.rows * finding->at->range.columns <= 1) return;
    kp_write_text(writer, kp_t("の ", " number "));
    kp_write_number(writer, kp_int((int64_t)finding->cell + 1));
    kp_write_text(writer, kp_t(" 番目", ""));
}

/* The name of the cell that was found: the one beside it, or the next one above; without names, that
 * of the argument. */
static void write_name(kp_writer *writer, const one_run *call, const kp_finding *finding) {
    char name[KP_WORD] = "";
    const kp_value *names = finding->names;
    if (names == NULL || !names->given) {
        write_argument(writer, call, finding);
        return;
    }
    size_t cells = names->range.rows * names->range.columns;
    size_t cell = finding->cell < cells ? finding->cell : cells - 1;
    kp_range_text(&names->range, cell, name, sizeof name);
    while (name[0] == '\0' && cell-- > 0)
        kp_range_text(&names->range, cell, name, sizeof name);
    kp_write_text(writer, kp_t("「", "“"));
    kp_write(writer, name);
    kp_write_text(writer, kp_t("」", "”"));
}

static bool is_number(const kp_value *value) {
    return value->kind == KP_SIGNED || value->kind == KP_AMOUNT || value->kind == KP_COUNT;
}

static void write_given(kp_writer *writer, const kp_value *value) {
    if (is_number(value) && value->unit != KP_PERMILLE)
        kp_write_found(writer, value->number, value->unit == KP_PERCENT);
    else
        kp_write_value(writer, value);
}

/* Writes a message with its numbers: {A} an argument, {x} what was computed, {x%} in percent, {n}
 * the name of a cell, {t} the fiscal year that v is, or the name of a parameter. */
static void write_message(kp_writer *writer, const char *message, const one_run *call,
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
        else if (name >= 'A' && name <= 'K')
            write_given(writer, &call->values[name - 'A']);
        else if (name == 'n')
            write_name(writer, call, finding);
        else if (name == 't')
            kp_write_year(writer, (int)finding->v.numerator);
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
        [KP_UNFILLED] = {"未入力", "Not filled in"},
    };
    return WORDS[severity];
}

/* ------------------------------------------------------------------------------- running */

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
        bool needed = value->kind != KP_ANSWER && value->kind != KP_NAMES &&
                      call->check->arguments[argument].need != KP_DEFAULTED;
        if (needed && !value->given) return false;
    }
    return true;
}

static kp_operands operands_of(const one_run *call, const kp_condition *condition) {
    size_t again = first_repeated(call->check);
    kp_operands operands = {{NULL}, 1, argument_count(call->check) - again};
    for (size_t i = 0; i < KP_CHECK_OPERANDS && condition->operands[i] != 0; i++) {
        size_t argument = condition->operands[i] - 1u;
        operands.of[i] = &call->values[argument];
        if (argument >= again) operands.repeated = (call->count - again) / operands.stride;
    }
    return operands;
}

static kp_severity severity_of(const one_run *call, const kp_condition *condition) {
    if (condition->severity != KP_PASS) return condition->severity;
    bool relieved =
        call->check->relief != 0 && kp_sign(call->values[call->check->relief - 1].number) > 0;
    return relieved ? KP_WARNING : call->check->severity;
}

/* A finding speaks of the condition's first operand, where that is one cell, unless the condition
 * points elsewhere; its name is beside it. */
static void point_at_first(const kp_condition *condition, const kp_operands *operands,
                           kp_finding *finding) {
    const kp_value *first = operands->of[0];
    if (first == NULL) return;
    if (first->kind != KP_RANGE && first->kind != KP_CELLS && first->kind != KP_NAMES)
        finding->at = first;
    for (size_t i = 0; i < KP_CHECK_OPERANDS && condition->operands[i] != 0; i++)
        if (operands->of[i]->kind == KP_NAMES) finding->names = operands->of[i];
}

static void try_condition(kp_run *run, one_run *call, const kp_condition *condition) {
    kp_num none = kp_no_number(KP_OVERFLOW);
    kp_finding finding = {run, false, none, none, none, none, none, none, NULL, 0, NULL};
    if (!applies(call, condition)) return;
    kp_operands operands = operands_of(call, condition);
    point_at_first(condition, &operands, &finding);
    condition->test(&operands, &finding);
    if (run->status != KP_OK || finding.holds) return;
    kp_severity severity = severity_of(call, condition);
    if (severity > call->severity) {
        call->severity = severity;
        call->at = finding.at;
        call->cell = finding.cell;
    }
    write_message(&call->findings, kp_wording(condition->message, call->findings.language), call,
                  &finding);
    kp_write_text(&call->findings, kp_t("", " "));
}

static void write_outcome(const one_run *call, kp_writer *text) {
    kp_write_text(text, kp_severity_word(call->severity));
    if (call->severity == KP_PASS) return;
    kp_write(text, ": ");
    kp_write(text, call->findings.buffer);
    if (call->severity == KP_UNFILLED) return;
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

static void run_call(kp_run *outer, one_run *call, const kp_input *inputs, size_t count) {
    kp_run run = {outer->status, outer->trace, name_value, call, 0, false};
    read_values(&run, call, inputs, count);
    if (run.status == KP_OK && call->severity == KP_PASS) try_all(&run, call);
    outer->status = run.status;
}

kp_severity kp_check_run(kp_run *run, const kp_check *check, const kp_input *inputs, size_t count,
                         kp_writer *text) {
    char findings[2048];
    one_run call = {.check = check};
    kp_language language = text == NULL ? KP_JAPANESE : text->language;
    call.findings = kp_writer_on(findings, sizeof findings, language);
    run_call(run, &call, inputs, count);
    if (run->status == KP_OK && text != NULL) write_outcome(&call, text);
    return call.severity;
}

/* The last cell of a value whose number has room beside the value's. */
enum { LAST_CELL = 999 };

kp_num kp_check_place(kp_run *run, const kp_check *check, const kp_input *inputs, size_t count) {
    char findings[2048];
    one_run call = {.check = check};
    call.findings = kp_writer_on(findings, sizeof findings, KP_JAPANESE);
    run_call(run, &call, inputs, count);
    if (call.at == NULL || call.at->place == 0) return kp_int(0);
    int64_t cell = call.cell < LAST_CELL ? (int64_t)call.cell + 1 : 0;
    return kp_int(1000 * (int64_t)call.at->place + cell);
}

/* --------------------------------------------------------------------------- description */

void kp_check_describe(kp_run *run, const kp_check *check, const char *item, kp_writer *text) {
    if (strcmp(item, "重要度") == 0 || strcmp(item, "区分") == 0 || strcmp(item, "severity") == 0)
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
            kp_t("項目は \"重要度\"、\"比較\"、\"根拠\"、\"引数\"、\"根拠略称\" のいずれかです。",
                 "The item must be \"severity\", \"comparison\", \"source\", "
                 "\"arguments\" or \"short source\"."));
}
