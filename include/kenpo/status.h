/* SPDX-License-Identifier: MPL-2.0
 *
 * status.h: how a computation ends. A rule fails through its kp_run (run.h); what is outside of
 * rules returns a kp_status, and its result through its last parameter, which is untouched unless
 * KP_OK is returned.
 */
#ifndef KENPO_STATUS_H
#define KENPO_STATUS_H

/** The outcome of a rule; the comment gives what Calc shows for it. */
typedef enum kp_status {
    KP_OK = 0,
    KP_INVALID, /**< 引数の値が意味の範囲外 · value outside its meaning: Err:502 */
    KP_DIVIDE_BY_ZERO, /**< 0 による除算 · a payroll, requirement or count of zero: #DIV/0! */
    KP_NOT_PUBLISHED, /**< その年度の値は未公表 · no published value for that year: #N/A */
    KP_OVERFLOW, /**< 正確に計算できる範囲の外 · outside the exact arithmetic: #NUM! */
    KP_MISSING   /**< 必須の引数がない · a required argument was left out: Err:504 */
} kp_status;

/** The language of a text for the user. */
typedef enum kp_language { KP_JAPANESE, KP_ENGLISH } kp_language;

/** One text in both languages of the product (UTF-8). */
typedef struct kp_text {
    const char *ja;
    const char *en;
} kp_text;

/** Joins the two wordings of one text. */
static inline kp_text kp_t(const char *ja, const char *en) {
    kp_text text = {ja, en};
    return text;
}

/** The wording of `text` in `language`. */
static inline const char *kp_wording(kp_text text, kp_language language) {
    return language == KP_JAPANESE ? text.ja : text.en;
}

#endif
