/* SPDX-License-Identifier: MPL-2.0
 *
 * copy.c: a copy of a workbook that a command fills.
 */
#include "import/copy.h"

#include <stdio.h>
#include <string.h>

#include "system/look.h"
#include "system/place.h"
#include "system/work.h"
#include "uno/document.h"

static void store(const kp_copy *copy, const char *work, uno_Interface *document,
                  const char *filter) {
    char path[KP_PATH + 16];
    char message[512];
    snprintf(path, sizeof path, "%s/filled", work);
    kp_auto_text url = kp_url_from_path(path);
    if (!kp_document_store(document, url, filter, message, sizeof message)) {
        kp_tell_failure(copy->report, KP_UNWRITABLE, message,
                        kp_t("書き出せませんでした。", "The copy could not be written."));
        return;
    }
    kp_fault fault = kp_place_file(path, copy->output);
    if (fault == KP_FAULT_NONE)
        kp_tell_plain(copy->report, "wrote", copy->output);
    else
        kp_tell_failure(copy->report, KP_UNWRITABLE, copy->output, kp_place_error(fault));
}

static void fill_and_store(const kp_copy *copy, const char *work, kp_copy_fill *fill, void *data) {
    char path[KP_PATH + 16];
    const char *filter = kp_file_look(copy->book).filter;
    snprintf(path, sizeof path, "%s/book", work);
    bool copied = filter != NULL && kp_place_file(copy->book, path) == KP_FAULT_NONE;
    kp_auto_text url = kp_url_from_path(path);
    kp_auto document = copied ? kp_document_open(copy->context, url, filter, NULL, 0) : NULL;
    if (document == NULL) {
        kp_tell_failure(copy->report, KP_UNREADABLE, copy->book,
                        kp_t("ワークブックを開けません。", "The workbook cannot be opened."));
        return;
    }
    kp_document_quiet(document);
    bool template = strcmp(filter, "calc8_template") == 0;
    if (fill(data, document) && copy->output != NULL)
        store(copy, work, document, template ? "calc8" : filter);
    kp_document_close(document);
}

void kp_copy_run(const kp_copy *copy, kp_copy_fill *fill, void *data) {
    char work[KP_PATH];
    kp_fault fault = kp_work_begin(copy->work, work);
    if (fault != KP_FAULT_NONE) {
        kp_tell_failure(copy->report, KP_UNWRITABLE, copy->work, kp_place_error(fault));
        return;
    }
    fill_and_store(copy, work, fill, data);
    kp_work_end(work);
}
