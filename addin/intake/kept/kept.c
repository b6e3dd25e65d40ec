/* SPDX-License-Identifier: MPL-2.0
 *
 * kept.c: the office stores the form; a walk over the cells of that file takes our functions' calls
 * out, so that their values stand there, and the cells behind the form's own, in which the bureau asked
 * its questions.
 */
#include "intake/kept/kept.h"

#include <stdlib.h>
#include <string.h>

#include "book/evaluate.h"
#include "system/system.h"
#include "system/tags.h"
#include "uno/access.h"
#include "uno/package.h"

static const char PROPERTY[] = "KenpoCopyOf";

typedef struct walk {
    const kp_form *form;
    const kp_own_sheet *sheet;
    size_t next_sheet;
    long column, row;
    long rows_ahead;  /* how many rows the present row element stands for */
    int depth;        /* of tables in tables */
    bool said;        /* in a cell whose text was written already */
    bool behind;      /* in a cell that is left out */
    const char *from; /* what was not copied yet */
    const kp_kept_about *about;
    kp_buffer out;
} walk;

/* ------------------------------------------------------------------------------------- texts */

/* Bytes that are no UTF-8, and characters that no XML may hold, must not make the copy unreadable. */
static void put_text(kp_buffer *out, const char *text) {
    rtl_uString *string = kp_string(text == NULL ? "" : text);
    kp_auto_text whole = string == NULL ? NULL : kp_string_text(string);
    if (string != NULL) rtl_uString_release(string);
    for (const char *c = whole == NULL ? "" : whole; *c != '\0'; c++) {
        bool none = strncmp(c, "\xEF\xBF\xBE", 3) == 0 || strncmp(c, "\xEF\xBF\xBF", 3) == 0;
        if (none)
            c += 2;
        else if (*c == '<' || *c == '&' || *c == '"')
            kp_put(out, *c == '<' ? "&lt;" : *c == '&' ? "&amp;" : "&quot;");
        else
            kp_put_bytes(out, (unsigned char)*c < ' ' ? " " : c, 1);
    }
}

/* ------------------------------------------------------------------------------- the last sheet */

static void put_styles(kp_buffer *out) {
    static const char *const WIDTHS[KP_KEPT_FIELDS] = {"1.8cm", "3cm", "4.7cm", "7.4cm"};
    for (int i = 0; i < KP_KEPT_FIELDS; i++)
        kp_putf(out,
                "<style:style style:name=\"kenpo-w%d\" style:family=\"table-column\">"
                "<style:table-column-properties style:column-width=\"%s\"/></style:style>",
                i, WIDTHS[i]);
    kp_put(out, "<style:style style:name=\"kenpo-words\" style:family=\"table-cell\" "
                "style:parent-style-name=\"Default\"><style:table-cell-properties "
                "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/></style:style>");
}

/* Heads of a document are long lines that stand alone: they may run over the cells beside them. */
static void put_row(kp_buffer *out, const kp_kept_row *row) {
    bool alone = row->fields[2] == NULL;
    kp_put(out, "<table:table-row>");
    for (int i = 0; i < KP_KEPT_FIELDS; i++) {
        if (row->fields[i] == NULL) {
            kp_put(out, "<table:table-cell/>");
            continue;
        }
        kp_putf(out, "<table:table-cell%s office:value-type=\"string\"><text:p>",
                alone ? "" : " table:style-name=\"kenpo-words\"");
        put_text(out, row->fields[i]);
        kp_put(out, "</text:p></table:table-cell>");
    }
    kp_put(out, "</table:table-row>");
}

static void put_sheet(walk *w) {
    kp_putf(&w->out, "<table:table table:name=\"%s\">", KP_KEPT);
    for (int i = 0; i < KP_KEPT_FIELDS; i++)
        kp_putf(&w->out, "<table:table-column table:style-name=\"kenpo-w%d\"/>", i);
    for (size_t i = 0; i < w->about->count; i++)
        put_row(&w->out, &w->about->rows[i]);
    kp_put(&w->out, "</table:table>");
}

/* ------------------------------------------------------------------------------------- cells */

static long repeated(kp_tag t, const char *name) {
    const char *value = kp_tag_value(t, name);
    long count = value == NULL ? 1 : strtol(value, NULL, 10);
    return count < 1 ? 1 : count;
}

static void copy_to(walk *w, const char *end) {
    kp_put_bytes(&w->out, w->from, (size_t)(end - w->from));
    w->from = end;
}

/* A constant is what an error or an empty text is without a formula that gives it. */
static void put_constant(walk *w, const kp_content *value) {
    char error[KP_ERROR_CONSTANT];
    if (value->kind == KP_CALC_ERROR) {
        kp_error_constant(value->error, error);
        kp_putf(&w->out, " table:formula=\"of:%s\"", error);
    } else if (value->kind == KP_STRING && (value->text == NULL || *value->text == '\0')) {
        kp_put(&w->out, " table:formula=\"of:=&quot;&quot;\"");
    }
}

static bool is_named(const kp_attribute *attribute, const char *name) {
    return attribute->name_length == strlen(name) &&
           strncmp(attribute->name, name, attribute->name_length) == 0;
}

/* The cell without its formula, its number to the last bit. */
static void put_value(walk *w, kp_tag t, const kp_content *value) {
    kp_attribute attribute;
    size_t at = 0;
    while (kp_tag_attribute(t, &at, &attribute)) {
        bool number = is_named(&attribute, "office:value") && value->kind == KP_NUMBER;
        if (number) {
            copy_to(w, attribute.value);
            kp_put_number(&w->out, value->number, 17);
            w->from = attribute.end - 1;
        } else if (is_named(&attribute, "table:formula")) {
            copy_to(w, attribute.start);
            put_constant(w, value);
            w->from = attribute.end;
        } else if (is_named(&attribute, "office:string-value") ||
                   is_named(&attribute, "table:number-matrix-columns-spanned") ||
                   is_named(&attribute, "table:number-matrix-rows-spanned")) {
            copy_to(w, attribute.start);
            w->from = attribute.end;
        }
    }
}

static bool closes_itself(kp_tag t) {
    return t.length > 0 && t.text[t.length - 1] == '/';
}

/* What a formula gave may have blanks that XML does not keep. */
static void put_line(kp_buffer *out, const char *line, size_t length) {
    kp_auto_buffer part = {0};
    kp_put(out, "<text:p>");
    for (size_t i = 0; i < length;) {
        size_t blanks = strspn(line + i, " ");
        if (blanks > length - i) blanks = length - i;
        if (blanks > 0) kp_putf(out, "<text:s text:c=\"%zu\"/>", blanks);
        i += blanks;
        size_t words = strcspn(line + i, " ");
        if (words > length - i) words = length - i;
        kp_buffer_clear(&part);
        kp_put_bytes(&part, line + i, words);
        put_text(out, kp_buffer_text(&part));
        i += words;
    }
    kp_put(out, "</text:p>");
}

static void put_lines(walk *w, const char *text) {
    for (;;) {
        size_t length = strcspn(text, "\n");
        put_line(&w->out, text, length);
        if (text[length] == '\0') return;
        text += length + 1;
    }
}

static void on_own_cell(walk *w, kp_tag t) {
    kp_auto_content value = kp_own_value(w->sheet, w->column, w->row);
    put_value(w, t, &value);
    if (value.kind != KP_STRING || value.text == NULL || closes_itself(t)) return;
    copy_to(w, t.text + t.length + 1);
    if (*value.text != '\0') put_lines(w, value.text);
    w->said = true;
}

static void on_cell(walk *w, kp_tag t) {
    const kp_own_cell *own = kp_own_at(w->sheet, w->column, w->row);
    if (w->column > w->sheet->columns) {
        copy_to(w, t.text - 1);
        w->behind = !closes_itself(t);
        w->from = t.text + t.length + 1;
    } else if (own != NULL && own->ours) {
        on_own_cell(w, t);
    }
    w->column += repeated(t, "table:number-columns-repeated");
}

static void end_cell(walk *w, kp_tag t) {
    if (w->behind) w->from = t.text + t.length + 1;
    if (w->said) w->from = t.text - 1;
    w->behind = w->said = false;
}

static void enter_sheet(walk *w) {
    w->sheet = w->next_sheet < w->form->count ? &w->form->sheets[w->next_sheet] : NULL;
    w->next_sheet++;
    w->row = -1;
    w->rows_ahead = 1;
}

static void leave_sheet(walk *w, kp_tag t) {
    if (w->depth > 0 || w->next_sheet != w->form->count) return;
    copy_to(w, t.text + t.length + 1);
    put_sheet(w);
}

static void enter_row(walk *w, kp_tag t) {
    w->row += w->rows_ahead;
    if (w->row < 0) w->row = 0;
    w->rows_ahead = repeated(t, "table:number-rows-repeated");
    w->column = 0;
}

static const char OURS[] = "ORG.KENPOCALC.";

/* Whether a value calls our functions: the office writes their names in capitals. */
static bool is_ours(const kp_attribute *attribute) {
    const char *end = attribute->end - (sizeof OURS - 1);
    for (const char *c = attribute->value; c < end; c++)
        if (*c == *OURS && strncmp(c, OURS, sizeof OURS - 1) == 0) return true;
    return false;
}

/* A condition that asks our functions restricts nobody who has them not. */
static void on_rule(walk *w, kp_tag t) {
    kp_attribute attribute;
    size_t at = 0;
    while (kp_tag_attribute(t, &at, &attribute)) {
        if (!is_named(&attribute, "table:condition") || !is_ours(&attribute)) continue;
        copy_to(w, attribute.start);
        w->from = attribute.end;
    }
}

static bool is_cell(kp_tag t) {
    return kp_tag_is(t, "table:table-cell") || kp_tag_is(t, "table:covered-table-cell");
}

static bool ends_cell(kp_tag t) {
    return kp_tag_is(t, "/table:table-cell") || kp_tag_is(t, "/table:covered-table-cell");
}

static void on_tag(walk *w, kp_tag t) {
    if (kp_tag_is(t, "/office:automatic-styles")) {
        copy_to(w, t.text - 1);
        put_styles(&w->out);
    } else if (kp_tag_is(t, "table:content-validation")) {
        on_rule(w, t);
    } else if (kp_tag_is(t, "table:table") && !closes_itself(t)) {
        if (w->depth++ == 0) enter_sheet(w);
    } else if (kp_tag_is(t, "/table:table")) {
        w->depth--;
        leave_sheet(w, t);
    } else if (w->depth != 1 || w->sheet == NULL) {
        return;
    } else if (kp_tag_is(t, "table:table-row")) {
        enter_row(w, t);
    } else if (is_cell(t)) {
        on_cell(w, t);
    } else if (ends_cell(t)) {
        end_cell(w, t);
    }
}

/* ------------------------------------------------------------------------------------- files */

/* Whether a formula, a name or a condition of ours is left: without the add-in it would be #NAME?. A
 * text that a society typed may well say so. */
static bool calls_ours(const char *text) {
    const char *at = text;
    kp_tag t;
    if (strstr(text, OURS) == NULL) return false;
    while (kp_tag_next(&at, &t)) {
        kp_attribute attribute;
        size_t next = 0;
        while (kp_tag_attribute(t, &next, &attribute)) {
            if (is_ours(&attribute) && !is_named(&attribute, "office:string-value")) return true;
        }
    }
    return false;
}

static bool replace(uno_Interface *context, uno_Interface *package, const char *path,
                    const kp_buffer *text) {
    return !text->failed && kp_package_replace(context, package, path, text->text, text->used);
}

static bool rewrite_content(uno_Interface *context, uno_Interface *package, walk *w) {
    size_t size = 0;
    kp_auto_text text = kp_package_read(package, "content.xml", &size);
    const char *at = text;
    kp_tag t;
    if (text == NULL) return false;
    w->from = text;
    while (kp_tag_next(&at, &t))
        on_tag(w, t);
    kp_put(&w->out, w->from);
    return !w->out.failed && !calls_ours(w->out.text) &&
           replace(context, package, "content.xml", &w->out);
}

/* The title, which the window shows, and a property say what it is. */
static bool rewrite_meta(uno_Interface *context, uno_Interface *package, const char *mark) {
    static const char TITLE[] = "<dc:title>";
    size_t size = 0;
    kp_auto_buffer out = {0};
    kp_auto_text text = kp_package_read(package, "meta.xml", &size);
    const char *from = text;
    const char *title = text == NULL ? NULL : strstr(text, TITLE);
    const char *end = text == NULL ? NULL : strstr(text, "</office:meta>");
    if (end == NULL) return false;
    if (title != NULL) {
        kp_put_bytes(&out, from, (size_t)(title + strlen(TITLE) - from));
        kp_putf(&out, "%s ", KP_KEPT);
        from = title + strlen(TITLE);
    }
    kp_put_bytes(&out, from, (size_t)(end - from));
    kp_putf(&out, "<meta:user-defined meta:name=\"%s\">", PROPERTY);
    put_text(&out, mark);
    kp_putf(&out, "</meta:user-defined>%s", end);
    return replace(context, package, "meta.xml", &out);
}

static bool rewrite(uno_Interface *context, const char *url, walk *w) {
    kp_auto package = kp_package_open(context, url, false);
    bool done = package != NULL && rewrite_content(context, package, w) &&
                rewrite_meta(context, package, w->about->mark) && kp_package_commit(package);
    kp_buffer_end(&w->out);
    return done;
}

/* Its sheets are as protected as those of the form, which is open without. */
static void protect(const kp_form *form, bool yes) {
    for (size_t i = 0; i < form->count; i++) {
        const kp_own_sheet *sheet = &form->sheets[i];
        if (sheet->guarded && yes) kp_protect(sheet->sheet);
        if (sheet->guarded && !yes) kp_unprotect(sheet->sheet);
    }
}

bool kp_kept_store(uno_Interface *context, const kp_form *form, const kp_kept_about *about,
                   const char *path) {
    walk w = {.form = form, .about = about};
    kp_auto_text url = kp_url_from_path(path);
    protect(form, true);
    bool done = url != NULL && kp_document_store(form->document, url, "calc8", NULL, 0);
    protect(form, false);
    done = done && rewrite(context, url, &w);
    if (!done) kp_file_drop(path);
    return done;
}
