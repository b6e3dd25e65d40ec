/* SPDX-License-Identifier: MPL-2.0
 *
 * foreign.h: what does not belong into a submission, in the package of an .xlsx. No UNO, no I/O.
 */
#ifndef KENPO_STORED_XLSX_FOREIGN_H
#define KENPO_STORED_XLSX_FOREIGN_H

#include "stored/parts.h"
#include "stored/workbook.h"
#include "stored/xml.h"

/** Looks at what every part relates to and at every file. `sheet_parts` are the parts of the
 *  workbook's sheets. Charts are counted at their sheets. */
kp_xml_end kp_xlsx_foreign(kp_workbook *workbook, const kp_parts *parts,
                           const char *const *sheet_parts);

#endif
