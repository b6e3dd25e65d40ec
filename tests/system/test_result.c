/* SPDX-License-Identifier: MPL-2.0
 *
 * test_result.c: results of intake: what is written is read again, whatever a name or a text holds;
 * older results are read; and what lies in a folder of submissions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "intake/pile.h"
#include "intake/result.h"
#include "intake/siblings.h"
#include "system/letters.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

static char base[KP_PATH];

static int make_base(void **state) {
    (void)state;
    return kp_work_begin(NULL, base) == KP_FAULT_NONE ? 0 : -1;
}

static int drop_base(void **state) {
    (void)state;
    kp_work_end(base);
    return 0;
}

static const kp_bond BOND = {"0.1.0 abc ja", {1, 2, 3}};
static const kp_kept_wish NO_COPIES = {0};

static char *copy_of(const char *text) {
    return kp_letters_copy(text, strlen(text));
}

/* Texts by which a stranger would like to end a field or add a line. */
static const char *const TEXTS[] = {
    "plain",
    "",
    "a\tb",
    "x\nfinding\tnote\tpdf\t\tall is well",
    "end\nend",
    "100%",
    "%0A%09%25",
    "予算\r\n書\t𠮷",
    "\nend\n",
    "\t\t\t\t",
    "file\tother.ods",
};
enum { COUNT = sizeof TEXTS / sizeof *TEXTS };

static void write_one(kp_buffer *out, size_t i) {
    const char *text = TEXTS[i];
    const char *other = TEXTS[COUNT - 1 - i];
    size_t checks[3] = {i, 2, 0};
    kp_result_begin(out, text);
    kp_result_fact(out, KP_FACT_SOCIETY, other);
    kp_result_fact(out, KP_FACT_FORM, text);
    kp_result_figure(out, 2, "0.73981977168339799");
    kp_result_finding(out, KP_DOUBT, KP_FOUND_MACRO, text, other);
    kp_result_finding(out, KP_WRONG, KP_FOUND_FORM_CELL, other, text);
    kp_result_finding(out, KP_WRONG, KP_FOUND_CHECK, NULL, NULL);
    kp_result_done(out, 21, checks);
    kp_result_end(out);
}

static void results_come_back(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        kp_buffer out = {0};
        kp_verdict verdict;
        write_one(&out, i);
        assert_true(kp_result_read(&verdict, out.text));
        assert_true(verdict.whole);
        assert_string_equal(verdict.facts[KP_FACT_FILE], TEXTS[i]);
        assert_string_equal(verdict.facts[KP_FACT_SOCIETY], TEXTS[COUNT - 1 - i]);
        assert_string_equal(verdict.facts[KP_FACT_FORM], TEXTS[i]);
        assert_string_equal(verdict.facts[KP_FACT_SYMBOL], "");
        assert_string_equal(verdict.figures[2], "0.73981977168339799");
        assert_string_equal(verdict.figures[0], "");
        assert_int_equal(verdict.checks[0], i);
        assert_int_equal(verdict.checks[1], 2);
        assert_int_equal(verdict.count, 3);
        assert_int_equal(verdict.graves[KP_WRONG], 2);
        assert_int_equal(verdict.graves[KP_DOUBT], 1);
        assert_int_equal(verdict.graves[KP_NOTE], 0);
        assert_int_equal(verdict.findings[0].kind, KP_FOUND_MACRO);
        assert_string_equal(verdict.findings[0].place, TEXTS[i]);
        assert_string_equal(verdict.findings[0].words, TEXTS[COUNT - 1 - i]);
        assert_int_equal(verdict.findings[1].gravity, KP_WRONG);
        assert_string_equal(kp_told_kind(&verdict.findings[1], KP_JAPANESE), "様式の数式の変更");
        assert_string_equal(kp_told_kind(&verdict.findings[1], KP_ENGLISH),
                            "formula of the form changed");
        kp_result_free(&verdict);
    }
}

/* Each code is one word of its own. */
static void codes_and_words(void **state) {
    (void)state;
    for (int i = 0; i < KP_GRAVITIES; i++) {
        const kp_coded *coded = kp_gravity_coded((kp_gravity)i);
        assert_int_equal(kp_gravity_named(coded->code), i);
    }
    assert_int_equal(kp_gravity_named("grave"), KP_GRAVITIES);
    for (int i = KP_FOUND_OTHER + 1; i < KP_FOUND_KINDS; i++) {
        const kp_coded *coded = kp_kind_coded((kp_found_kind)i);
        assert_non_null(coded->code);
        assert_int_equal(kp_kind_named(coded->code), i);
    }
    assert_int_equal(kp_kind_named("no such kind"), KP_FOUND_OTHER);
}

static void damaged_results(void **state) {
    (void)state;
    static const char *const TEXT[] = {"",
                                       "\n\n",
                                       "\t",
                                       "finding\n",
                                       "finding\twrong\tpdf\n",
                                       "checks\t1\n",
                                       "kenpo-result\t3\nfile\tx"};
    for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++) {
        kp_verdict verdict;
        assert_true(kp_result_read(&verdict, copy_of(TEXT[i])));
        assert_false(verdict.whole);
        assert_int_equal(verdict.count, 0);
        kp_result_free(&verdict);
    }
    kp_verdict none;
    assert_false(kp_result_open(&none, "/none"));
    assert_false(kp_result_read(&none, NULL));
}

static const char *in_base(const char *name) {
    static char path[KP_PATH];
    assert_true(kp_path_in(base, name, path));
    return path;
}

/* The name is what the crew knows, not what a worker says; what is not whole is not stored. */
static void stores_what_workers_wrote(void **state) {
    (void)state;
    size_t wrong = 9;
    for (size_t i = 0; i < COUNT; i++) {
        kp_buffer out = {0};
        kp_verdict verdict;
        write_one(&out, i);
        char path[KP_PATH];
        strcpy(path, in_base("stored"));
        assert_int_equal(kp_result_store(&BOND, out.text, TEXTS[2], "", path, &wrong),
                         KP_FAULT_NONE);
        assert_int_equal(wrong, 2);
        assert_true(kp_result_open(&verdict, path));
        assert_string_equal(verdict.facts[KP_FACT_FILE], TEXTS[2]);
        assert_string_equal(verdict.findings[1].words, TEXTS[i]);
        assert_int_equal(verdict.count, 3);
        kp_result_free(&verdict);
        kp_file_drop(path);
    }
    static const char *const NOT_WHOLE[] = {"", "file\tx\nend\n", "kenpo-result\t3\nend\n",
                                            "kenpo-result\t3\nfile\tx\nrows\t1\n"};
    for (size_t i = 0; i < sizeof NOT_WHOLE / sizeof *NOT_WHOLE; i++) {
        assert_int_equal(
            kp_result_store(&BOND, copy_of(NOT_WHOLE[i]), "x", "", in_base("stored"), &wrong),
            KP_FAULT_MISSING);
        assert_int_equal(kp_entry_look(in_base("stored")).kind, KP_ENTRY_NONE);
    }
    assert_int_equal(kp_result_store(&BOND, NULL, "x", "", in_base("stored"), &wrong),
                     KP_FAULT_MISSING);
    assert_int_equal(kp_result_only(&BOND, "x", "", KP_FOUND_SLOW, "words", in_base("no/folder")),
                     KP_FAULT_MISSING);
}

static void put(const char *folder, const char *name) {
    char path[KP_PATH];
    assert_true(kp_path_in(folder, name, path));
    assert_int_equal(kp_place_text("x", 1, path, false), KP_FAULT_NONE);
}

/* A result is believed of one content and one name, by one maker, sealed with one key, unchanged. */
static void results_that_stand(void **state) {
    (void)state;
    kp_bond other = BOND;
    char path[KP_PATH];
    strcpy(path, in_base("bound"));
    assert_int_equal(kp_result_only(&BOND, "a\nseal\tb", "5u3", KP_FOUND_DIED, "x\nseal\ty", path),
                     KP_FAULT_NONE);
    assert_true(kp_result_stands(&BOND, path, "a\nseal\tb", "5u3"));
    assert_false(kp_result_stands(&BOND, path, "b", "5u3"));
    assert_false(kp_result_stands(&BOND, path, "a\nseal\tb", "5u4"));
    assert_false(kp_result_stands(&BOND, path, "a\nseal\tb", ""));
    assert_false(kp_result_stands(&BOND, in_base("none"), "a\nseal\tb", "5u3"));
    other.key[KP_SHA256 - 1] = 1;
    assert_false(kp_result_stands(&other, path, "a\nseal\tb", "5u3"));
    other = (kp_bond){"0.1.1 abc ja", {1, 2, 3}};
    assert_false(kp_result_stands(&other, path, "a\nseal\tb", "5u3"));
    char *text = kp_place_read(path, 1 << 16);
    size_t size = strlen(text);
    for (size_t i = 0; i < size; i++) { /* any bit of it */
        text[i] = (char)(text[i] ^ 1);
        assert_int_equal(kp_place_text(text, size, path, true), KP_FAULT_NONE);
        assert_false(kp_result_stands(&BOND, path, "a\nseal\tb", "5u3"));
        text[i] = (char)(text[i] ^ 1);
    }
    free(text);
    kp_file_drop(path);
}

/* What an office of another machine kept there is taken without its bond; of another version, not. */
static void results_of_other_machines(void **state) {
    (void)state;
    const kp_bond there = {"0.1.0 def en", {9}}, older = {"0.1.00 abc ja", {9}};
    char path[KP_PATH], here[KP_PATH];
    size_t wrong = 0;
    strcpy(path, in_base("there"));
    strcpy(here, in_base("here"));
    kp_result_only(&there, "100001.ods", "5u3", KP_FOUND_DIED, "x", path);
    assert_int_equal(kp_result_store(&BOND, kp_place_read(path, 4096), "a.ods", "", here, &wrong),
                     KP_FAULT_NONE);
    assert_int_equal(wrong, 1);
    assert_true(kp_result_stands(&BOND, here, "a.ods", "5u3"));
    kp_result_only(&older, "100001.ods", "5u3", KP_FOUND_DIED, "x", path);
    assert_int_equal(kp_result_store(&BOND, kp_place_read(path, 4096), "a.ods", "", here, &wrong),
                     KP_FAULT_MISSING);
    kp_file_drop(path);
    kp_file_drop(here);
}

static void sum_of(const char *text, size_t times, char sum[KP_SHA256_TEXT]) {
    unsigned char bytes[KP_SHA256];
    kp_sha256 running = kp_sha256_begin();
    for (size_t i = 0; i < times; i++)
        kp_sha256_add(&running, text, strlen(text));
    kp_sha256_end(&running, bytes);
    kp_sha256_text(bytes, sum);
}

/* The examples of FIPS 180-4 and RFC 4231 (case 2, with a key of zeros behind it, which HMAC adds). */
static void sums_as_published(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t times;
        const char *sum;
    } KNOWN[] = {
        {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
         "lmnopqrsmnopqrstnopqrstu",
         1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
        {"a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    char sum[KP_SHA256_TEXT];
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        sum_of(KNOWN[i].text, KNOWN[i].times, sum);
        assert_string_equal(sum, KNOWN[i].sum);
    }
    const unsigned char key[KP_SHA256] = "Jefe";
    unsigned char keyed[KP_SHA256];
    kp_sha256_keyed(key, "what do ya want for nothing?", 28, keyed);
    kp_sha256_text(keyed, sum);
    assert_string_equal(sum, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    put(base, "summed");
    kp_sha256_file(in_base("summed"), sum);
    assert_string_equal(sum, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
    kp_sha256_file(base, sum);
    assert_string_equal(sum, "");
}

/* ------------------------------------------------------------------------------------ folders */

static kp_pile find(const char *folder) {
    kp_pile pile = {0};
    char output[KP_PATH], results[KP_PATH];
    assert_true(kp_path_in(folder, "out", output) && kp_path_in(output, "results", results));
    kp_folder_make(output);
    kp_folder_make(results);
    assert_int_equal(kp_pile_find(&pile, folder, output, results), KP_FAULT_NONE);
    return pile;
}

static const kp_received *named(const kp_pile *pile, const char *name) {
    for (size_t i = 0; i < pile->count; i++)
        if (strcmp(pile->files[i].name, name) == 0) return &pile->files[i];
    fail_msg("%s is not there", name);
    return NULL;
}

/* Files, links, a pipe, and folders, some with names that would meet in the folder of results. */
static void lay_entries(const char *folder) {
    static const char *const ODD[] = {"x.ods", "a\tresult\tz.ods", "a?result?z.ods", ".hidden",
                                      "b\nc",  "%s$(x) ;"};
    char path[KP_PATH];
    char name[300];
    kp_folder_make(folder);
    assert_true(kp_path_in(folder, "x.ods.result", path));
    kp_folder_make(path);
    put(path, "y.ods");
    memset(name, 'x', sizeof name);
    strcpy(name + 240, ".ods");
    put(folder, name);
    strcpy(name + 239, "y.ods");
    put(folder, name);
    for (size_t i = 0; i < sizeof ODD / sizeof *ODD; i++)
        put(folder, ODD[i]);
    assert_true(kp_path_in(folder, "link", path));
    kp_folder_alias("/etc/passwd", path);
    assert_true(kp_path_in(folder, "pipe", path));
    mkfifo(path, 0600);
}

static void every_entry_has_its_place(void **state) {
    (void)state;
    char folder[KP_PATH];
    strcpy(folder, in_base("pile"));
    lay_entries(folder);
    kp_pile pile = find(folder);
    assert_int_equal(pile.count, 10);
    assert_int_equal(named(&pile, "link")->refusal, KP_REFUSED_KIND);
    assert_int_equal(named(&pile, "pipe")->refusal, KP_REFUSED_KIND);
    assert_int_equal(named(&pile, "b\nc")->refusal, KP_REFUSED_NAME);
    assert_int_equal(named(&pile, "x.ods.result/y.ods")->refusal, KP_NOT_REFUSED);
    for (size_t i = 0; i < pile.count; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(pile.files[i].result, pile.files[k].result);
    kp_pile_end(&pile);
}

static size_t open_files(const char *folder, const kp_bond *bond) {
    kp_pile pile = find(folder);
    kp_pile_sum(&pile);
    assert_int_equal(kp_pile_sort(&pile, bond, &NO_COPIES, KP_JAPANESE), KP_FAULT_NONE);
    size_t open = pile.open;
    kp_pile_end(&pile);
    return open;
}

/* Every result can be written and is of its own file; the next run finds them. */
static void every_file_gets_its_result(void **state) {
    (void)state;
    char folder[KP_PATH];
    strcpy(folder, in_base("all"));
    lay_entries(folder);
    kp_pile pile = find(folder);
    kp_pile_sum(&pile);
    assert_int_equal(kp_pile_sort(&pile, &BOND, &NO_COPIES, KP_JAPANESE), KP_FAULT_NONE);
    assert_int_equal(pile.open, 6);
    for (size_t i = 0; i < pile.open; i++)
        assert_int_equal(kp_result_only(&BOND, pile.files[i].name, pile.files[i].sum, KP_FOUND_DIED,
                                        "", pile.files[i].result),
                         KP_FAULT_NONE);
    for (size_t i = 0; i < pile.count; i++) {
        kp_verdict verdict;
        assert_true(kp_result_open(&verdict, pile.files[i].result));
        assert_string_equal(verdict.facts[KP_FACT_FILE], pile.files[i].name);
        assert_int_equal(verdict.graves[KP_WRONG], 1);
        kp_result_free(&verdict);
    }
    kp_pile_end(&pile);
    const kp_bond other = {"0.1.0 abd ja", {1, 2, 3}};
    assert_int_equal(open_files(folder, &BOND), 0);
    assert_int_equal(open_files(folder, &other), 6); /* of another add-in */
    assert_int_equal(open_files(folder, &BOND), 6);  /* what did not stand is gone */
}

/* ------------------------------------------------------------------------------------- copies */

static void expect_name(size_t receipt, const char *file, const char *name) {
    kp_auto_buffer out = {0};
    kp_kept_name(receipt, file, &out);
    assert_string_equal(kp_buffer_text(&out), name);
}

/* Whatever a society calls its file, the name of the copy does no harm, can be written, and is UTF-8. */
static void copies_have_safe_names(void **state) {
    (void)state;
    char most[400];
    kp_auto_buffer out = {0};
    expect_name(12, "東京/組合A/予算書.ods", "00012_予算書");
    expect_name(123456, "a.b.xlsx", "123456_a.b");
    expect_name(1, ".ods", "00001_.ods");
    expect_name(2, "x/..", "00002_.");
    expect_name(3, "$(rm -rf ~)`x`\"<&>|;'*?:\\.ods", "00003__(rm -rf ~)_x____________");
    expect_name(4, "a\tb\nc\x1B\x7F.ods", "00004_a_b_c__");
    expect_name(5, "\u202Esdo.\u200B予算.ods", "00005__sdo._予算");
    expect_name(6, "\xE3\x81.ods", "00006__");
    expect_name(7, "\xFF\xC0\xAF𠮷.ods", "00007___𠮷");
    for (size_t i = 0; i + 3 < sizeof most; i += 3)
        memcpy(most + i, "組", 4);
    kp_kept_name(1, most, &out);
    assert_int_equal(out.used, 6 + 150);
}

static void copies_are_wanted_by_number(void **state) {
    (void)state;
    kp_kept_wish wish = {"folder", "3, 12-15,20", false};
    static const size_t WANTED[] = {3, 12, 13, 14, 15, 20};
    for (size_t i = 0, k = 0; i < 30; i++) {
        bool is = k < 6 && WANTED[k] == i;
        k += is ? 1 : 0;
        assert_int_equal(kp_kept_is_wanted(&wish, i), is);
    }
    assert_true(kp_kept_is_list("3,12-15"));
    assert_false(kp_kept_is_list(""));
    assert_false(kp_kept_is_list("3,x"));
    assert_false(kp_kept_is_list("3-"));
    wish.receipts = "";
    assert_true(kp_kept_is_wanted(&wish, 7));
    wish.folder = NULL;
    assert_false(kp_kept_is_wanted(&wish, 7));
}

/* What the result of the one file in `folder` says of its copy; gives whether it is to be made (again). */
static bool is_copied(const char *folder, const char *copies, const char *lines) {
    kp_kept_wish wish = {copies, NULL, false};
    kp_buffer text = {0};
    size_t wrong = 0;
    kp_pile pile = find(folder);
    assert_int_equal(pile.count, 1);
    kp_pile_sum(&pile);
    kp_result_begin(&text, "x");
    kp_result_end(&text);
    kp_result_fact(&text, KP_FACT_SUM, pile.files[0].sum);
    assert_int_equal(
        kp_result_store(&BOND, text.text, pile.files[0].name, lines, pile.files[0].result, &wrong),
        KP_FAULT_NONE);
    assert_int_equal(kp_pile_sort(&pile, &BOND, &wish, KP_JAPANESE), KP_FAULT_NONE);
    bool open = pile.open == 1;
    assert_true(open == (pile.files[0].copy != NULL));
    kp_pile_end(&pile);
    return open;
}

/* One that is there stays, also where the reviewer wrote in it; one of which no result of ours knows is
 * not believed. */
static void copies_stay(void **state) {
    (void)state;
    char folder[KP_PATH];
    char copies[KP_PATH];
    char path[KP_PATH];
    strcpy(folder, in_base("copied"));
    strcpy(copies, in_base("copies"));
    kp_folder_make(folder);
    kp_folder_make(copies);
    put(folder, "a.ods");
    put(copies, "00000_a.ods");
    assert_true(kp_path_in(copies, "00000_a.ods", path));
    assert_true(is_copied(folder, copies, ""));
    assert_int_equal(kp_entry_look(path).kind, KP_ENTRY_FILE);
    assert_false(is_copied(folder, copies, "copy\t00000_a.ods\ncopy-sum\t12\n"));
    assert_false(is_copied(folder, copies, "copy\t-\n"));
    assert_true(is_copied(folder, copies, "copy\tgone.ods\n"));
    assert_false(is_copied(folder, NULL, ""));
}

/* ----------------------------------------------------------------------------------- siblings */

/* A file of a pile with its result: society, symbol, year, form, a key figure, content. */
static void receive(kp_pile *pile, const char *name, const char *const facts[6]) {
    char path[KP_PATH];
    char *lines = NULL;
    kp_buffer text = {0};
    size_t wrong = 0;
    kp_result_begin(&text, name);
    for (int i = 0; i < 4; i++)
        kp_result_fact(&text, (kp_fact)(KP_FACT_SOCIETY + i), facts[i]);
    kp_result_figure(&text, 1, facts[4]);
    kp_result_fact(&text, KP_FACT_CONTENT, facts[5]);
    kp_result_end(&text);
    lines = text.text;
    strcpy(path, in_base(name));
    assert_int_equal(kp_result_store(&BOND, lines, name, "", path, &wrong), KP_FAULT_NONE);
    pile->files = realloc(pile->files, (pile->count + 1) * sizeof *pile->files);
    assert_non_null(pile->files);
    kp_received *file = &pile->files[pile->count++];
    *file = (kp_received){copy_of(name), name, copy_of(path), KP_NOT_REFUSED, "", NULL, 0, 0};
    snprintf(file->sum, sizeof file->sum, "%s", facts[4]);
}

/* The kinds that siblings tell of a file, as codes. */
static void expect(kp_siblings *siblings, const kp_pile *pile, size_t index, const char *kinds) {
    kp_verdict verdict;
    char told[200] = "";
    assert_true(kp_result_open(&verdict, pile->files[index].result));
    assert_true(kp_siblings_add(siblings, index, &verdict));
    for (size_t i = 0; i < verdict.count; i++) {
        strcat(told, verdict.findings[i].name);
        strcat(told, " ");
    }
    kp_result_free(&verdict);
    assert_string_equal(told, kinds);
}

/* a.ods and a.xlsx are a pair, in order; b is of the same society as they, by letters that look alike. */
static void what_siblings_say(void **state) {
    (void)state;
    static const struct {
        const char *name, *facts[6], *kinds;
    } FILES[] = {
        {"a.ods", {"甲組合", "01-1", "2027", "予算", "36.5", "c1"}, "twice society same-content "},
        {"a.xlsx", {"甲組合", "01-1", "2027", "予算", "36.5", "c1"}, "twice society same-content "},
        {"b.ods", {"甲\xE2\x80\x8B組合", "０1-1", "2027", "予算", "40", "c2"}, "twice society "},
        {"c.ods", {"乙組合", "01-1", "2026", "予算", "41", "c3"}, "society other-year "},
        {"d.ods", {"丙組合", "02-2", "2027", "予算", "42", "c4"}, "pair "},
        {"d.xlsx", {"丙組合", "02-2", "2027", "予算", "42.1", "c4"}, "pair "},
        {"e.ods", {"丁組合", "03-3", "2027", "予算", "36.5", "c1"}, "same-content society "},
        {"f.ods", {"甲組合", "01-1", "2027", "計画", "", ""}, "society "},
        {"g.ods", {"", "", "", "", "", ""}, ""},
        {"h.ods", {"", "", "", "", "", ""}, ""},
        {"i.ods", {"丁組合", "03-4", "2027", "別", "", ""}, "society "},
    };
    enum { ALL = sizeof FILES / sizeof *FILES };
    kp_pile pile = {0};
    for (size_t i = 0; i < ALL; i++)
        receive(&pile, FILES[i].name, FILES[i].facts);
    assert_int_equal(kp_pile_number(&pile, base), KP_FAULT_NONE);
    kp_siblings *siblings = kp_siblings_begin(&pile, KP_JAPANESE);
    assert_non_null(siblings);
    for (size_t i = 0; i < ALL; i++)
        expect(siblings, &pile, i, FILES[i].kinds);
    kp_siblings_end(siblings);
    kp_pile_end(&pile);
}

/* A number belongs to a content under a name, in every run. */
static void receipts(void **state) {
    (void)state;
    const char *const first[6] = {"", "", "", "", "s1", ""}, *const second[6] = {"", "",   "",
                                                                                 "", "s2", ""};
    kp_pile pile = {0};
    kp_file_drop(in_base("receipts"));
    receive(&pile, "a", first);
    receive(&pile, "b\tc", first);
    assert_int_equal(kp_pile_number(&pile, base), KP_FAULT_NONE);
    assert_int_equal(pile.files[0].receipt, 1);
    assert_int_equal(pile.files[1].receipt, 2);
    assert_int_equal(pile.files[1].before, 0);
    kp_pile_end(&pile);
    receive(&pile, "b\tc", second);
    receive(&pile, "c", first);
    receive(&pile, "a", first);
    assert_int_equal(kp_pile_number(&pile, base), KP_FAULT_NONE);
    assert_int_equal(pile.files[0].receipt, 3);
    assert_int_equal(pile.files[0].before, 2);
    assert_int_equal(pile.files[1].receipt, 4);
    assert_int_equal(pile.files[2].receipt, 1);
    kp_pile_end(&pile);
    assert_int_equal(kp_pile_number(&pile, in_base("no/folder")), KP_FAULT_MISSING);
}

/* Root may read everything, so an ordinary user looks. */
static void folders_that_cannot_be_read(void **state) {
    (void)state;
    char folder[KP_PATH], closed[KP_PATH], listed[KP_PATH];
    strcpy(folder, in_base("closed"));
    kp_folder_make(folder);
    assert_true(kp_path_in(folder, "支部", closed) && kp_path_in(folder, "本部", listed));
    kp_folder_make(closed);
    kp_folder_make(listed);
    put(folder, "a.ods");
    put(closed, "b.ods");
    put(listed, "c.ods");
    chmod(base, 0777);
    chmod(folder, 0777);
    chmod(closed, 0);
    chmod(listed, 0444);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && seteuid(65534) != 0) _exit(2);
        kp_pile pile = find(folder);
        bool told = pile.count == 3 && named(&pile, "a.ods")->refusal == KP_NOT_REFUSED &&
                    named(&pile, "支部")->refusal == KP_REFUSED_FOLDER &&
                    named(&pile, "本部/c.ods")->refusal == KP_REFUSED_FOLDER;
        _exit(told ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    chmod(closed, 0700);
    chmod(listed, 0700);
    assert_int_equal(status, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_back),
        cmocka_unit_test(codes_and_words),
        cmocka_unit_test(results_that_stand),
        cmocka_unit_test(sums_as_published),
        cmocka_unit_test(results_of_other_machines),
        cmocka_unit_test(damaged_results),
        cmocka_unit_test(stores_what_workers_wrote),
        cmocka_unit_test(every_entry_has_its_place),
        cmocka_unit_test(every_file_gets_its_result),
        cmocka_unit_test(folders_that_cannot_be_read),
        cmocka_unit_test(copies_have_safe_names),
        cmocka_unit_test(copies_are_wanted_by_number),
        cmocka_unit_test(copies_stay),
        cmocka_unit_test(what_siblings_say),
        cmocka_unit_test(receipts),
    };
    return cmocka_run_group_tests(tests, make_base, drop_base);
}
