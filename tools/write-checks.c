/* SPDX-License-Identifier: MPL-2.0
 *
 * write-checks.c: a program of the build. Writes the table of all checks, in Japanese, as it stands in
 * docs/rules.ja.md: `make docs` puts it there, and `make style` fails where the two differ.
 * usage: write-checks
 */
#include <stdio.h>
#include <stdlib.h>

#include "kenpo/check.h"

static void put_item(const kp_check *check, const char *item) {
    char text[4096];
    kp_writer writer = kp_writer_on(text, sizeof text, KP_JAPANESE);
    kp_run run = kp_run_begin(NULL);
    kp_check_describe(&run, check, item, &writer);
    if (run.status != KP_OK) exit(1);
    printf(" %s |", text);
}

int main(void) {
    puts("| 番号 | 重要度 | 比較する内容 | 根拠 |\n|---|---|---|---|");
    for (size_t i = 0; i < kp_check_count(); i++) {
        const kp_check *check = kp_check_at(i);
        printf("| %s |", check->code);
        put_item(check, "区分");
        put_item(check, "比較");
        put_item(check, "根拠略称");
        putchar('\n');
    }
    return 0;
}
