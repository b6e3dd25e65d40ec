/* SPDX-License-Identifier: MPL-2.0
 *
 * panes.c: writes a frozen split into a finished file: OpenDocument 1.3 part 3, 3.10 with the
 * settings that Calc itself writes; ECMA-376 part 1, 18.3.1.66.
 */
#include "panes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "call.h"
#include "package.h"

/* Of the text from `from` on, what stands between the two marks, with the marks. */
static char *find_between(char *from, const char *start, const char *end, size_t *length) {
    char *found = from == NULL ? NULL : strstr(from, start);
    char *close = found == NULL ? NULL : strstr(found, end);
    if (close == NULL) return NULL;
    *length = (size_t)(close - found) + strlen(end);
    return found;
}

static void put_item(kp_buffer *out, const char *name, const char *type, long value) {
    kp_putf(out,
            "<config:config-item config:name=\"%s\" config:type=\"%s\">%ld</config:config-item>",
            name, type, value);
}

/* Calc's names: mode 2 is frozen, range 2 the lower left pane. */
static void put_views(kp_buffer *out, const char *sheet, long rows) {
    kp_put(out, "<config:config-item-map-indexed config:name=\"Views\">"
                "<config:config-item-map-entry>"
                "<config:config-item config:name=\"ViewId\" config:type=\"string\">view1"
                "</config:config-item><config:config-item-map-named config:name=\"Tables\">");
    kp_putf(out, "<config:config-item-map-entry config:name=\"%s\">", sheet);
    put_item(out, "CursorPositionX", "int", 0);
    put_item(out, "CursorPositionY", "int", rows);
    put_item(out, "HorizontalSplitMode", "short", 0);
    put_item(out, "VerticalSplitMode", "short", 2);
    put_item(out, "HorizontalSplitPosition", "int", 0);
    put_item(out, "VerticalSplitPosition", "int", rows);
    put_item(out, "ActiveSplitRange", "short", 2);
    put_item(out, "PositionLeft", "int", 0);
    put_item(out, "PositionRight", "int", 0);
    put_item(out, "PositionTop", "int", 0);
    put_item(out, "PositionBottom", "int", rows);
    kp_put(out, "</config:config-item-map-entry></config:config-item-map-named>"
                "</config:config-item-map-entry></config:config-item-map-indexed>");
}

/* Before the end of the view's settings. */
static bool edit_settings(char *text, const char *sheet, long rows, kp_buffer *out) {
    static const char END[] = "</config:config-item-set>";
    size_t length = 0;
    char *set = find_between(text, "config:name=\"ooo:view-settings\"", END, &length);
    if (set == NULL || strstr(text, "config:name=\"Views\"") != NULL) return false;
    char *end = set + length - strlen(END);
    kp_put_bytes(out, text, (size_t)(end - text));
    put_views(out, sheet, rows);
    kp_put(out, end);
    return true;
}

/* In place of where the cursor stands. */
static bool edit_sheet(char *text, long rows, kp_buffer *out) {
    size_t length = 0;
    char *view = find_between(text, "<sheetView ", "</sheetView>", &length);
    char *selection = find_between(view, "<selection ", "/>", &length);
    if (selection == NULL || strstr(text, "<pane ") != NULL) return false;
    kp_put_bytes(out, text, (size_t)(selection - text));
    kp_putf(out,
            "<pane ySplit=\"%ld\" topLeftCell=\"A%ld\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            "<selection pane=\"bottomLeft\" activeCell=\"A%ld\" sqref=\"A%ld\"/>",
            rows, rows + 1, rows + 1, rows + 1);
    kp_put(out, selection + length);
    return true;
}

void kp_panes_keep(uno_Interface *context, uno_Interface *document, const char *url,
                   kp_format format, long rows) {
    char path[64] = "settings.xml";
    size_t size = 0;
    kp_buffer out = {0};
    uno_Interface *sheets = kp_sheets(document);
    size_t count = kp_count(sheets);
    uno_Interface *sheet = kp_element(sheets, count - 1);
    char *name = kp_object_name(sheet);
    if (format == KP_XLSX) snprintf(path, sizeof path, "xl/worksheets/sheet%zu.xml", count);
    uno_Interface *package = kp_package_open(context, url, format == KP_XLSX);
    char *text = kp_package_read(package, path, &size);
    bool changed =
        text != NULL && name != NULL &&
        (format == KP_XLSX ? edit_sheet(text, rows, &out) : edit_settings(text, name, rows, &out));
    if (changed && !out.failed && kp_package_replace(context, package, path, out.text, out.used))
        kp_package_commit(package);
    free(text);
    free(name);
    kp_buffer_end(&out);
    kp_release(package);
    kp_release(sheet);
    kp_release(sheets);
}
