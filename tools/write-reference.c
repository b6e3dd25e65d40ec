/* SPDX-License-Identifier: MPL-2.0
 *
 * write-reference.c: a program of the build. Writes the function reference as a page, in one of the
 * two languages, from the table of functions and the table of parameters: nothing stands in it that
 * the add-in does not do. Each example is computed here by the rules themselves.
 * usage: write-reference ja|en page.html
 */
#include <libxml/xmlwriter.h>
#include <string.h>

#include "interpret.h"
#include "calc/errors.h"
#include "calc/function.h"
#include "rules/parameter.h"

/* The page that is being written. */
typedef struct page {
    xmlTextWriterPtr out;
    kp_language language;
} page;

static const xmlChar *x(const char *text) {
    return (const xmlChar *)text;
}

static void start(page *p, const char *element) {
    xmlTextWriterStartElement(p->out, x(element));
}

/* With a closing tag of its own also where nothing stands between: HTML needs it. */
static void end(page *p) {
    xmlTextWriterFullEndElement(p->out);
}

static void attribute(page *p, const char *name, const char *value) {
    xmlTextWriterWriteAttribute(p->out, x(name), x(value));
}

static void plain(page *p, const char *text) {
    xmlTextWriterWriteString(p->out, x(text));
}

static void write(page *p, kp_text text) {
    plain(p, kp_wording(text, p->language));
}

static void element(page *p, const char *name, kp_text text) {
    start(p, name);
    write(p, text);
    end(p);
}

static void plain_element(page *p, const char *name, const char *text) {
    element(p, name, kp_t(text, text));
}

/* A cell that is not broken over lines. */
static void short_cell(page *p, kp_text text) {
    start(p, "td");
    attribute(p, "class", "short");
    write(p, text);
    end(p);
}

static void row_of_heads(page *p, const kp_text *heads, size_t count) {
    start(p, "tr");
    for (size_t i = 0; i < count; i++)
        element(p, "th", heads[i]);
    end(p);
}

/* ------------------------------------------------------------------------------- the opening */

static void write_head(page *p, kp_text title) {
    static const char STYLE[] =
        "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;line-height:1.6}"
        "table{border-collapse:collapse;margin:.5em 0}"
        "th,td{border:1px solid #aaa;padding:.2em .6em;text-align:left;vertical-align:top}"
        "td{overflow-wrap:anywhere}th{background:#eef2f6}th,.short{white-space:nowrap}.source{font-"
        "size:.8em}code,pre{"
        "font-family:monospace;"
        "background:#f5f5f5}"
        "pre{padding:.6em;white-space:pre-wrap}h2{border-bottom:2px solid #357;margin-top:2em}"
        "@media "
        "print{body{margin:0;max-width:none}h2{page-break-after:avoid}table,pre{page-break-inside:"
        "avoid}}";
    start(p, "head");
    start(p, "meta");
    attribute(p, "charset", "UTF-8");
    xmlTextWriterEndElement(p->out);
    element(p, "title", title);
    start(p, "style");
    xmlTextWriterWriteRaw(p->out, x(STYLE));
    end(p);
    end(p);
}

static void write_conventions(page *p) {
    static const kp_text SAID[] = {
        {"金額は円または千円です。1つの式の中では同じ単位でそろえてください。結果も同じ単位です。",
         "Amounts are in yen or in thousands of yen, the same in one call; so is the result."},
        {"料率は ‰(千分率)です。9.5 % は 95 と入力します。割合は 1 が 100 % です。",
         "Rates are in ‰: 9.5 % is 95. A share of 1 is 100 %."},
        {"年度は 2025、令和7、令和7年度、R7、平成27、H27、２０２５ などの書き方ができます。"
         "7 だけでは元号が分からないためエラーになります。",
         "A fiscal year may be written 2025, 令和7, 令和7年度, R7, 平成27, H27 and the like; 7 "
         "alone "
         "says no era and is refused."},
        {"範囲では空欄のセルを数えません。文字列があるとエラーになります(0 とは扱いません)。"
         "列全体(例 A:A)も指定できますが、約105万セルを読むため、1つの式に約0.4秒かかります。",
         "In a range, empty cells count as nothing; text is refused and never read as 0. A whole "
         "column such as A:A works; its million cells take about 0.4 seconds a formula."},
        {"計算は正確な分数で行い、最後に1回だけセルの数値に丸めます。端数処理はしません。必要な"
         "ときは KENPO_ROUND を使ってください。",
         "Everything is computed exactly and rounded once, to the cell's number. Where a form must "
         "round, use KENPO_ROUND."},
        {"[ ] の引数は省略できます。省略すると年度の公表値を使い、入力した値はそれに優先します。"
         "空欄のセルを指定すると 0 として読まれます。",
         "Arguments in [ ] may be left out: the published value of the year stands in; a value of "
         "your own wins over it. A reference to an empty cell reads as 0."},
    };
    start(p, "ul");
    for (size_t i = 0; i < sizeof SAID / sizeof SAID[0]; i++)
        element(p, "li", SAID[i]);
    end(p);
}

static void write_errors(page *p) {
    static const kp_text HEADS[] = {{"セルの表示", "The cell shows"}, {"意味", "It means"}};
    element(
        p, "p",
        kp_t("エラーの理由は KENPO_EXPLAIN が文章で示します。例: =KENPO_EXPLAIN(\"KENPO_GRANT\";A1;"
             "2025)",
             "KENPO_EXPLAIN says why, such as =KENPO_EXPLAIN(\"KENPO_GRANT\";A1;2025)"));
    start(p, "table");
    row_of_heads(p, HEADS, 2);
    for (int i = 0; kp_error_at(i) != NULL; i++) {
        const kp_error *error = kp_error_at(i);
        char japanese[64];
        snprintf(japanese, sizeof japanese, "%s(エラー:%d)", error->name, error->code);
        start(p, "tr");
        short_cell(p, kp_t(error->name[0] == '#' ? error->name : japanese, error->name));
        element(p, "td", error->meaning);
        end(p);
    }
    end(p);
}

static void write_contents(page *p) {
    start(p, "table");
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        char target[96];
        snprintf(target, sizeof target, "#%s", KP_FUNCTIONS[i].name);
        start(p, "tr");
        start(p, "td");
        start(p, "a");
        attribute(p, "href", target);
        plain(p, KP_FUNCTIONS[i].name);
        end(p);
        end(p);
        element(p, "td", KP_FUNCTIONS[i].summary);
        end(p);
    }
    end(p);
}

/* ----------------------------------------------------------------------------- one function */

static kp_text kind_name(const kp_argument *argument) {
    static const kp_text NAMES[] = {
        [KP_SIGNED] = {"数値", "number"},
        [KP_AMOUNT] = {"0 以上の数値", "number, 0 or more"},
        [KP_POSITIVE] = {"正の数値", "number above 0"},
        [KP_DIVISOR] = {"正の数値", "number above 0"},
        [KP_COUNT] = {"0 以上の整数", "whole number, 0 or more"},
        [KP_ORDINAL] = {"1 以上の整数", "whole number, 1 or more"},
        [KP_TWELVE] = {"1〜12 の整数", "whole number, 1 to 12"},
        [KP_SHARE] = {"割合(1 = 100 %)", "share, 1 = 100 %"},
        [KP_FLAG] = {"TRUE / FALSE", "TRUE or FALSE"},
        [KP_DECIMALS] = {"1〜10 の整数", "whole number, 1 to 10"},
        [KP_YEAR] = {"年度", "fiscal year"},
        [KP_DAY] = {"日付またはその文字列", "date or its spelling"},
        [KP_KEYWORD] = {"文字列", "text"},
        [KP_RANGE] = {"範囲", "range"},
        [KP_REST] = {"任意の個数", "any number of values"},
    };
    bool rate = argument->kind == KP_AMOUNT && argument->unit == KP_PERMILLE;
    return rate ? kp_t("率(‰)", "rate in ‰") : NAMES[argument->kind];
}

static void write_syntax(page *p, const kp_function *function) {
    start(p, "p");
    start(p, "code");
    plain(p, function->name);
    plain(p, "(");
    for (size_t i = 0; i < kp_argument_count(function); i++) {
        const kp_argument *argument = &function->arguments[i];
        if (i > 0) plain(p, "; ");
        if (argument->need == KP_OPTIONAL) plain(p, "[");
        write(p, argument->name);
        if (argument->need == KP_OPTIONAL) plain(p, "]");
    }
    plain(p, ")");
    end(p);
    end(p);
}

static void write_arguments(page *p, const kp_function *function) {
    static const kp_text HEADS[] = {
        {"引数", "Argument"}, {"種類", "Kind"}, {"必須", "Required"}, {"説明", "Meaning"}};
    if (kp_argument_count(function) == 0) return;
    start(p, "table");
    row_of_heads(p, HEADS, 4);
    for (size_t i = 0; i < kp_argument_count(function); i++) {
        const kp_argument *argument = &function->arguments[i];
        start(p, "tr");
        element(p, "td", argument->name);
        short_cell(p, kind_name(argument));
        short_cell(p, argument->need == KP_OPTIONAL ? kp_t("省略可", "optional")
                                                    : kp_t("必須", "yes"));
        char hint[512];
        kp_writer writer = kp_writer_on(hint, sizeof hint, p->language);
        kp_write_hint(argument, &writer);
        plain_element(p, "td", hint);
        end(p);
    }
    end(p);
}

/* The example, and how it is computed; for a function that cannot be explained, what it shows. */
static bool write_example(page *p, const kp_function *function) {
    char text[8192];
    static shown result;
    if (!formula_evaluate(function->example, p->language, &result) || result.status != KP_OK)
        return false;
    start(p, "p");
    write(p, kp_t("例: ", "Example: "));
    plain_element(p, "code", function->example);
    end(p);
    if (result.is_text && *function->summary.ja != '\0' && strstr(result.text, "\n") != NULL)
        plain_element(p, "pre", result.text);
    else if (formula_explain(function->example, p->language, text, sizeof text))
        plain_element(p, "pre", text);
    return true;
}

static bool write_function(page *p, const kp_function *function) {
    start(p, "h2");
    attribute(p, "id", function->name);
    plain(p, function->name);
    end(p);
    element(p, "p", function->summary);
    write_syntax(p, function);
    write_arguments(p, function);
    return write_example(p, function);
}

/* ------------------------------------------------------------------------------ parameters */

static void write_value_row(page *p, const kp_parameter *row) {
    char text[1024];
    kp_writer writer = kp_writer_on(text, sizeof text, p->language);
    start(p, "tr");
    start(p, "td");
    plain_element(p, "code", kp_parameter_name(row->id));
    start(p, "br");
    xmlTextWriterEndElement(p->out);
    write(p, kp_parameter_label(row->id));
    end(p);
    snprintf(text, sizeof text, row->from == row->to ? "%d" : "%d–%d", row->from, row->to);
    short_cell(p, kp_t(text, text));
    kp_write_quantity(&writer, kp_num_from_decimal(row->value), kp_parameter_unit(row->id));
    short_cell(p, kp_t(text, text));
    writer = kp_writer_on(text, sizeof text, p->language);
    kp_write_parameter_source(&writer, row);
    start(p, "td");
    attribute(p, "class", "source");
    plain(p, text);
    end(p);
    end(p);
}

static void write_parameters(page *p) {
    static const kp_text HEADS[] = {{"名前と内容", "Name and meaning"},
                                    {"年度", "Fiscal years"},
                                    {"値", "Value"},
                                    {"出典", "Source"}};
    element(p, "h2", kp_t("係数表(KENPO_PARAM)", "Parameters (KENPO_PARAM)"));
    element(
        p, "p",
        kp_t("ここにない年度の値は公表されておらず、#N/A になります。近い年度の値で代用することは"
             "ありません。",
             "A year that does not stand here is not published and gives #N/A; the value of "
             "another year never stands in."));
    start(p, "table");
    row_of_heads(p, HEADS, 4);
    for (size_t i = 0; i < KP_PARAMETER_VALUE_COUNT; i++)
        write_value_row(p, &KP_PARAMETER_VALUES[i]);
    end(p);
}

static bool write_body(page *p, kp_text title) {
    bool complete = true;
    start(p, "body");
    element(p, "h1", title);
    start(p, "p");
    write(p, kp_t("版 ", "Version "));
    plain(p, KP_VERSION);
    end(p);
    write_conventions(p);
    write_errors(p);
    element(p, "h2", kp_t("関数の一覧", "All functions"));
    write_contents(p);
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++)
        if (!write_function(p, &KP_FUNCTIONS[i])) {
            fprintf(stderr, "write-reference: the example of %s gives no value\n",
                    KP_FUNCTIONS[i].name);
            complete = false;
        }
    write_parameters(p);
    end(p);
    return complete;
}

int main(int count, char **arguments) {
    static const kp_text TITLE = {"Kenpo Calc 関数の説明", "Kenpo Calc function reference"};
    if (count != 3) return 2;
    bool japanese = strcmp(arguments[1], "ja") == 0;
    page p = {xmlNewTextWriterFilename(arguments[2], 0), japanese ? KP_JAPANESE : KP_ENGLISH};
    if (p.out == NULL) return 1;
    xmlTextWriterWriteDTD(p.out, x("html"), NULL, NULL, NULL);
    start(&p, "html");
    attribute(&p, "lang", arguments[1]);
    write_head(&p, TITLE);
    bool complete = write_body(&p, TITLE);
    end(&p);
    int result = xmlTextWriterEndDocument(p.out);
    xmlFreeTextWriter(p.out);
    return result < 0 || !complete;
}
