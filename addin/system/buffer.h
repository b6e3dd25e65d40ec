/* SPDX-License-Identifier: MPL-2.0
 *
 * buffer.h: text that grows. Where memory runs short it stays as it is and says so; nobody has to
 * look before the end. No UNO, no I/O.
 */
#ifndef KENPO_SYSTEM_BUFFER_H
#define KENPO_SYSTEM_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

/** What a format may say: MinGW has Microsoft's way and this one. */
#ifdef _WIN32
#define KP_PRINTF gnu_printf
#else
#define KP_PRINTF printf
#endif

typedef struct kp_buffer {
    char *text; /**< zero-terminated, or NULL while nothing was added */
    size_t used;
    size_t size;
    bool failed; /**< memory ran short: the text is not whole */
} kp_buffer;

void kp_put(kp_buffer *buffer, const char *text);
void kp_put_bytes(kp_buffer *buffer, const char *bytes, size_t count);
void kp_putf(kp_buffer *buffer, const char *format, ...) __attribute__((format(KP_PRINTF, 2, 3)));

/** A number as text that gives the same number back, with a point whatever the locale; with 15
 *  digits (what a spreadsheet file keeps) or 17 (every bit). */
void kp_put_number(kp_buffer *buffer, double number, int digits);

/** Takes the text away and keeps the room. */
void kp_buffer_clear(kp_buffer *buffer);

/** The text so far, never NULL. */
const char *kp_buffer_text(const kp_buffer *buffer);
void kp_buffer_end(kp_buffer *buffer);

/** A buffer that ends where the block does: kp_auto_buffer words = {0}; */
#define kp_auto_buffer __attribute__((cleanup(kp_buffer_end))) kp_buffer

#endif
