/* SPDX-License-Identifier: MPL-2.0
 *
 * test_table.c: strangers' tables: how they are parted, what their numbers and months are, which columns are
 * meant; and that no bytes whatever do harm.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "import/table/guess.h"
#include "import/table/yearly.h"
#include "system/buffer.h"

static void read_text(kp_table *table, const char *text) {
    assert_true(kp_table_read(table, text, strlen(text), 0));
}

static void parts(void **state) {
    (void)state;
    kp_table t;
    read_text(&t, "\xEF\xBB\xBF年月,額\r\n\"2027\"\"年\",\"1,\n2\"\r\n\r\n3,\n");
    assert_int_equal(t.count, 4);
    assert_int_equal(t.columns, 2);
    assert_string_equal(kp_table_at(&t, 0, 0), "年月");
    assert_string_equal(kp_table_at(&t, 1, 0), "2027\"年");
    assert_string_equal(kp_table_at(&t, 1, 1), "1,\n2");
    assert_true(kp_table_blank(&t, 2));
    assert_int_equal(t.rows[3].line, 5);
    assert_string_equal(kp_table_at(&t, 3, 1), "");
    assert_string_equal(kp_table_at(&t, 9, 9), "");
    kp_table_end(&t);
    read_text(&t, "a\tb,c\td\n1\t2\t3");
    assert_int_equal(t.columns, 3);
    kp_table_end(&t);
    read_text(&t, "a\tb\n1,000\t2,000\n3,000\t4,000\n");
    assert_string_equal(kp_table_at(&t, 1, 0), "1,000");
    kp_table_end(&t);
    read_text(&t, "a;b;c\n1,5;2;3\r4;5;6");
    assert_int_equal(t.count, 3);
    assert_string_equal(kp_table_at(&t, 1, 0), "1,5");
    kp_table_end(&t);
}

static void refusals(void **state) {
    (void)state;
    kp_table t;
    static const char OPEN[] = "a,b\n1,\"2\n3,4\n";
    assert_false(kp_table_read(&t, OPEN, sizeof OPEN - 1, 0));
    assert_int_equal(t.failed_line, 2);
    assert_non_null(strstr(t.failure.ja, "引用符"));
    kp_table_end(&t);
    static const char *const BAD[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xE3\x81",
                                      "\x80"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        assert_false(kp_table_read(&t, BAD[i], strlen(BAD[i]), 0));
        kp_table_end(&t);
    }
    assert_false(kp_table_read(&t, "a\0b", 3, 0));
    kp_table_end(&t);
    kp_buffer many = {0};
    for (int i = 0; i <= KP_TABLE_ROWS; i++)
        kp_put(&many, "1\n");
    assert_false(kp_table_read(&t, many.text, many.used, 0));
    kp_table_end(&t);
    kp_buffer_clear(&many);
    for (int i = 0; i <= KP_TABLE_COLUMNS; i++)
        kp_put(&many, "1,");
    assert_false(kp_table_read(&t, many.text, many.used, 0));
    kp_table_end(&t);
    kp_buffer_end(&many);
}

static void amount(const char *text, const char *decimal, int divisor, kp_money money) {
    kp_amount_read read = kp_amount_from(text);
    if (decimal == NULL) {
        assert_int_equal(read.kind, KP_AMOUNT_NONE);
        assert_non_null(read.why.ja);
        return;
    }
    assert_int_equal(read.kind, KP_AMOUNT_NUMBER);
    assert_int_equal(kp_cmp(read.number, kp_div(kp_num_from_decimal(decimal), kp_int(divisor))), 0);
    assert_int_equal(read.money, money);
}

static void amounts(void **state) {
    (void)state;
    static const char *const WHOLE[] = {"1234",    " 1,234 ", "１，２３４", "1234人",  "+1234",
                                        "001,234", "\\1,234", "1234.0",     "￥1,234", "1,234 件"};
    static const char *const NEGATIVE[] = {"▲1,234",    "△1234",  "-1,234",  "−1,234", "(1,234)",
                                           "（1,234）", "1,234-", "▲ 1,234", "ー1234", "¥-1,234"};
    static const char *const NONE[] = {
        "abc",
        "1,23",
        "12,345,6",
        "1234,567",
        "1.2E+06",
        "1.2.3",
        "1 2",
        "(1",
        "-(1)",
        "1,234,",
        ",123",
        "12a",
        "0x10",
        "1234567890123456",
        "nan",
        "1e5",
        ".",
        "千円",
        "1,234.567,890",
        "99999999999999999999999999999999999999999999999999999999999999999999"};
    static const char *const BLANK[] = {"", " ", "　", "-", "―", "－", "—", "ー", "--"};
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
        amount(WHOLE[i], "1234", 1, KP_MONEY_NONE);
    for (size_t i = 0; i < sizeof NEGATIVE / sizeof *NEGATIVE; i++)
        amount(NEGATIVE[i], "-1234", 1, KP_MONEY_NONE);
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        amount(NONE[i], NULL, 1, KP_MONEY_NONE);
    for (size_t i = 0; i < sizeof BLANK / sizeof *BLANK; i++)
        assert_int_equal(kp_amount_from(BLANK[i]).kind, KP_AMOUNT_BLANK);
    amount("1,234円", "1234", 1, KP_MONEY_YEN);
    amount("▲1,234千円", "-1234", 1, KP_MONEY_THOUSAND);
    amount("93.7%", "93.7", 100, KP_MONEY_NONE);
    amount("１２．５", "12.5", 1, KP_MONEY_NONE);
    amount("0.1", "1", 10, KP_MONEY_NONE);
    amount("999999999999999", "999999999999999", 1, KP_MONEY_NONE);
}

static void months(void **state) {
    (void)state;
    static const char *const WHOLE[] = {
        "2027年3月",      "令和9年3月",      "R9.3",       "R9/3",     "2027/3",
        "2027-03",        "202703",          "2027/3/31",  "R9.3.31",  "２０２７年３月",
        "令和９年３月末", "2027年3月診療分", "2027-03-15", "20270331", "令9年03月"};
    static const char *const ALONE[] = {"3月", "３月", "3", "03", "3月末", "3月分"};
    static const char *const NONE[] = {
        "",     "13月", "0",    "2027/13", "令和40年", "平成32年3月", "3.5",
        "合計", "年月", "2027", "元",      "1899/3",   "2100/3",      "-"};
    kp_month month;
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++) {
        assert_true(kp_month_from(WHOLE[i], &month));
        assert_true(month.year == 2027 && month.month == 3);
    }
    for (size_t i = 0; i < sizeof ALONE / sizeof *ALONE; i++) {
        assert_true(kp_month_from(ALONE[i], &month));
        assert_true(month.year == 0 && month.month == 3);
    }
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(kp_month_from(NONE[i], &month));
}

static void guess(const char *text, const char *target, size_t head, const char *columns,
                  kp_money money) {
    kp_table t;
    read_text(&t, text);
    kp_choice choice = kp_guess_target(&t);
    assert_string_equal(choice.target->id, target);
    assert_int_equal(choice.head, head);
    assert_int_equal(choice.money, money);
    for (size_t i = 0; i < strlen(columns); i++) {
        char letters[8] = "-";
        if (choice.columns[i] >= 0) kp_column_letters((size_t)choice.columns[i], letters);
        assert_int_equal(letters[0], columns[i]);
    }
    kp_table_end(&t);
}

static void guesses(void **state) {
    (void)state;
    guess("対象年月,標準報酬月額総額(千円),被保数\n2027/3,1900000,5000\n", "months", 1, "AC-B",
          KP_MONEY_THOUSAND);
    guess("月別表,,,\n年月,被保険者数,被保険者数（免除者を除く）,標準報酬総額（円）\n3月,1,2,3\n",
          "months", 2, "ABCD", KP_MONEY_YEN);
    guess("2027/3,5000,4990,1900000000\n2027/4,5000,4990,1900000000\n", "months", 0, "ABCD",
          KP_MONEY_NONE);
    guess("診療月,件名,交付対象額\n4月,1件目,\"3,000,000\"\n", "claims", 1, "ABC-", KP_MONEY_NONE);
    guess("(単位:千円),,\n款,目,決算見込額\n,療養給付費,1\n", "general", 2, "B---C",
          KP_MONEY_THOUSAND);
    kp_table t;
    read_text(&t, "年月,額 (円)\n3月,1\n");
    assert_int_equal(kp_guess_column(&t, "額（円）"), 1);
    assert_int_equal(kp_guess_column(&t, "b"), 1);
    assert_int_equal(kp_guess_column(&t, "2"), 1);
    assert_int_equal(kp_guess_column(&t, "3"), -1);
    assert_int_equal(kp_guess_column(&t, "無い"), -1);
    kp_table_end(&t);
}

/* Every list is found by its id, has fields, and no heading that is empty. */
static void targets(void **state) {
    (void)state;
    const kp_target *target;
    for (size_t i = 0; (target = kp_target_at(i)) != NULL; i++) {
        assert_ptr_equal(kp_target_named(target->id), target);
        assert_true(kp_target_fields(target) >= 2);
        for (size_t f = 0; f < kp_target_fields(target); f++) {
            assert_null(strstr(target->fields[f].headings, "||"));
            assert_true(*target->fields[f].headings != '\0');
        }
    }
    assert_null(kp_target_named("nothing"));
}

/* What is written is read as it was, whatever stands in its texts. */
static void yearly(void **state) {
    (void)state;
    kp_auto_buffer file = {0};
    kp_table t;
    size_t columns[KP_YEARLY_COLUMNS];
    size_t first;
    kp_yearly value;
    kp_text why;
    kp_yearly_begin(&file);
    kp_yearly_write(&file, 2027, "fee.general", "69.8", "円/件", "\"x\"\ty\nz, #", "局", "手数料");
    kp_put(&file, "2027\tfee.general\t1\t円\t　\t\n7\ta\t1\t円\tx\ty\n2027\ta\t\t円\tx\ty\n2027\n");
    assert_true(kp_table_read(&t, file.text, file.used, 0));
    assert_true(kp_yearly_heads(&t, columns, &first));
    assert_true(kp_yearly_read(&t, columns, first, &value, &why));
    assert_int_equal(value.year, 2027);
    assert_int_equal(kp_cmp(value.value, kp_num_from_decimal("69.8")), 0);
    assert_string_equal(value.source, "\"x\" y z, #");
    assert_string_equal(value.who, "局");
    static const char *const WHY[] = {"出典がありません", "年度として読めません", "値がありません",
                                      "値がありません"};
    for (size_t i = 0; i < sizeof WHY / sizeof *WHY; i++) {
        assert_false(kp_yearly_read(&t, columns, first + 1 + i, &value, &why));
        assert_string_equal(why.ja, WHY[i]);
    }
    kp_table_end(&t);
    read_text(&t, "年度\t識別名\t値\t単位\t出典\n");
    assert_false(kp_yearly_heads(&t, columns, &first));
    kp_table_end(&t);
    read_text(&t, "# nothing\n");
    assert_false(kp_yearly_heads(&t, columns, &first));
    kp_table_end(&t);
}

/* Random bytes, mostly of those that mean something. */
static void any_bytes(void **state) {
    (void)state;
    static const char KNOWN[] = ",\t;\"\"\r\n\n0123456789.-(,)%\\年月令和円千▲　１，";
    uint64_t seed = 0x9E3779B97F4A7C15ULL;
    for (int round = 0; round < 20000; round++) {
        char bytes[64];
        size_t size = (size_t)(seed >> 59) * 2;
        for (size_t i = 0; i < size; i++) {
            seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
            bytes[i] =
                round % 4 == 0 ? (char)(seed >> 40) : KNOWN[(seed >> 33) % (sizeof KNOWN - 1)];
        }
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        char *copy = malloc(size + 1); /* just as large, so that a byte too far is seen */
        kp_table t;
        memcpy(copy, bytes, size);
        copy[size] = '\0';
        kp_month month;
        kp_amount_from(copy);
        kp_month_from(copy, &month);
        if (kp_table_read(&t, copy, size, 0)) kp_guess_target(&t);
        kp_table_end(&t);
        free(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(parts),   cmocka_unit_test(refusals),
                                       cmocka_unit_test(amounts), cmocka_unit_test(months),
                                       cmocka_unit_test(guesses), cmocka_unit_test(targets),
                                       cmocka_unit_test(yearly),  cmocka_unit_test(any_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
