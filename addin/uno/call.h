/* SPDX-License-Identifier: MPL-2.0
 *
 * call.h: calling out to the office. A method is called by its name and a signature of letters,
 * one an argument, which are compared with the method's own description before any argument is
 * read. Whatever the office throws is caught here and never leaves as anything but false.
 *
 *     kp_auto cells = kp_get(sheet, "table.XCellRange::getCellByPosition", "ll", column, row);
 *     kp_do(cells, "text.XTextRange::setString", "s", "正本");
 */
#ifndef KENPO_UNO_CALL_H
#define KENPO_UNO_CALL_H

#include "uno/uno.h"
#include "uno/value.h"

/** Calls `method`, "module.XInterface::method" without its "com.sun.star.", on an object, which is
 *  asked for that interface first. The letters:
 *
 *    s  const char *, UTF-8              string
 *    i  int                              any whole number or an enum
 *    l  long                             the same
 *    b  int or bool                      boolean
 *    d  double                           double
 *    o  uno_Interface *, NULL is none    an interface, which the object is asked for
 *    r  const kp_area *                  com.sun.star.table.CellRangeAddress
 *    c  const kp_address *               com.sun.star.table.CellAddress
 *    a  const uno_Any *                  what the any holds, which must be of the type wanted
 *    *  uno_Any *                        a value given back, constructed there as an any
 *
 *  Where the method wants an any, a value of each of these becomes one (i and l: long), and
 *
 *    h  int                              short
 *    f  double                           float
 *
 *  A number must fit its type. False, and kp_call_failure says why, where letters and method do
 *  not fit (then no argument was read), an object or a text (NULL) is missing, memory is short, or
 *  the office threw. A result is dropped. */
bool kp_do(uno_Interface *object, const char *method, const char *letters, ...);

/** The same for a method with a result: an object (acquired, one in an any too), a text (to be
 *  freed), or NULL; a number, an enum's or a boolean's too, or 0. */
uno_Interface *kp_get(uno_Interface *object, const char *method, const char *letters, ...);
char *kp_get_text(uno_Interface *object, const char *method, const char *letters, ...);
double kp_get_number(uno_Interface *object, const char *method, const char *letters, ...);

/** A result of any type, constructed in *value as an any: void where false. The any must be
 *  empty, {0} or void, before. */
bool kp_get_any(uno_Any *value, uno_Interface *object, const char *method, const char *letters,
                ...);

/** Gives an attribute of type string, "module.XInterface::Attribute", a value. */
bool kp_attribute_set_text(uno_Interface *object, const char *attribute, const char *utf8);

/** The object in an any, acquired, or NULL. */
uno_Interface *kp_any_object_of(const uno_Any *any);

/** Whether there is such a method and the letters fit it, as each call finds out for itself. */
bool kp_call_fits(const char *method, const char *letters);

/** What was wrong with the last call of this thread that failed: what the office said. */
const char *kp_call_failure(void);

/** The interface of that name which `object` answers, acquired, or NULL. NULL gives NULL. */
uno_Interface *kp_query(uno_Interface *object, const char *interface);

#endif
