/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.c: the text of a PDF. Objects are found by their own heads, not by the table at the end of the file,
 * which a stranger's file may have wrong; a later one of the same number takes the place of an earlier.
 */
#include "stored/pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "stored/pdf/inflate.h"
#include "stored/pdf/letters.h"

enum {
    MOST_OBJECTS = 50000,
    MOST_NUMBERS = 200000,
    MOST_UNPACKED = 64 << 20,
    MOST_PAGES = 2000,
    MOST_STREAM = 16 << 20
};

/* What stands between "1 0 obj" and "endobj"; the bytes of its stream, where it has one. */
typedef struct object {
    long number;
    kp_pdf_piece body, stream;
} object;

typedef struct pdf {
    kp_pdf_piece whole;
    object *objects;
    size_t count, size;
    unsigned *last; /* by number: 1 + the index of the last object that has it */
    size_t unpacked;
    kp_pdf_end end;
} pdf;

/* ------------------------------------------------------------------------------------ objects */

static bool add_object(pdf *p, object o) {
    if (p->count == MOST_OBJECTS) p->end = KP_PDF_HUGE;
    if (p->count == p->size && p->end == KP_PDF_READ) {
        size_t wider = p->size == 0 ? 256 : p->size * 2;
        object *more = realloc(p->objects, wider * sizeof *more);
        if (more == NULL) p->end = KP_PDF_HUGE;
        if (more != NULL) p->objects = more;
        if (more != NULL) p->size = wider;
    }
    if (p->end != KP_PDF_READ) return false;
    p->objects[p->count++] = o;
    if (o.number < MOST_NUMBERS) p->last[o.number] = (unsigned)p->count;
    return true;
}

static const object *find_object(const pdf *p, long number) {
    if (number <= 0 || number >= MOST_NUMBERS || p->last[number] == 0) return NULL;
    return &p->objects[p->last[number] - 1];
}

/* The number before " 0 obj" that ends at `at`; 0 where there is none. */
static long head_before(kp_pdf_piece whole, size_t at) {
    size_t i = at;
    while (i > 0 && kp_pdf_digit(whole.bytes[i - 1]))
        i--; /* the generation */
    if (i == at || i == 0 || whole.bytes[i - 1] != ' ') return 0;
    size_t end = i - 1;
    size_t begin = end;
    while (begin > 0 && end - begin < 9 && kp_pdf_digit(whole.bytes[begin - 1]))
        begin--;
    return begin == end ? 0 : strtol(whole.bytes + begin, NULL, 10);
}

/* The stream of an object whose body is known: behind "stream" and the end of the line. */
static void take_stream(object *o) {
    const char *found = kp_pdf_find(o->body, "stream");
    if (found == NULL) return;
    size_t head = (size_t)(found - o->body.bytes);
    size_t skip = head + 6;
    if (skip < o->body.length && o->body.bytes[skip] == '\r') skip++;
    if (skip < o->body.length && o->body.bytes[skip] == '\n') skip++;
    o->stream = (kp_pdf_piece){o->body.bytes + skip, o->body.length - skip};
    o->body.length = head;
}

static void find_objects(pdf *p) {
    kp_pdf_piece rest = p->whole;
    const char *found;
    while (p->end == KP_PDF_READ && (found = kp_pdf_find(rest, " obj")) != NULL) {
        size_t at = (size_t)(found - p->whole.bytes);
        long number = head_before(p->whole, at);
        rest = (kp_pdf_piece){found + 4, p->whole.length - at - 4};
        if (number == 0) continue;
        const char *stop = kp_pdf_find(rest, "endobj");
        object o = {number,
                    {rest.bytes, stop == NULL ? rest.length : (size_t)(stop - rest.bytes)},
                    {NULL, 0}};
        take_stream(&o);
        add_object(p, o);
        if (stop == NULL) return;
        rest = (kp_pdf_piece){stop, p->whole.length - (size_t)(stop - p->whole.bytes)};
    }
}

/* Appends the stream, unpacked. */
static bool unpack(pdf *p, const object *o, kp_buffer *out) {
    size_t before = out->used;
    if (o->stream.bytes == NULL) return false;
    bool fine = true;
    if (kp_pdf_key(o->body, "/Filter").length == 0)
        kp_put_bytes(out, o->stream.bytes, o->stream.length);
    else
        fine =
            kp_pdf_find(o->body, "/FlateDecode") != NULL &&
            kp_pdf_find(o->body, "/Predictor") == NULL &&
            kp_inflate((const unsigned char *)o->stream.bytes, o->stream.length, MOST_STREAM, out);
    p->unpacked += out->used - before;
    if (p->unpacked > MOST_UNPACKED || out->failed) p->end = KP_PDF_HUGE;
    return fine && p->end == KP_PDF_READ;
}

/* Objects inside "/Type/ObjStm": numbers and places first, then the objects. */
static void take_packed(pdf *p, kp_pdf_piece text, long count, long first) {
    const char *at = text.bytes;
    for (long i = 0; i < count && p->end == KP_PDF_READ; i++) {
        char *end;
        long number = strtol(at, &end, 10);
        long place = strtol(end, &end, 10);
        if (end == at || place < 0 || place > MOST_STREAM || first < 0 ||
            (size_t)(first + place) > text.length)
            return;
        at = end;
        size_t start = (size_t)(first + place);
        char *next;
        strtol(at, &next, 10);
        long stop = i + 1 < count ? strtol(next, NULL, 10) : (long)text.length - first;
        if (stop < place || stop > MOST_STREAM || (size_t)(first + stop) > text.length) return;
        if (number <= 0) continue;
        object o = {number, {text.bytes + start, (size_t)(stop - place)}, {NULL, 0}};
        add_object(p, o);
    }
}

static void find_packed(pdf *p, kp_buffer *texts, size_t most) {
    size_t plain = p->count;
    size_t used = 0;
    for (size_t i = 0; i < plain && used < most; i++) {
        object o = p->objects[i];
        if (kp_pdf_find(o.body, "/ObjStm") == NULL) continue;
        kp_buffer *text = &texts[used++];
        if (unpack(p, &o, text) && text->text != NULL)
            take_packed(p, (kp_pdf_piece){text->text, text->used}, kp_pdf_long(o.body, "/N"),
                        kp_pdf_long(o.body, "/First"));
    }
}

/* -------------------------------------------------------------------------------------- pages */

/* What a key of the object says: itself, or the object that it points to. */
static kp_pdf_piece value_of(const pdf *p, kp_pdf_piece body, const char *key) {
    kp_pdf_piece value = kp_pdf_key(body, key);
    long number = kp_pdf_reference(value);
    const object *o = find_object(p, number);
    return o == NULL ? value : o->body;
}

/* The fonts of a page, "/F1 23 0 R", from its resources or its parent's. */
static void take_fonts(pdf *p, kp_pdf_piece page, kp_pdf_fonts *fonts) {
    kp_pdf_piece resources = value_of(p, page, "/Resources");
    for (int up = 0; resources.length == 0 && up < 8; up++) {
        page = value_of(p, page, "/Parent");
        resources = value_of(p, page, "/Resources");
    }
    kp_pdf_piece names = value_of(p, resources, "/Font");
    char name[32];
    long number;
    while (kp_pdf_next_pair(&names, name, sizeof name, &number)) {
        const object *font = find_object(p, number);
        const object *map =
            font == NULL ? NULL
                         : find_object(p, kp_pdf_reference(kp_pdf_key(font->body, "/ToUnicode")));
        kp_auto_buffer text = {0};
        if (map == NULL || !unpack(p, map, &text)) continue;
        bool two = kp_pdf_find(font->body, "/Type0") != NULL;
        kp_pdf_font_add(fonts, name, two, (kp_pdf_piece){kp_buffer_text(&text), text.used});
    }
}

/* The streams that a page draws: one, or several in an array. */
static void draw(pdf *p, kp_pdf_piece page, const kp_pdf_fonts *fonts, kp_buffer *text) {
    kp_auto_buffer drawn = {0};
    kp_pdf_piece contents = kp_pdf_key(page, "/Contents");
    long number;
    while ((number = kp_pdf_next_reference(&contents)) > 0 && p->end == KP_PDF_READ) {
        const object *o = find_object(p, number);
        if (o != NULL && unpack(p, o, &drawn)) kp_put(&drawn, "\n");
    }
    kp_pdf_letters((kp_pdf_piece){kp_buffer_text(&drawn), drawn.used}, fonts, text);
    if (drawn.failed) p->end = KP_PDF_HUGE;
}

static bool is_page(kp_pdf_piece body) {
    kp_pdf_piece type = kp_pdf_key(body, "/Type");
    return type.length >= 5 && memcmp(type.bytes, "/Page", 5) == 0 &&
           (type.length == 5 || type.bytes[5] != 's');
}

static void read_pages(pdf *p, kp_buffer *text) {
    size_t pages = 0;
    for (size_t i = 0; i < p->count && p->end == KP_PDF_READ; i++) {
        kp_pdf_piece body = p->objects[i].body;
        if (!is_page(body) || find_object(p, p->objects[i].number) != &p->objects[i]) continue;
        if (pages++ == MOST_PAGES) p->end = KP_PDF_HUGE;
        kp_pdf_fonts fonts = {NULL, 0, 0, false};
        take_fonts(p, body, &fonts);
        draw(p, body, &fonts, text);
        if (fonts.failed) p->end = KP_PDF_HUGE;
        kp_pdf_fonts_end(&fonts);
    }
}

kp_pdf_end kp_pdf_text(const char *bytes, size_t length, kp_buffer *text) {
    enum { MOST_PACKED = 64 };
    pdf p = {.whole = {bytes, length}};
    kp_buffer packed[MOST_PACKED] = {{0}};
    size_t before = text->used;
    if (length < 8 || memcmp(bytes, "%PDF-", 5) != 0) return KP_PDF_BROKEN;
    p.last = calloc(MOST_NUMBERS, sizeof *p.last);
    if (p.last == NULL) return KP_PDF_HUGE;
    find_objects(&p);
    if (p.end == KP_PDF_READ && kp_pdf_find(p.whole, "/Encrypt") != NULL) p.end = KP_PDF_LOCKED;
    if (p.end == KP_PDF_READ) find_packed(&p, packed, MOST_PACKED);
    if (p.end == KP_PDF_READ) read_pages(&p, text);
    if (p.end == KP_PDF_READ && (p.count == 0 || text->failed))
        p.end = p.count == 0 ? KP_PDF_BROKEN : KP_PDF_HUGE;
    if (p.end == KP_PDF_READ && text->used == before) p.end = KP_PDF_SILENT;
    for (size_t i = 0; i < MOST_PACKED; i++)
        kp_buffer_end(&packed[i]);
    free(p.objects);
    free(p.last);
    return p.end;
}
