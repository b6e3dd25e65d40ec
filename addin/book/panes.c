/* SPDX-License-Identifier: MPL-2.0
 *
 * panes.c: writes a frozen split into a finished file: OpenDocument 1.3 part 3, 3.10 with the
 * settings that Calc itself writes; ECMA-376 part 1, 18.3.1.66.
 */
#include "book/panes.h"

#include <stdio.h>
#include <string.h>

#include "system/buffer.h"
#include "uno/access.h"
#include "uno/package.h"

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

/* Calc's names: mode 2 is frozen, range 2 the lower left pane, 3 the lower right. */
static void put_sheet(kp_buffer *out, const kp_panes *panes) {
    kp_putf(out, "<config:config-item-map-entry config:name=\"%s\">", panes->sheet);
    put_item(out, "CursorPositionX", "int", 0);
    put_item(out, "CursorPositionY", "int", panes->rows);
    put_item(out, "HorizontalSplitMode", "short", panes->columns > 0 ? 2 : 0);
    put_item(out, "VerticalSplitMode", "short", 2);
    put_item(out, "HorizontalSplitPosition", "int", panes->columns);
    put_item(out, "VerticalSplitPosition", "int", panes->rows);
    put_item(out, "ActiveSplitRange", "short", panes->columns > 0 ? 3 : 2);
    put_item(out, "PositionLeft", "int", 0);
    put_item(out, "PositionRight", "int", panes->columns);
    put_item(out, "PositionTop", "int", 0);
    put_item(out, "PositionBottom", "int", panes->rows);
    kp_put(out, "</config:config-item-map-entry>");
}

static void put_views(kp_buffer *out, const kp_panes *panes, size_t count) {
    kp_put(out, "<config:config-item-map-indexed config:name=\"Views\">"
                "<config:config-item-map-entry>"
                "<config:config-item config:name=\"ViewId\" config:type=\"string\">view1"
                "</config:config-item><config:config-item-map-named config:name=\"Tables\">");
    for (size_t i = 0; i < count; i++)
        put_sheet(out, &panes[i]);
    kp_put(out, "</config:config-item-map-named>"
                "</config:config-item-map-entry></config:config-item-map-indexed>");
}

/* Before the end of the view's settings. */
static bool edit_settings(const void *panes, size_t count, char *text, kp_buffer *out) {
    static const char END[] = "</config:config-item-set>";
    size_t length = 0;
    char *set = find_between(text, "config:name=\"ooo:view-settings\"", END, &length);
    if (set == NULL || strstr(text, "config:name=\"Views\"") != NULL) return false;
    char *end = set + length - strlen(END);
    kp_put_bytes(out, text, (size_t)(end - text));
    put_views(out, panes, count);
    kp_put(out, end);
    return true;
}

/* In place of where the cursor stands. */
static bool edit_sheet(const void *panes, size_t count, char *text, kp_buffer *out) {
    (void)count;
    long rows = ((const kp_panes *)panes)->rows;
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

/* Writes a file of the package anew by `edit`, which says whether it could. */
typedef bool edit_text(const void *data, size_t count, char *text, kp_buffer *out);

static void edit_part(uno_Interface *context, const char *url, bool plain, const char *path,
                      edit_text *edit, const void *data, size_t count) {
    size_t size = 0;
    kp_auto package = kp_package_open(context, url, plain);
    kp_auto_text text = kp_package_read(package, path, &size);
    kp_auto_buffer out = {0};
    if (text != NULL && edit(data, count, text, &out) && !out.failed &&
        kp_package_replace(context, package, path, out.text, out.used))
        kp_package_commit(package);
}

void kp_panes_freeze(uno_Interface *context, const char *url, const kp_panes *panes, size_t count) {
    edit_part(context, url, false, "settings.xml", edit_settings, panes, count);
}

void kp_panes_keep(uno_Interface *context, uno_Interface *document, const char *url,
                   kp_format format, long rows) {
    kp_auto sheets = kp_sheets(document);
    size_t count = kp_count(sheets);
    kp_auto sheet = kp_element(sheets, count - 1);
    kp_auto_text name = kp_object_name(sheet);
    kp_panes heads = {name, 0, rows};
    char path[64];
    snprintf(path, sizeof path, "xl/worksheets/sheet%zu.xml", count);
    if (format == KP_XLSX)
        edit_part(context, url, true, path, edit_sheet, &heads, 1);
    else if (name != NULL)
        kp_panes_freeze(context, url, &heads, 1);
}
