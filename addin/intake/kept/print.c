/* SPDX-License-Identifier: MPL-2.0
 *
 * print.c: a copy as a PDF. The copy is our own file, so it may be opened.
 */
#include "intake/kept/print.h"

#include <string.h>

#include "form/chosen.h"
#include "intake/kept/kept.h"
#include "uno/document.h"
#include "uno/page.h"

static void choose(void *data, uno_Interface *sheet, const char *name) {
    uno_Interface *document = data;
    bool told = name != NULL && strcmp(name, KP_KEPT) == 0;
    if (!told && !kp_is_chosen(document, sheet, name, NULL)) kp_sheet_print_nothing(sheet);
}

bool kp_kept_print(uno_Interface *context, const char *copy, const char *path) {
    kp_auto_text from = kp_url_from_path(copy);
    kp_auto_text to = kp_url_from_path(path);
    kp_auto document = from == NULL ? NULL : kp_document_open(context, from, "calc8", NULL, 0);
    if (document == NULL || to == NULL) return false;
    kp_each_sheet(document, choose, document);
    bool done = kp_document_store(document, to, "calc_pdf_Export", NULL, 0);
    kp_document_close(document);
    return done;
}
