/* SPDX-License-Identifier: MPL-2.0
 *
 * buffer.c: text that grows.
 */
#include "system/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(kp_buffer *buffer, size_t more) {
    if (buffer->failed) return false;
    size_t needed = buffer->used + more + 1;
    if (needed <= buffer->size) return true;
    size_t size = needed < 256 ? 256 : needed + needed / 2;
    char *text = realloc(buffer->text, size);
    buffer->failed = text == NULL;
    if (text == NULL) return false;
    buffer->text = text;
    buffer->size = size;
    return true;
}

void kp_put_bytes(kp_buffer *buffer, const char *bytes, size_t count) {
    if (!reserve(buffer, count)) return;
    if (count > 0) memcpy(buffer->text + buffer->used, bytes, count);
    buffer->used += count;
    buffer->text[buffer->used] = '\0';
}

void kp_put(kp_buffer *buffer, const char *text) {
    if (text != NULL) kp_put_bytes(buffer, text, strlen(text));
}

void kp_putf(kp_buffer *buffer, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (length < 0 || !reserve(buffer, (size_t)length)) return;
    va_start(list, format);
    vsnprintf(buffer->text + buffer->used, (size_t)length + 1, format, list);
    va_end(list);
    buffer->used += (size_t)length;
}

void kp_put_number(kp_buffer *buffer, double number, int digits) {
    char text[40];
    snprintf(text, sizeof text, "%.*g", digits, number);
    char *comma = strchr(text, ',');
    if (comma != NULL) *comma = '.';
    kp_put(buffer, text);
}

void kp_buffer_clear(kp_buffer *buffer) {
    buffer->used = 0;
    if (buffer->text != NULL) *buffer->text = '\0';
}

const char *kp_buffer_text(const kp_buffer *buffer) {
    return buffer->text == NULL ? "" : buffer->text;
}

void kp_buffer_end(kp_buffer *buffer) {
    free(buffer->text);
    memset(buffer, 0, sizeof *buffer);
}
