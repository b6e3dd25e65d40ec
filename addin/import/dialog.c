/* SPDX-License-Identifier: MPL-2.0
 *
 * dialog.c: the command 取り込む….
 */
#include "import/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "import/ask.h"
#include "import/import.h"
#include "system/path.h"

enum { SHOWN = 12, MOST_HEADS = 10, TARGETS = 16 };

/* The dialog while it is open. */
typedef struct asking {
    kp_ask ask;
    kp_source source;
    uno_Interface *dialog;
    const kp_target *targets[TARGETS]; /**< those that the workbook has */
    size_t target_count;
    kp_plan_ask wanted;
    kp_spot spot;
    kp_plan plan;
    bool filling; /**< the list boxes are being filled: nobody chose anything */
} asking;

static void control_name(char name[32], size_t field, const char *suffix) {
    snprintf(name, 32, "column%zu%s", field, suffix);
}

/* ------------------------------------------------------------------------------------ showing */

static void show_rows(asking *a) {
    const kp_table *table = a->wanted.table;
    char letters[KP_TABLE_COLUMNS][8];
    const char *cells[KP_TABLE_COLUMNS];
    size_t columns = table->columns < KP_TABLE_COLUMNS ? table->columns : KP_TABLE_COLUMNS;
    kp_dialog_grid_clear(a->ask.context, a->dialog, "preview", columns);
    for (size_t i = 0; i < columns; i++) {
        kp_column_letters(i, letters[i]);
        cells[i] = letters[i];
    }
    kp_dialog_grid_row(a->dialog, "preview", "", cells, columns);
    for (size_t row = 0; row < table->count && row < SHOWN; row++) {
        char line[16];
        snprintf(line, sizeof line, "%ld", table->rows[row].line);
        for (size_t i = 0; i < columns; i++)
            cells[i] = kp_table_at(table, row, i);
        kp_dialog_grid_row(a->dialog, "preview", line, cells, columns);
    }
}

/* «C 標準報酬月額»: the columns to choose from, behind «(取り込まない)». */
static void fill_columns(asking *a, const char *control, long chosen) {
    const kp_table *table = a->wanted.table;
    char words[KP_TABLE_COLUMNS][48];
    const char *items[KP_TABLE_COLUMNS + 1];
    size_t head = a->wanted.choice.head;
    items[0] = kp_ask_say(&a->ask, kp_t("(取り込まない)", "(not taken)"));
    for (size_t i = 0; i < table->columns; i++) {
        char letters[8];
        kp_column_letters(i, letters);
        snprintf(words[i], sizeof words[i], "%s  %.36s", letters,
                 kp_table_at(table, head > 0 ? head - 1 : 0, i));
        items[i + 1] = words[i];
    }
    kp_dialog_items(a->dialog, control, items, table->columns + 1);
    kp_dialog_choose(a->dialog, control, chosen + 1);
}

static void show_fields(asking *a) {
    const kp_target *target = a->wanted.choice.target;
    size_t fields = kp_target_fields(target);
    for (size_t i = 0; i < KP_FIELDS; i++) {
        char control[32];
        char label[32];
        control_name(control, i, "");
        control_name(label, i, "_label");
        kp_dialog_see(a->dialog, control, i < fields);
        kp_dialog_see(a->dialog, label, i < fields);
        if (i >= fields) continue;
        kp_dialog_label(a->dialog, label, kp_ask_say(&a->ask, target->fields[i].label));
        fill_columns(a, control, a->wanted.choice.columns[i]);
    }
    kp_dialog_choose(a->dialog, "head", (long)a->wanted.choice.head);
    kp_dialog_choose(a->dialog, "money", (long)a->wanted.choice.money);
    kp_dialog_see(a->dialog, "any", target->key == KP_KEY_MONTH);
}

static void show_outcome(asking *a) {
    const kp_plan *plan = &a->plan;
    kp_auto_buffer words = {0};
    kp_putf(
        &words,
        kp_ask_say(&a->ask,
                   kp_t("入れる値 %zu、同じ値 %zu、別の値がある欄 %zu、取り込めない値・行 %zu\n",
                        "To put in: %zu. There already: %zu. Other values: %zu. Refused: %zu.\n")),
        plan->states[KP_ITEM_NEW], plan->states[KP_ITEM_SAME], plan->states[KP_ITEM_OTHER],
        plan->states[KP_ITEM_REFUSED]);
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->items[i].state != KP_ITEM_REFUSED) continue;
        kp_plan_say(plan, &a->spot, &plan->items[i], a->ask.language, &words);
        kp_put(&words, "\n");
    }
    kp_dialog_text(a->dialog, "outcome", kp_buffer_text(&words));
}

/* ---------------------------------------------------------------------------------- choosing */

static void plan_again(asking *a) {
    kp_plan_end(&a->plan);
    kp_plan_make(&a->plan, &a->spot, &a->wanted);
    show_outcome(a);
}

/* The list's columns are guessed anew, and shown. */
static void take_target(asking *a, kp_choice choice) {
    a->wanted.choice = choice;
    kp_spot_end(&a->spot);
    kp_spot_find(&a->spot, a->ask.document, choice.target);
    a->filling = true;
    show_fields(a);
    a->filling = false;
    plan_again(a);
}

static void on_target(void *data) {
    asking *a = data;
    size_t sure;
    long chosen = kp_dialog_chosen(a->dialog, "target");
    if (a->filling || chosen < 0 || (size_t)chosen >= a->target_count) return;
    take_target(a, kp_guess(a->wanted.table, a->targets[chosen], &sure));
}

static void on_sheet(void *data) {
    asking *a = data;
    long chosen = kp_dialog_chosen(a->dialog, "sheet");
    if (a->filling || chosen < 0 || (size_t)chosen >= a->source.count) return;
    a->wanted.table = &a->source.tables[chosen];
    show_rows(a);
    on_target(a);
}

static void on_choice(void *data) {
    asking *a = data;
    kp_choice *choice = &a->wanted.choice;
    static const kp_rounding ROUNDINGS[] = {KP_DOWN, KP_DOWN, KP_HALF_UP, KP_UP};
    if (a->filling) return;
    for (size_t i = 0; i < kp_target_fields(choice->target); i++) {
        char control[32];
        control_name(control, i, "");
        choice->columns[i] = kp_dialog_chosen(a->dialog, control) - 1;
        if (choice->columns[i] < 0) choice->columns[i] = -1;
    }
    long head = kp_dialog_chosen(a->dialog, "head");
    long money = kp_dialog_chosen(a->dialog, "money");
    long rounding = kp_dialog_chosen(a->dialog, "round");
    choice->head = head > 0 ? (size_t)head : 0;
    choice->money = money > 0 ? (kp_money)money : KP_MONEY_NONE;
    a->wanted.to_round = rounding > 0;
    a->wanted.rounding = ROUNDINGS[rounding > 0 && rounding < 4 ? rounding : 0];
    a->wanted.any_year = kp_dialog_state(a->dialog, "any");
    plan_again(a);
}

/* ------------------------------------------------------------------------------------- opening */

static void label_all(asking *a) {
    static const struct {
        const char *control;
        kp_text text;
    } LABELS[] = {{"target_label", {"取り込み先", "Into"}},
                  {"sheet_label", {"シート", "Sheet"}},
                  {"head_label", {"見出しの行数", "Rows of headings"}},
                  {"money_label", {"表の額の単位", "Amounts are in"}},
                  {"round_label", {"端数(千円未満など)", "Fractions"}},
                  {"any", {"年が違っても月で合わせる", "Any year: by the month only"}},
                  {"ok", {"取り込む", "Take"}}};
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        kp_dialog_label(a->dialog, LABELS[i].control, kp_ask_say(&a->ask, LABELS[i].text));
}

static void fill_fixed(asking *a) {
    const char *titles[TARGETS];
    static const char *const HEADS[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    const char *money[] = {kp_ask_say(&a->ask, kp_t("表に書かれたとおり", "what the table says")),
                           kp_ask_say(&a->ask, kp_t("円", "yen")),
                           kp_ask_say(&a->ask, kp_t("千円", "thousands of yen (千円)"))};
    const char *rounding[] = {kp_ask_say(&a->ask, kp_t("取り込まず知らせる", "refuse them")),
                              kp_ask_say(&a->ask, kp_t("切捨て", "cut (切捨て)")),
                              kp_ask_say(&a->ask, kp_t("四捨五入", "half up (四捨五入)")),
                              kp_ask_say(&a->ask, kp_t("切上げ", "up (切上げ)"))};
    for (size_t i = 0; i < a->target_count; i++)
        titles[i] = kp_ask_say(&a->ask, a->targets[i]->title);
    kp_dialog_items(a->dialog, "target", titles, a->target_count);
    kp_dialog_items(a->dialog, "head", HEADS, MOST_HEADS + 1);
    kp_dialog_items(a->dialog, "money", money, 3);
    kp_dialog_items(a->dialog, "round", rounding, 4);
    kp_dialog_choose(a->dialog, "round", 0);
    kp_dialog_items(a->dialog, "sheet", (const char *const *)a->source.names, a->source.count);
    kp_dialog_choose(a->dialog, "sheet", 0);
    kp_dialog_see(a->dialog, "sheet", a->source.count > 1);
    kp_dialog_see(a->dialog, "sheet_label", a->source.count > 1);
}

static void listen(asking *a) {
    static const char *const CHOICES[] = {"head", "money", "round", "any"};
    kp_dialog_listen(a->dialog, "target", on_target, a);
    kp_dialog_listen(a->dialog, "sheet", on_sheet, a);
    for (size_t i = 0; i < sizeof CHOICES / sizeof *CHOICES; i++)
        kp_dialog_listen(a->dialog, CHOICES[i], on_choice, a);
    for (size_t i = 0; i < KP_FIELDS; i++) {
        char control[32];
        control_name(control, i, "");
        kp_dialog_listen(a->dialog, control, on_choice, a);
    }
}

/* The likeliest target where the workbook has it, else the first one that it has. */
static kp_choice first_choice(const asking *a, size_t *place) {
    size_t sure;
    kp_choice best = kp_guess_target(a->wanted.table);
    for (*place = 0; *place < a->target_count; ++*place)
        if (a->targets[*place] == best.target) return best;
    *place = 0;
    return kp_guess(a->wanted.table, a->targets[0], &sure);
}

static bool run_dialog(asking *a, const char *path) {
    size_t place;
    kp_auto_buffer words = {0};
    a->dialog = kp_ask_dialog(&a->ask, "import.xdl");
    kp_dialog_grid(a->ask.context, a->dialog, "preview");
    kp_putf(&words, "%s  %s", kp_path_name(path),
            a->source.coding.ja == NULL ? "" : kp_ask_say(&a->ask, a->source.coding));
    kp_dialog_label(a->dialog, "file", kp_buffer_text(&words));
    label_all(a);
    a->filling = true;
    fill_fixed(a);
    kp_choice choice = first_choice(a, &place);
    kp_dialog_choose(a->dialog, "target", (long)place);
    a->filling = false;
    show_rows(a);
    listen(a);
    take_target(a, choice);
    bool yes = kp_dialog_run(a->dialog, a->ask.title);
    kp_dialog_end(a->dialog);
    a->dialog = NULL;
    return yes;
}

/* ---------------------------------------------------------------------------------------- doing */

/* What the sizes of amounts make doubtful is asked, and taken at its word. */
static void ask_unit(asking *a) {
    kp_money money;
    kp_text question;
    if (!kp_import_doubt(&a->plan, a->spot.target, &money, &question) ||
        !kp_ask_yes(&a->ask, kp_ask_say(&a->ask, question)))
        return;
    a->wanted.choice.money = money;
    if (!a->wanted.to_round && money == KP_MONEY_YEN) {
        a->wanted.to_round = kp_ask_yes(
            &a->ask,
            kp_ask_say(
                &a->ask,
                kp_t("千円未満の端数は切り捨てますか。(いいえ: "
                     "端数のある値は取り込まず、知らせます)",
                     "Cut what is less than 千円? (No: such values are not taken, and told.)")));
        a->wanted.rounding = KP_DOWN;
    }
    kp_plan_end(&a->plan);
    kp_plan_make(&a->plan, &a->spot, &a->wanted);
}

static bool ask_replace(asking *a) {
    char words[192];
    if (a->plan.states[KP_ITEM_OTHER] == 0) return false;
    snprintf(words, sizeof words,
             kp_ask_say(&a->ask, kp_t("%zu 個の欄には別の値があります。置き換えますか。",
                                      "%zu cells hold other values. Replace them?")),
             a->plan.states[KP_ITEM_OTHER]);
    return kp_ask_yes(&a->ask, words);
}

static void tell(asking *a, bool replace) {
    kp_auto_buffer words = {0};
    kp_auto_buffer lines = {0};
    size_t values = a->plan.states[KP_ITEM_NEW] + (replace ? a->plan.states[KP_ITEM_OTHER] : 0);
    kp_putf(&words,
            kp_ask_say(&a->ask, kp_t("%zu 個の値を入れました(元に戻す: Ctrl+Z)。",
                                     "%zu values are put in (undo: Ctrl+Z).")),
            values);
    for (size_t i = 0; i < a->plan.count; i++) {
        const kp_item *item = &a->plan.items[i];
        if (item->state != KP_ITEM_REFUSED && (item->state != KP_ITEM_OTHER || replace)) continue;
        kp_plan_say(&a->plan, &a->spot, item, a->ask.language, &lines);
        kp_put(&lines, "\n");
    }
    if (lines.used == 0) {
        kp_ask_tell(&a->ask, KP_TELL_INFO, kp_buffer_text(&words));
        return;
    }
    kp_put(&words, kp_ask_say(&a->ask, kp_t("\n取り込めなかったもの:", "\nNot taken:")));
    kp_ask_lines(&a->ask, kp_buffer_text(&words), kp_buffer_text(&lines), false);
}

static void carry_out(asking *a) {
    ask_unit(a);
    bool replace = ask_replace(a);
    kp_undo_begin(a->ask.document, a->ask.title);
    if (!a->plan.failed && kp_plan_carry_out(&a->plan, &a->spot, replace)) {
        kp_undo_end(a->ask.document);
        tell(a, replace);
        return;
    }
    kp_undo_take_back(a->ask.document, a->ask.title);
    kp_ask_tell(
        &a->ask, KP_TELL_ERROR,
        kp_ask_say(&a->ask,
                   kp_t("行を加えられません(シートがパスワードで保護されているか、行が多すぎます)"
                        "。何も変えていません。",
                        "Rows cannot be added: a password protects the sheet, or they are too "
                        "many. Nothing was changed.")));
}

static void find_targets(asking *a) {
    const kp_target *target;
    for (size_t i = 0; (target = kp_target_at(i)) != NULL && a->target_count < TARGETS; i++) {
        kp_auto cells = kp_named_cells(a->ask.document, target->parts[0]);
        if (cells != NULL) a->targets[a->target_count++] = target;
    }
}

static void ask_and_do(asking *a) {
    kp_auto_buffer why = {0};
    find_targets(a);
    if (a->target_count == 0) {
        kp_ask_tell(&a->ask, KP_TELL_INFO,
                    kp_ask_say(&a->ask, kp_t("予算書一式のワークブックを開いてから選んでください。",
                                             "Please open a budget (予算書一式) first.")));
        return;
    }
    kp_auto_text path = kp_ask_path(&a->ask, kp_t("取り込む表", "Table to take"),
                                    "*.csv;*.txt;*.tsv;*.xlsx;*.ods", NULL);
    if (path == NULL) return;
    if (!kp_source_read(&a->source, a->ask.context, path, a->ask.language, &why)) {
        kp_ask_tell(&a->ask, KP_TELL_WARNING, kp_buffer_text(&why));
        return;
    }
    a->wanted.table = &a->source.tables[0];
    a->wanted.language = a->ask.language;
    if (run_dialog(a, path)) carry_out(a);
}

void kp_import_ask(uno_Interface *context, kp_language language) {
    asking *a = calloc(1, sizeof *a);
    if (a == NULL) return;
    if (kp_ask_begin(&a->ask, context, language, kp_t("取り込み", "Take in a table")))
        ask_and_do(a);
    kp_plan_end(&a->plan);
    kp_spot_end(&a->spot);
    kp_source_end(&a->source);
    kp_ask_end(&a->ask);
    free(a);
}
