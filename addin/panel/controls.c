/* SPDX-License-Identifier: MPL-2.0
 *
 * controls.c: a window of controls inside another one.
 */
#include "panel/controls.h"

#include <string.h>

#include "uno/access.h"

enum { EVERYTHING = 15 }; /* com.sun.star.awt.PosSize */

uno_Interface *kp_inner_window(uno_Interface *context, const char *url, uno_Interface *parent) {
    kp_auto provider = kp_create(context, "awt.ContainerWindowProvider");
    return kp_get(provider, "awt.XContainerWindowProvider::createContainerWindow", "ssoo", url, "",
                  parent, NULL);
}

void kp_inner_end(uno_Interface *window) {
    kp_do(window, "lang.XComponent::dispose", "");
    kp_release(window);
}

kp_extent kp_window_extent(uno_Interface *window) {
    struct {
        sal_Int32 x, y, width, height;
    } place = {0}; /* com.sun.star.awt.Rectangle */
    kp_auto_any any = {0};
    kp_get_any(&any, window, "awt.XWindow::getPosSize", "");
    if (kp_any_is(&any, "com.sun.star.awt.Rectangle")) memcpy(&place, any.pData, sizeof place);
    return (kp_extent){place.width, place.height};
}

void kp_window_place(uno_Interface *window, long x, long y, kp_extent extent) {
    kp_do(window, "awt.XWindow::setPosSize", "lllli", x, y, extent.width, extent.height,
          EVERYTHING);
}

/* ---------------------------------------------------------------------------------- controls */

static uno_Interface *control_of(uno_Interface *window, const char *control) {
    return kp_get(window, "awt.XControlContainer::getControl", "s", control);
}

static uno_Interface *model_of(uno_Interface *window, const char *control) {
    kp_auto found = control_of(window, control);
    return kp_get(found, "awt.XControl::getModel", "");
}

void kp_control_place(uno_Interface *window, const char *control, long x, long y,
                      kp_extent extent) {
    kp_auto found = control_of(window, control);
    kp_do(found, "awt.XWindow::setVisible", "b", extent.height > 0);
    if (extent.height > 0) kp_window_place(found, x, y, extent);
}

long kp_control_line(uno_Interface *window, const char *control) {
    struct {
        sal_Int32 width, height;
    } size = {0, 0}; /* com.sun.star.awt.Size */
    kp_auto found = control_of(window, control);
    kp_auto_any any = {0};
    kp_get_any(&any, found, "awt.XLayoutConstrains::getMinimumSize", "");
    if (kp_any_is(&any, "com.sun.star.awt.Size")) memcpy(&size, any.pData, sizeof size);
    return size.height;
}

void kp_control_say(uno_Interface *window, const char *control, const char *text) {
    kp_auto model = model_of(window, control);
    if (!kp_property_set_text(model, "Text", text)) kp_property_set_text(model, "Label", text);
}

void kp_control_list(uno_Interface *window, const char *control, const char *const *lines,
                     size_t count) {
    kp_auto model = model_of(window, control);
    kp_auto_any list = {0};
    if (kp_any_texts(&list, lines, count)) kp_property_set(model, "StringItemList", &list);
}

void kp_control_focus(uno_Interface *window, const char *control) {
    kp_auto found = control_of(window, control);
    kp_do(found, "awt.XWindow::setFocus", "");
}

long kp_control_chosen(uno_Interface *window, const char *control) {
    kp_auto found = control_of(window, control);
    return (long)kp_get_number(found, "awt.XListBox::getSelectedItemPos", "");
}

void kp_control_choose(uno_Interface *window, const char *control, long line) {
    kp_auto found = control_of(window, control);
    kp_do(found, "awt.XListBox::selectItemPos", "lb", line, true);
}

void kp_control_listen(uno_Interface *window, const char *control, uno_Interface *listener) {
    kp_auto found = control_of(window, control);
    kp_do(found, "awt.XListBox::addItemListener", "o", listener);
    kp_do(found, "awt.XListBox::addActionListener", "o", listener);
    kp_do(found, "awt.XWindow::addKeyListener", "o", listener);
}

void kp_control_deafen(uno_Interface *window, const char *control, uno_Interface *listener) {
    kp_auto found = control_of(window, control);
    kp_do(found, "awt.XListBox::removeItemListener", "o", listener);
    kp_do(found, "awt.XListBox::removeActionListener", "o", listener);
    kp_do(found, "awt.XWindow::removeKeyListener", "o", listener);
}

bool kp_is_return(const void *event) {
    enum { RETURN = 1280 }; /* com.sun.star.awt.Key */
    const struct {
        struct {
            uno_Interface *source;
            sal_Int16 modifiers;
        } input;
        sal_Int16 code;
    } *key = event; /* com.sun.star.awt.KeyEvent */
    return key->code == RETURN;
}
