/* SPDX-License-Identifier: MPL-2.0
 *
 * index.c: all checks, topic by topic, in the order of their codes; none is run here.
 */
#include "kenpo/check.h"

#include <string.h>

#include "rules/conditions/conditions.h"
#include "kenpo/text.h"

typedef struct topic {
    const kp_check *checks;
    const size_t *count;
} topic;

static const topic TOPICS[] = {
    {KP_CHECKS_FORM, &KP_CHECKS_FORM_COUNT},
    {KP_CHECKS_LEVY, &KP_CHECKS_LEVY_COUNT},
    {KP_CHECKS_RATE, &KP_CHECKS_RATE_COUNT},
    {KP_CHECKS_RESERVE, &KP_CHECKS_RESERVE_COUNT},
    {KP_CHECKS_BOOKING, &KP_CHECKS_BOOKING_COUNT},
    {KP_CHECKS_PLAN, &KP_CHECKS_PLAN_COUNT},
    {KP_CHECKS_BUSINESS, &KP_CHECKS_BUSINESS_COUNT},
    {KP_CHECKS_INPUT, &KP_CHECKS_INPUT_COUNT},
    {KP_CHECKS_ENTERED, &KP_CHECKS_ENTERED_COUNT},
    {KP_CHECKS_PLAUSIBLE, &KP_CHECKS_PLAUSIBLE_COUNT},
    {KP_CHECKS_TRENDS, &KP_CHECKS_TRENDS_COUNT},
    {KP_CHECKS_FUNDS, &KP_CHECKS_FUNDS_COUNT},
    {KP_CHECKS_FILED, &KP_CHECKS_FILED_COUNT},
    {KP_CHECKS_ESTIMATES, &KP_CHECKS_ESTIMATES_COUNT},
    {KP_CHECKS_LISTS, &KP_CHECKS_LISTS_COUNT},
    {KP_CHECKS_COMPARED, &KP_CHECKS_COMPARED_COUNT},
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
              kp_t("その番号の点検はありません。\"V01\" から \"V98\" までを指定してください。",
                   "There is no check with that code. Codes are \"V01\" to \"V98\"."));
    return NULL;
}
