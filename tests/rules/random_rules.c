/* SPDX-License-Identifier: MPL-2.0
 *
 * random_rules.c: every rule against its formula in exact rationals (GMP), on random inputs with
 * the edges among them. The reference is written from the text of the rules, not from the program.
 * usage: random_rules [samples a rule = 1000000] [seed] [first letters of the rules to run]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calc/function.h"
#include "reference.h"

static unsigned invalid_if(bool wrong) {
    return wrong ? MAY_BE_INVALID : 0;
}

static unsigned negative(Q a) {
    return invalid_if(is_negative(a));
}

/* A divisor must not be 0, and not negative. */
static unsigned divisor(Q a) {
    return is_zero(a) ? MAY_DIVIDE : negative(a);
}

static Q thousand(Q a) {
    return mul(a, whole(1000));
}

/* An optional value: given in half of the samples. */
typedef struct option {
    bool given;
    typed value;
} option;

static option maybe(typed (*draw)(void)) {
    option o = {one_in(2), {NULL, 0, {0, 0}}};
    if (o.given) o.value = draw();
    return o;
}

/* The arguments of the next call, as cells hold them, in the order of the function's row: a rule is
 * asked through its row, so that what the row refuses and fills in is compared as well. */
static kp_input inputs[KP_ARGUMENTS];
static size_t given;

static kp_input *next_input(kp_input_kind kind) {
    inputs[given].kind = kind;
    return &inputs[given++];
}

static void give(typed value) {
    next_input(KP_INPUT_NUMBER)->number = value.cell;
}

static void give_year(int year) {
    next_input(KP_INPUT_NUMBER)->number = year;
}

static void give_word(const char *word) {
    strcpy(next_input(KP_INPUT_TEXT)->text, word);
}

static void give_option(const option *o) {
    if (o->given)
        give(o->value);
    else
        next_input(KP_INPUT_NONE);
}

static void give_range(const column *c) {
    kp_input *input = next_input(c == NULL ? KP_INPUT_NONE : KP_INPUT_RANGE);
    if (c != NULL) input->range = c->range;
}

static kp_status ask(const char *name, kp_num *got) {
    static const kp_function *function;
    if (function == NULL || strcmp(function->name + strlen("KENPO_"), name) != 0)
        function = kp_function_named(name);
    size_t count = given;
    given = 0;
    return kp_call_function(function, inputs, count, NULL, got, NULL);
}

/* The option where given, else what the source prints for the year (NULL: nothing). */
static Q or_published(const option *o, Q published, unsigned *errors) {
    Q value = o->given ? o->value.exact : published;
    if (value == NULL) {
        *errors |= MAY_BE_UNPUBLISHED;
        return whole(1);
    }
    if (mpq_sgn(value) <= 0) *errors |= MAY_BE_INVALID;
    return value;
}

/* ------------------------------------------------------------------------------ premiums */

static void levy_total(void) {
    column levies;
    kp_num got;
    column_of(&levies, (size_t)chance_below(7), signed_amount);
    typed grant = amount();
    give_range(&levies);
    give(grant);
    kp_status status = ask("LEVY_TOTAL", &got);
    compare(status, got, negative(grant.exact), sub(column_sum(&levies), grant.exact));
}

static void specific_rate(void) {
    column levies;
    kp_num got;
    column_of(&levies, 5, amount);
    typed grant = amount(), monthly = amount(), bonus = amount();
    give_range(&levies);
    give(grant);
    give(monthly);
    give(bonus);
    kp_status status = ask("SPECIFIC_RATE", &got);
    Q payroll = add(monthly.exact, bonus.exact);
    unsigned errors =
        negative(grant.exact) | negative(monthly.exact) | negative(bonus.exact) | divisor(payroll);
    Q rate =
        is_zero(payroll) ? NULL : thousand(over(sub(column_sum(&levies), grant.exact), payroll));
    compare(status, got, errors, rate);
}

static void basic_rate(void) {
    kp_num got;
    typed general = rate(), specific = signed_amount();
    give(general);
    give(specific);
    kp_status status = ask("BASIC_RATE", &got);
    compare(status, got, negative(general.exact), sub(general.exact, specific.exact));
}

static void payroll(void) {
    kp_num got;
    typed average = amount(), insured = count(), bonus = amount(), m = months();
    give(average);
    give(insured);
    give(bonus);
    give(m);
    kp_status status = ask("PAYROLL", &got);
    unsigned errors = negative(average.exact) | invalid_if(!is_count(insured.exact)) |
                      negative(bonus.exact) | invalid_if(!is_months(m.exact));
    Q total = add(mul(mul(average.exact, insured.exact), m.exact), mul(bonus.exact, insured.exact));
    compare(status, got, errors, total);
}

static void care_rate(void) {
    kp_num got;
    typed levy = amount(), pay = amount();
    give(levy);
    give(pay);
    kp_status status = ask("CARE_RATE", &got);
    Q rate = is_zero(pay.exact) ? NULL : thousand(over(levy.exact, pay.exact));
    compare(status, got, negative(levy.exact) | divisor(pay.exact), rate);
}

/* A year at the end, or none: other than in FY2015, nothing may be deducted. */
static unsigned give_deduction_year(Q deduction) {
    int year = 2013 + (int)chance_below(5);
    if (one_in(2)) return 0;
    give_year(year);
    return invalid_if(year != 2015 && !is_zero(deduction));
}

static void statutory_rate(void) {
    kp_num got;
    typed benefits = amount(), levies = signed_amount(), pay = amount();
    typed deduction = one_in(2) ? typed_decimal(0, 0) : amount();
    give(benefits);
    give(levies);
    give(pay);
    give(deduction);
    unsigned dated = give_deduction_year(deduction.exact);
    kp_status status = ask("STATUTORY_RATE", &got);
    unsigned errors = dated | negative(benefits.exact) | divisor(pay.exact) |
                      negative(deduction.exact) |
                      invalid_if(mpq_cmp(deduction.exact, benefits.exact) > 0);
    Q needed = add(sub(benefits.exact, deduction.exact), levies.exact);
    compare(status, got, errors, is_zero(pay.exact) ? NULL : thousand(over(needed, pay.exact)));
}

static void real_rate(void) {
    kp_num got;
    typed spending = amount(), premiums = amount(), other = amount(), pay = amount();
    typed deduction = one_in(2) ? typed_decimal(0, 0) : amount();
    typed income = one_in(2) ? amount() : premiums;
    (void)other;
    give(spending);
    give(income);
    give(premiums);
    give(pay);
    give(deduction);
    unsigned dated = give_deduction_year(deduction.exact);
    kp_status status = ask("REAL_RATE", &got);
    unsigned errors = dated | negative(spending.exact) | negative(income.exact) |
                      negative(premiums.exact) | divisor(pay.exact) | negative(deduction.exact) |
                      invalid_if(mpq_cmp(premiums.exact, income.exact) > 0) |
                      invalid_if(mpq_cmp(deduction.exact, spending.exact) > 0);
    Q needed = sub(sub(spending.exact, deduction.exact), sub(income.exact, premiums.exact));
    compare(status, got, errors, is_zero(pay.exact) ? NULL : thousand(over(needed, pay.exact)));
}

static typed factor_limit(void) {
    return typed_decimal(chance_below(40), 1);
}

static void adjustment_rate(void) {
    kp_num got;
    int year = 2013 + (int)chance_below(14);
    typed average = rate(), below = one_in(2) ? rate() : typed_decimal(0, 0);
    typed above = one_in(2) ? rate() : typed_decimal(0, 0);
    typed needed = one_in(4) ? average : rate();
    if (one_in(4)) { /* exactly at an edge of the band, or one thousandth beside it */
        int64_t centre = chance_below(200000), band = chance_below(3000), side = one_in(2) ? 1 : -1;
        average = typed_decimal(centre, 3);
        below = above = typed_decimal(band, 3);
        needed = typed_decimal(llabs(centre + side * band + chance_below(3) - 1), 3);
    }
    option base = maybe(rate);
    typed limit = factor_limit();
    give(needed);
    give(average);
    give(below);
    give(above);
    give_year(year);
    give_option(&base);
    give(limit);
    kp_status status = ask("ADJ_RATE", &got);
    unsigned errors = negative(needed.exact) | divisor(average.exact) | negative(below.exact) |
                      negative(above.exact) | invalid_if(mpq_cmp_ui(limit.exact, 1, 1) < 0);
    Q published = 2016 <= year && year <= 2024 ? ratio(13, 10) : NULL;
    Q per_mille = or_published(&base, published, &errors);
    bool inside = mpq_cmp(sub(average.exact, below.exact), needed.exact) <= 0 &&
                  mpq_cmp(needed.exact, add(average.exact, above.exact)) <= 0;
    Q expected = per_mille;
    if (!inside && !is_zero(average.exact))
        expected = mul(per_mille, least(limit.exact, over(needed.exact, average.exact)));
    compare(status, got, errors, expected);
}

static void premium(void) {
    kp_num got;
    typed pay = amount(), r = rate(), collected = share();
    give(pay);
    give(r);
    give(collected);
    kp_status status = ask("PREMIUM", &got);
    unsigned errors =
        negative(pay.exact) | negative(r.exact) | invalid_if(!is_share(collected.exact));
    Q expected = mul(over(mul(pay.exact, r.exact), whole(1000)), collected.exact);
    compare(status, got, errors, expected);
}

static typed decimals(void) {
    return typed_decimal(one_in(64) ? chance_below(200) : 10 * (1 + chance_below(10)), 1);
}

static void rate_split(void) {
    kp_num got;
    typed component = one_in(8) ? signed_amount() : rate(), payer = rate();
    typed total = one_in(4) ? payer : rate();
    option places = maybe(decimals);
    give(component);
    give(payer);
    give(total);
    give_option(&places);
    kp_status status = ask("RATE_SPLIT", &got);
    unsigned errors = negative(payer.exact) | divisor(total.exact) |
                      invalid_if(mpq_cmp(payer.exact, total.exact) > 0);
    bool good_places =
        !places.given || (is_whole(places.value.exact) && mpq_sgn(places.value.exact) > 0 &&
                          mpq_cmp_ui(places.value.exact, 10, 1) <= 0);
    errors |= invalid_if(!good_places);
    Q expected = NULL;
    if (errors == 0) {
        expected = over(mul(component.exact, payer.exact), total.exact);
        if (places.given) {
            Q unit = whole(1);
            for (int i = (int)places.value.cell; i > 0; i--)
                unit = mul(unit, ratio(1, 10));
            expected = rounded_to(expected, unit, 2);
        }
    }
    compare(status, got, errors, expected);
}

static void round_named(void) {
    static const char *const WORDS[] = {"切捨て", "切上げ", "四捨五入", "五捨五超入"};
    static const int64_t UNITS[] = {1, 10, 100, 1000, 1000000, 25, 3};
    kp_num got;
    int method = (int)chance_below(4);
    typed unit =
        one_in(64) ? signed_amount() : typed_decimal(UNITS[chance_below(7)], (int)chance_below(5));
    typed value = signed_amount();
    if (one_in(4)) value = typed_decimal(chance_below(2000001) - 1000000, 3); /* halves */
    give(value);
    give(unit);
    give_word(WORDS[method]);
    kp_status status = ask("ROUND", &got);
    bool bad = mpq_sgn(unit.exact) <= 0;
    compare(status, got, invalid_if(bad), bad ? NULL : rounded_to(value.exact, unit.exact, method));
}

/* ------------------------------------------------------------------------------- reserve */

static typed deduction(void) {
    return one_in(2) ? typed_decimal(0, 0) : typed_decimal(chance_below(3000), 0);
}

/* The months that the source gives: 3 for benefits until FY2013, 2 from FY2014 on; 1 for levies. */
static Q benefit_months(int year) {
    return year >= 2012 ? whole(year < 2014 ? 3 : 2) : NULL;
}

static Q levy_months(int year) {
    return year >= 2012 ? whole(1) : NULL;
}

static Q own_months(const option *o, Q published, unsigned *errors) {
    Q value = or_published(o, published, errors);
    if (!is_months(value)) *errors |= MAY_BE_INVALID;
    return value;
}

/* 支援納付金 of three years, given in half of the samples, with the choice in half of these. */
typedef struct childcare {
    column levies;
    bool given, chosen, before_count;
} childcare;

static typed support_levy(void) {
    return one_in(2) ? typed_decimal(0, 0) : amount();
}

static void give_childcare(childcare *c) {
    column_of(&c->levies, 3, support_levy);
    c->given = one_in(2);
    c->chosen = one_in(2);
    c->before_count = one_in(2);
    give_range(c->given ? &c->levies : NULL);
    if (c->chosen) give(typed_decimal(c->before_count ? 1 : 0, 0));
}

/* Its yearly average: over the three years, or over those from FY2026 on. */
static Q childcare_average(const childcare *c, int year, unsigned *errors) {
    int years = 0;
    Q sum = whole(0);
    for (int i = 0; c->given && i < 3; i++) {
        bool begun = year - 2 + i >= 2026;
        Q levy = c->levies.values[i].exact;
        *errors |= negative(levy) | invalid_if(!begun && !is_zero(levy));
        if (begun) sum = add(sum, levy);
        years += begun ? 1 : 0;
    }
    bool all = !c->chosen || c->before_count || years == 0;
    return over(sum, whole(all ? 3 : years));
}

static void reserve_required(void) {
    column benefits, levies, care, cuts;
    childcare support;
    kp_num got;
    int year = one_in(4) ? 2010 + (int)chance_below(19) : 2014 + (int)chance_below(2);
    if (one_in(4)) year = 2026 + (int)chance_below(4);
    bool deducts = one_in(2);
    size_t three = one_in(64) ? 2 + (size_t)chance_below(3) : 3;
    column_of(&benefits, three, amount);
    column_of(&levies, 3, signed_amount);
    column_of(&care, 3, amount);
    column_of(&cuts, 3, deduction);
    option for_benefits = maybe(months), for_levies = maybe(months);
    give_range(&benefits);
    give_range(&levies);
    give_range(&care);
    give_year(year);
    give_range(deducts ? &cuts : NULL);
    give_option(&for_benefits), give_option(&for_levies);
    give_childcare(&support);
    kp_status status = ask("RESERVE_REQUIRED", &got);
    unsigned errors = invalid_if(three != 3 || column_has_negative(&benefits));
    for (int i = 0; deducts && i < 3 && three == 3; i++) {
        Q cut = cuts.values[i].exact;
        int spent = year - 2 + i;
        errors |= invalid_if(!is_zero(cut) && (spent < 2012 || spent > 2015));
        errors |= invalid_if(mpq_cmp(cut, benefits.values[i].exact) > 0 && !is_zero(cut));
    }
    Q b = own_months(&for_benefits, benefit_months(year), &errors);
    Q l = own_months(&for_levies, levy_months(year), &errors);
    Q net = deducts ? sub(column_sum(&benefits), column_sum(&cuts)) : column_sum(&benefits);
    Q average_benefits = over(net, whole(3)), average_levies = over(column_sum(&levies), whole(3));
    Q average_care = over(column_sum(&care), whole(3));
    Q of_support = childcare_average(&support, year, &errors);
    Q levied = add(add(average_levies, average_care), of_support);
    Q expected = add(over(mul(average_benefits, b), whole(12)), over(mul(levied, l), whole(12)));
    compare(status, got, errors, expected);
}

static void reserve_ratio(void) {
    kp_num got;
    typed required = amount();
    typed balance = one_in(4) ? required : amount();
    give(balance);
    give(required);
    kp_status status = ask("RESERVE_RATIO", &got);
    Q expected = is_zero(required.exact) ? NULL : over(balance.exact, required.exact);
    compare(status, got, negative(balance.exact) | divisor(required.exact), expected);
}

static void reserve_excess(void) {
    kp_num got;
    typed balance = amount(), required = one_in(4) ? balance : amount();
    give(balance);
    give(required);
    kp_status status = ask("RESERVE_EXCESS", &got);
    compare(status, got, negative(balance.exact) | negative(required.exact),
            most(whole(0), sub(balance.exact, required.exact)));
}

static void reserve_shortfall(void) {
    kp_num got;
    typed balance = amount(), required = one_in(4) ? balance : amount();
    give(balance);
    give(required);
    kp_status status = ask("RESERVE_SHORTFALL", &got);
    compare(status, got, negative(balance.exact) | negative(required.exact),
            most(whole(0), sub(required.exact, balance.exact)));
}

static void subsidy_cap(void) {
    kp_num got;
    typed required = amount(), balance = one_in(4) ? required : amount();
    give(required);
    give(balance);
    kp_status status = ask("SUBSIDY_CAP", &got);
    compare(status, got, negative(balance.exact) | negative(required.exact),
            most(whole(0), sub(required.exact, balance.exact)));
}

static void reserve_liquid(void) {
    column benefits;
    kp_num got;
    column_of(&benefits, one_in(64) ? (size_t)chance_below(6) : 3, amount);
    give_range(&benefits);
    kp_status status = ask("RESERVE_LIQUID", &got);
    Q average = over(column_sum(&benefits), whole(3));
    compare(status, got, invalid_if(benefits.count != 3 || column_has_negative(&benefits)),
            over(average, whole(12)));
}

static void fund_gap(void) {
    column c;
    kp_num got;
    column_of(&c, 5, amount);
    const typed *v = c.values;
    for (int i = 0; i < 5; i++)
        give(v[i]);
    kp_status status = ask("FUND_GAP", &got);
    Q gap = sub(v[0].exact, v[1].exact);
    for (int i = 2; i < 5; i++)
        gap = sub(gap, v[i].exact);
    compare(status, got, invalid_if(column_has_negative(&c)), most(whole(0), gap));
}

/* -------------------------------------------------------------------------------- levies */

static void levy_net(void) {
    kp_num got;
    typed now = signed_amount(), old = signed_amount(), settled = signed_amount();
    typed adjustment = one_in(2) ? typed_decimal(0, 0) : signed_amount();
    give(now);
    give(old);
    give(settled);
    give(adjustment);
    kp_status status = ask("LEVY_NET", &got);
    compare(status, got, 0, add(add(now.exact, sub(settled.exact, old.exact)), adjustment.exact));
}

/* With the identity that always holds: expense − refund = net + office contribution. */
static void levy_expense_and_refund(void) {
    kp_num expense, refund;
    typed net = signed_amount(), office = amount();
    give(net), give(office);
    kp_status status = ask("LEVY_EXPENSE", &expense);
    Q expected = is_negative(net.exact) ? office.exact : add(net.exact, office.exact);
    compare(status, expense, negative(office.exact), expected);
    give(net);
    kp_status second = ask("LEVY_REFUND", &refund);
    compare(second, refund, 0, is_negative(net.exact) ? sub(whole(0), net.exact) : whole(0));
    if (status != KP_OK || second != KP_OK) return;
    kp_num difference = kp_sub(expense, refund);
    compare(kp_num_status(difference), difference, 0, add(net.exact, office.exact));
}

static typed wage_ratio(void) {
    return typed_decimal(chance_below(30000), 4);
}

static void early_levy(void) {
    kp_num got;
    int year = 2006 + (int)chance_below(24);
    typed cost = amount(), average = share(), members = count(), floor = share();
    typed elderly =
        one_in(2) ? typed_decimal(chance_below(1 + llabs((int64_t)members.cell)), 0) : count();
    if (one_in(2)) floor = typed_decimal(1, 2);
    option wages = maybe(wage_ratio);
    give(cost);
    give(average);
    give(elderly);
    give(members);
    give_year(year);
    give_option(&wages);
    give(floor);
    kp_status status = ask("EARLY_LEVY", &got);
    unsigned errors = negative(cost.exact) | invalid_if(!is_share(average.exact)) |
                      invalid_if(!is_count(elderly.exact)) | invalid_if(!is_count(members.exact)) |
                      divisor(members.exact) | invalid_if(!is_share(floor.exact)) |
                      invalid_if(mpq_cmp(elderly.exact, members.exact) > 0) |
                      invalid_if(year < 2008);
    if (year >= 2024) errors |= wages.given ? 0u : MAY_BE_UNPUBLISHED;
    if (year >= 2024 && wages.given) errors |= invalid_if(mpq_sgn(wages.value.exact) <= 0);
    Q expected = NULL;
    if (errors == 0) {
        Q own_share = most(over(elderly.exact, members.exact), floor.exact);
        Q by_head = over(average.exact, own_share);
        Q weight = year >= 2024 ? ratio(1, 3) : whole(0);
        Q heads = mul(sub(whole(1), weight), by_head);
        Q pay = year >= 2024 ? mul(weight, mul(by_head, wages.value.exact)) : whole(0);
        expected = sub(mul(cost.exact, add(heads, pay)), cost.exact);
    }
    compare(status, got, errors, expected);
}

static void late_support(void) {
    kp_num got;
    typed pay = amount(), burden = share();
    typed factor = typed_decimal(chance_below(260) + 870, 3);
    give(pay);
    give(burden);
    give(factor);
    kp_status status = ask("LATE_SUPPORT", &got);
    unsigned errors = negative(pay.exact) | invalid_if(!is_share(burden.exact)) |
                      invalid_if(mpq_cmp_ui(factor.exact, 9, 10) < 0) |
                      invalid_if(mpq_cmp_ui(factor.exact, 11, 10) > 0);
    compare(status, got, errors, mul(mul(pay.exact, burden.exact), factor.exact));
}

static void care_levy(void) {
    kp_num got;
    typed pay = amount(), burden = share();
    give(pay);
    give(burden);
    kp_status status = ask("CARE_LEVY", &got);
    compare(status, got, negative(pay.exact) | invalid_if(!is_share(burden.exact)),
            mul(pay.exact, burden.exact));
}

static void childcare_levy(void) {
    kp_num got;
    int year = 2024 + (int)chance_below(5);
    typed pay = amount();
    option own_rate = maybe(rate);
    give(pay);
    give_year(year);
    give_option(&own_rate);
    kp_status status = ask("CHILDCARE_LEVY", &got);
    unsigned errors = negative(pay.exact);
    Q r = or_published(&own_rate, year == 2026 ? ratio(23, 10) : NULL, &errors);
    compare(status, got, errors, over(mul(pay.exact, r), whole(1000)));
}

static void burden_ratio(void) {
    kp_num got;
    typed levies = amount(), benefits = one_in(8) ? typed_decimal(0, 0) : amount();
    give(levies);
    give(benefits);
    kp_status status = ask("BURDEN_RATIO", &got);
    Q both = add(levies.exact, benefits.exact);
    unsigned errors = negative(levies.exact) | negative(benefits.exact) | divisor(both);
    compare(status, got, errors, is_zero(both) ? NULL : over(levies.exact, both));
}

/* ------------------------------------------------------------------- grants, subsidies, fees */

static void grant(void) {
    column claims;
    kp_num got;
    int year = one_in(4) ? 2022 + (int)chance_below(5) : 2024;
    column_of(&claims, (size_t)chance_below(9), amount);
    option threshold = maybe(amount), below = maybe(share), above = maybe(share);
    give_range(&claims);
    give_year(year);
    give_option(&threshold);
    give_option(&below);
    give_option(&above);
    kp_status status = ask("GRANT", &got);
    unsigned errors = invalid_if(column_has_negative(&claims));
    bool known = year == 2024;
    Q t = or_published(&threshold, known ? whole(5000000) : NULL, &errors);
    Q low = or_published(&below, known ? ratio(7, 10) : NULL, &errors);
    Q high = or_published(&above, known ? whole(1) : NULL, &errors);
    errors |= invalid_if(!is_share(low) || !is_share(high));
    Q sum = whole(0);
    for (size_t i = 0; i < claims.count; i++) {
        Q claim = claims.values[i].exact;
        sum = add(sum, mul(low, least(claim, t)));
        sum = add(sum, mul(high, most(sub(claim, t), whole(0))));
    }
    compare(status, got, errors, sum);
}

static void office_subsidy(void) {
    kp_num got;
    int year = one_in(4) ? 2014 + (int)chance_below(3) : 2015;
    static const char *const KINDS[] = {"単一", "連合", "総合"};
    int kind = (int)chance_below(3);
    typed insured = count(), care = count(), m = months();
    option general = maybe(rate), careful = maybe(rate);
    give(insured);
    give(care);
    give_word(KINDS[kind]);
    give_year(year);
    give(m);
    give_option(&general);
    give_option(&careful);
    kp_status status = ask("OFFICE_SUBSIDY", &got);
    unsigned errors = invalid_if(!is_count(insured.exact)) | invalid_if(!is_count(care.exact)) |
                      invalid_if(!is_months(m.exact));
    bool multi = kind == 2;
    Q a = or_published(&general, year == 2015 ? whole(multi ? 16 : 11) : NULL, &errors);
    Q b = or_published(&careful, year == 2015 ? whole(multi ? 3 : 2) : NULL, &errors);
    compare(status, got, errors,
            add(mul(mul(insured.exact, a), m.exact), mul(mul(care.exact, b), m.exact)));
}

static void checkup_subsidy(void) {
    column cases, prices;
    kp_num got;
    column_of(&cases, (size_t)chance_below(6), count);
    column_of(&prices, one_in(64) ? (size_t)chance_below(6) : cases.count, rate);
    typed r = share();
    give_range(&cases);
    give_range(&prices);
    give(r);
    kp_status status = ask("CHECKUP_SUBSIDY", &got);
    unsigned errors = invalid_if(!is_share(r.exact)) | invalid_if(cases.count != prices.count) |
                      invalid_if(column_has_negative(&prices));
    Q sum = whole(0);
    for (size_t i = 0; i < cases.count && i < prices.count; i++) {
        errors |= invalid_if(!is_count(cases.values[i].exact));
        sum = add(sum, mul(cases.values[i].exact, prices.values[i].exact));
    }
    compare(status, got, errors, mul(sum, r.exact));
}

/* A class of the scheme from FY2026 on: cases, and the price where there is one. */
static Q new_class_fee(const option *cases, const option *price, int year, unsigned *errors) {
    if (price->given && mpq_sgn(price->value.exact) <= 0) *errors |= MAY_BE_INVALID;
    if (!cases->given) return whole(0);
    if (!is_count(cases->value.exact)) *errors |= MAY_BE_INVALID;
    if (is_zero(cases->value.exact)) return whole(0);
    if (year < 2026) *errors |= MAY_BE_INVALID;
    if (!price->given) *errors |= MAY_BE_UNPUBLISHED;
    return price->given ? mul(cases->value.exact, price->value.exact) : whole(0);
}

static typed few(void) {
    return one_in(2) ? typed_decimal(0, 0) : count();
}

static void review_fee(void) {
    kp_num got;
    int year = one_in(2) ? 2023 + (int)chance_below(6) : 2025;
    typed general = count(), obvious = count(), dispensing = count();
    option a = maybe(rate), b = maybe(rate), c = maybe(rate);
    give(general);
    give(obvious);
    give(dispensing);
    give_year(year);
    give_option(&a);
    give_option(&b);
    give_option(&c);
    option more[] = {maybe(few), maybe(rate), maybe(few), maybe(rate)};
    for (int i = 0; i < 4; i++)
        give_option(&more[i]);
    kp_status status = ask("REVIEW_FEE", &got);
    unsigned errors = invalid_if(!is_count(general.exact)) | invalid_if(!is_count(obvious.exact)) |
                      invalid_if(!is_count(dispensing.exact));
    Q none = NULL;
    bool now = year == 2025, before = year == 2024;
    Q pa = or_published(&a, now ? ratio(5620, 100) : before ? ratio(6980, 100) : none, &errors);
    Q pb = or_published(&b, now ? ratio(3470, 100) : before ? ratio(3960, 100) : none, &errors);
    Q pc = or_published(&c, now ? ratio(2850, 100) : before ? ratio(3260, 100) : none, &errors);
    Q sum = add(mul(general.exact, pa), mul(obvious.exact, pb));
    sum = add(sum, new_class_fee(&more[0], &more[1], year, &errors));
    sum = add(sum, new_class_fee(&more[2], &more[3], year, &errors));
    compare(status, got, errors, add(sum, mul(dispensing.exact, pc)));
}

static void system_fee(void) {
    kp_num got;
    int year = 2024 + (int)chance_below(4);
    typed members = count(), m = months();
    option price = maybe(rate);
    give(members);
    give_year(year);
    give(m);
    give_option(&price);
    kp_status status = ask("SYSTEM_FEE", &got);
    unsigned errors = invalid_if(!is_count(members.exact)) | invalid_if(!is_months(m.exact));
    Q published = year == 2025 ? ratio(362, 100) : year == 2026 ? ratio(464, 100) : NULL;
    Q p = or_published(&price, published, &errors);
    compare(status, got, errors, mul(mul(members.exact, p), m.exact));
}

static void federation_grant(void) {
    kp_num got;
    int year = one_in(8) ? 2023 + (int)chance_below(3) : 2024;
    bool known = year == 2024;
    typed n = count(), insured = count(), application = amount();
    typed further = one_in(2) ? typed_decimal(0, 0) : amount();
    option o[5];
    for (int i = 0; i < 5; i++)
        o[i] = maybe(i == 3 ? count : amount);
    give(n);
    give(insured);
    give(application);
    give_year(year);
    give(further);
    for (int i = 0; i < 5; i++)
        give_option(&o[i]);
    kp_status status = ask("FED_GRANT", &got);
    unsigned errors = invalid_if(!is_count(n.exact) || is_zero(n.exact)) |
                      invalid_if(!is_count(insured.exact) || is_zero(insured.exact)) |
                      negative(application.exact) | negative(further.exact);
    static const int64_t PRINTED[5] = {7170000, 20000, 500000, 20000, 50};
    Q t[5];
    for (int i = 0; i < 5; i++)
        t[i] = or_published(&o[i], known ? whole(PRINTED[i]) : NULL, &errors);
    Q total = add(t[0], mul(t[1], n.exact));
    total = add(total, add(least(application.exact, t[2]), further.exact));
    if (mpq_cmp(insured.exact, t[3]) < 0) total = add(total, mul(insured.exact, t[4]));
    compare(status, got, errors, total);
}

static void region_grant(void) {
    kp_num got;
    int year = one_in(4) ? 2023 + (int)chance_below(3) : 2024;
    typed staff = amount(), joint = amount(), cooperation = amount();
    typed nth = typed_decimal(one_in(64) ? chance_below(80) : 10 * (1 + chance_below(6)), 1);
    option r = maybe(share), cap = maybe(amount);
    give(staff);
    give(joint);
    give(cooperation);
    give_year(year);
    give(nth);
    give_option(&r);
    give_option(&cap);
    kp_status status = ask("REGION_GRANT", &got);
    unsigned errors = negative(staff.exact) | negative(joint.exact) | negative(cooperation.exact) |
                      invalid_if(!is_count(nth.exact) || is_zero(nth.exact));
    Q counted = joint.exact;
    if (mpq_cmp_ui(nth.exact, 3, 1) > 0) {
        if (!r.given) errors |= MAY_BE_UNPUBLISHED;
        if (r.given) errors |= invalid_if(!is_share(r.value.exact));
        if (r.given) counted = mul(joint.exact, r.value.exact);
    }
    Q limit = or_published(&cap, year == 2024 ? whole(30000000) : NULL, &errors);
    compare(status, got, errors, least(limit, add(add(staff.exact, counted), cooperation.exact)));
}

static typed around(int64_t centre) {
    return typed_decimal(centre * 1000 + chance_below(3) - 1, 3);
}

static typed around_95(void) {
    return one_in(2) ? around(95) : rate();
}

static typed around_90(void) {
    return one_in(2) ? around(90) : rate();
}

static typed around_3_or_4(void) {
    return one_in(2) ? around(3 + chance_below(2)) : rate();
}

static void support_eligible(void) {
    kp_num got;
    int year = 2016 + (int)chance_below(13);
    typed r = around_95(), needed = around_90(), assets = around_3_or_4();
    option a = maybe(around_95), b = maybe(around_90), c = maybe(around_3_or_4);
    give(r);
    give(needed);
    give(assets);
    give_year(year);
    give_option(&a);
    give_option(&b);
    give_option(&c);
    kp_status status = ask("SUPPORT_ELIGIBLE", &got);
    unsigned errors = negative(r.exact) | negative(needed.exact) | negative(assets.exact);
    bool known = 2018 <= year && year <= 2027;
    Q ta = or_published(&a, known ? whole(95) : NULL, &errors);
    Q tb = or_published(&b, known ? whole(90) : NULL, &errors);
    Q tc = or_published(&c, known ? whole(year <= 2024 ? 3 : 4) : NULL, &errors);
    bool eligible =
        mpq_cmp(r.exact, ta) >= 0 && mpq_cmp(needed.exact, tb) > 0 && mpq_cmp(assets.exact, tc) < 0;
    compare(status, got, errors, whole(eligible));
}

/* ---------------------------------------------------------------------- plan and averages */

static typed exempting_year(void) {
    return typed_decimal(one_in(64) ? 20145 : 10 * (2010 + chance_below(12)), 1);
}

static void plan_required(void) {
    kp_num got;
    int year = one_in(2) ? 2015 : 2014 + (int)chance_below(4);
    int founded = 2008 + (int)chance_below(12);
    typed now = flag(), later = flag(), designated = flag(), recovery = flag(), has = flag();
    option from = maybe(exempting_year);
    give(now);
    give(later);
    give_year(founded);
    give(designated);
    give(recovery);
    give(has);
    give_year(year);
    give_option(&from);
    kp_status status = ask("PLAN_REQUIRED", &got);
    unsigned errors =
        invalid_if(!is_flag(now.exact) || !is_flag(later.exact) || !is_flag(designated.exact) ||
                   !is_flag(recovery.exact) || !is_flag(has.exact)) |
        invalid_if(founded > year);
    Q first = or_published(&from, year == 2015 ? whole(2014) : NULL, &errors);
    errors |= invalid_if(from.given && !is_whole(first));
    bool needs = mpq_cmp_si(first, founded, 1) > 0 && is_zero(has.exact) &&
                 (is_zero(designated.exact) || is_zero(recovery.exact));
    int answer = 0;
    if (needs && !is_zero(later.exact)) answer = 2;
    if (needs && !is_zero(now.exact)) answer = 1;
    compare(status, got, errors, whole(answer));
}

static void plan_first_year(void) {
    column benefits, levies;
    kp_num got;
    size_t years = one_in(32) ? 2 : one_in(2) ? 1 : 3;
    column_of(&benefits, years, amount);
    column_of(&levies, one_in(32) ? 1 + (size_t)chance_below(4) : years, signed_amount);
    typed balance = amount();
    give(balance);
    give_range(&benefits);
    give_range(&levies);
    kp_status status = ask("PLAN_FIRST_YEAR", &got);
    unsigned errors = negative(balance.exact) | invalid_if(column_has_negative(&benefits)) |
                      invalid_if(years == 2 || levies.count != years);
    if (years == 1 && levies.count == 1)
        errors |= invalid_if(is_zero(benefits.values[0].exact) || is_zero(levies.values[0].exact));
    Q n = whole((int64_t)years);
    Q month = over(add(over(column_sum(&benefits), n), over(column_sum(&levies), n)), whole(12));
    errors |= divisor(month);
    compare(status, got, errors, is_zero(month) ? NULL : over(balance.exact, month));
}

static bool all_counts(const column *c) {
    for (size_t i = 0; i < c->count; i++)
        if (!is_count(c->values[i].exact)) return false;
    return true;
}

static void average_insured(void) {
    column counts;
    kp_num got;
    column_of(&counts, one_in(64) ? 11 + (size_t)chance_below(3) : 12, count);
    give_range(&counts);
    kp_status status = ask("AVG_INSURED", &got);
    Q average = over(column_sum(&counts), whole(12));
    compare(status, got, invalid_if(counts.count != 12 || !all_counts(&counts)),
            rounded_to(average, whole(1), 2));
}

static void average_standard(void) {
    column totals, counts;
    kp_num got;
    column_of(&totals, 12, amount);
    column_of(&counts, one_in(64) ? 11 + (size_t)chance_below(3) : 12, count);
    give_range(&totals);
    give_range(&counts);
    kp_status status = ask("AVG_STD", &got);
    unsigned errors = invalid_if(column_has_negative(&totals)) |
                      invalid_if(counts.count != 12 || !all_counts(&counts));
    Q persons = column_sum(&counts);
    errors |= divisor(persons);
    Q expected =
        is_zero(persons) ? NULL : rounded_to(over(column_sum(&totals), persons), whole(1), 2);
    compare(status, got, errors, expected);
}

static const sampler RULES[] = {
    {"levy_total", levy_total},
    {"specific_rate", specific_rate},
    {"basic_rate", basic_rate},
    {"payroll", payroll},
    {"care_rate", care_rate},
    {"statutory_rate", statutory_rate},
    {"real_rate", real_rate},
    {"adjustment_rate", adjustment_rate},
    {"premium", premium},
    {"rate_split", rate_split},
    {"round_named", round_named},
    {"reserve_required", reserve_required},
    {"reserve_ratio", reserve_ratio},
    {"reserve_excess", reserve_excess},
    {"reserve_shortfall", reserve_shortfall},
    {"subsidy_cap", subsidy_cap},
    {"reserve_liquid", reserve_liquid},
    {"fund_gap", fund_gap},
    {"levy_net", levy_net},
    {"levy_expense_and_refund", levy_expense_and_refund},
    {"early_levy", early_levy},
    {"late_support", late_support},
    {"care_levy", care_levy},
    {"childcare_levy", childcare_levy},
    {"burden_ratio", burden_ratio},
    {"grant", grant},
    {"office_subsidy", office_subsidy},
    {"checkup_subsidy", checkup_subsidy},
    {"review_fee", review_fee},
    {"system_fee", system_fee},
    {"federation_grant", federation_grant},
    {"region_grant", region_grant},
    {"support_eligible", support_eligible},
    {"plan_required", plan_required},
    {"plan_first_year", plan_first_year},
    {"average_insured", average_insured},
    {"average_standard", average_standard},
};

int main(int arguments, char **words) {
    return run_samplers("rules against GMP rationals", RULES, sizeof RULES / sizeof RULES[0],
                        arguments, words);
}
