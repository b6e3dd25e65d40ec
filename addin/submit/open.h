/* SPDX-License-Identifier: MPL-2.0
 *
 * open.h: what is open in a workbook: checks (点検) of severity error that found something or could
 * not be run, and what else no sound submission holds (gate.h). It holds the copies back, or, where
 * the workbook's user insists, is what the first sheet of a copy tells.
 */
#ifndef KENPO_SUBMIT_OPEN_H
#define KENPO_SUBMIT_OPEN_H

#include "submit/frozen.h"
#include "system/report.h"

/** Where it is, and what: the texts of a line. */
enum { KP_OPEN_SHEET, KP_OPEN_CELL, KP_OPEN_LABEL, KP_OPEN_WORDS, KP_OPEN_FIELDS };
typedef struct kp_open_item {
    char *fields[KP_OPEN_FIELDS];
} kp_open_item;

typedef struct kp_open {
    kp_open_item *items;
    size_t count;
    bool blocks; /**< no copy may be made without asking; else they are only told */
    bool failed; /**< memory ran short: then it blocks too */
} kp_open;

/** Looks through a document that was frozen. In one that was made from no form of ours only checks
 *  that found something block; errors in its cells are told. In words of that language. */
kp_open kp_open_find(const kp_freeze *freeze, uno_Interface *context, kp_language language);
void kp_open_end(kp_open *open);

/** Tells each as a line of that kind ("open", "warning"). */
void kp_open_tell(const kp_open *open, const char *kind, kp_report *report);

/** Adds the first sheet 未解消の点検 that lists them. */
void kp_open_sheet(const kp_freeze *freeze, const kp_open *open);

#endif
