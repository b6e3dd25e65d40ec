/* SPDX-License-Identifier: MPL-2.0
 *
 * window.c: asking and telling the user.
 */
#include "uno/window.h"

#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/object.h"

uno_Interface *kp_current_document(uno_Interface *context) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    return kp_get(desktop, "frame.XDesktop::getCurrentComponent", "");
}

static uno_Interface *frame_of(uno_Interface *document) {
    kp_auto controller = kp_get(document, "frame.XModel::getCurrentController", "");
    return kp_get(controller, "frame.XController::getFrame", "");
}

bool kp_document_shown(uno_Interface *document) {
    kp_auto frame = frame_of(document);
    return frame != NULL;
}

bool kp_office_shown(uno_Interface *context) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_auto frames = kp_get(desktop, "frame.XFramesSupplier::getFrames", "");
    return kp_count(frames) > 0;
}

bool kp_message(uno_Interface *context, uno_Interface *document, kp_message_kind kind,
                const char *title, const char *text, bool question) {
    enum { OK_BUTTON = 1, YES_NO = 3, YES = 2, QUERY = 4 };
    kp_auto frame = frame_of(document);
    kp_auto window = kp_get(frame, "frame.XFrame::getContainerWindow", "");
    kp_auto toolkit = kp_create(context, "awt.Toolkit");
    kp_auto box = kp_get(toolkit, "awt.XMessageBoxFactory::createMessageBox", "oiiss", window,
                         question ? QUERY : (int)kind, question ? YES_NO : OK_BUTTON, title, text);
    return kp_get_number(box, "awt.XMessageBox::execute", "") == YES;
}

static void begin_at(uno_Interface *picker, uno_Interface *document) {
    kp_auto_text url = kp_get_text(document, "frame.XModel::getURL", "");
    char *slash = url == NULL ? NULL : strrchr(url, '/');
    if (slash == NULL) return;
    *slash = '\0';
    kp_do(picker, "ui.dialogs.XFolderPicker::setDisplayDirectory", "s", url);
}

char *kp_ask_folder(uno_Interface *context, uno_Interface *document, const char *title) {
    kp_auto picker = kp_create(context, "ui.dialogs.FolderPicker");
    begin_at(picker, document);
    kp_do(picker, "ui.dialogs.XExecutableDialog::setTitle", "s", title);
    bool chosen = kp_get_number(picker, "ui.dialogs.XExecutableDialog::execute", "") == 1;
    return chosen ? kp_get_text(picker, "ui.dialogs.XFolderPicker::getDirectory", "") : NULL;
}

/* ---------------------------------------------------------------------------------- dialogs */

uno_Interface *kp_dialog(uno_Interface *context, const char *url) {
    kp_auto provider = kp_create(context, "awt.DialogProvider");
    return kp_get(provider, "awt.XDialogProvider::createDialog", "s", url);
}

static uno_Interface *control_of(uno_Interface *dialog, const char *control) {
    return kp_get(dialog, "awt.XControlContainer::getControl", "s", control);
}

static uno_Interface *model_of(uno_Interface *dialog, const char *control) {
    kp_auto found = control_of(dialog, control);
    return kp_get(found, "awt.XControl::getModel", "");
}

void kp_dialog_label(uno_Interface *dialog, const char *control, const char *text) {
    kp_auto model = model_of(dialog, control);
    kp_property_set_text(model, "Label", text);
}

void kp_dialog_bar(uno_Interface *dialog, const char *control, long step, long steps) {
    kp_auto model = model_of(dialog, control);
    kp_property_set_long(model, "ProgressValueMax", steps);
    kp_property_set_long(model, "ProgressValue", step);
}

bool kp_dialog_state(uno_Interface *dialog, const char *control) {
    kp_auto model = model_of(dialog, control);
    return kp_property_number(model, "State", 0) > 0;
}

bool kp_dialog_run(uno_Interface *dialog, const char *title) {
    kp_do(dialog, "awt.XDialog::setTitle", "s", title);
    return kp_get_number(dialog, "awt.XDialog::execute", "") == 1;
}

void kp_dialog_show(uno_Interface *dialog, const char *title) {
    kp_do(dialog, "awt.XDialog::setTitle", "s", title);
    kp_do(dialog, "awt.XWindow::setVisible", "b", true);
}

void kp_dialog_end(uno_Interface *dialog) {
    kp_do(dialog, "lang.XComponent::dispose", "");
    kp_release(dialog);
}

static void set_stop(const kp_object *watch) {
    if (watch->data != NULL) *(bool *)watch->data = true;
}

/* XTopWindowListener; of its methods (the first is inherited) only windowClosing says anything. */
static const char *handle_window(kp_object *self, size_t index, void *result, void **arguments) {
    enum { WINDOW_CLOSING = 2 };
    (void)result;
    (void)arguments;
    if (index == WINDOW_CLOSING) set_stop(self);
    return NULL;
}

/* XActionListener */
static const char *handle_action(kp_object *self, size_t index, void *result, void **arguments) {
    enum { ACTION_PERFORMED = 1 };
    (void)result;
    (void)arguments;
    if (index == ACTION_PERFORMED) set_stop(self);
    return NULL;
}

/* XEventListener::disposing, which both inherit. */
static const char *handle_end(kp_object *self, size_t index, void *result, void **arguments) {
    (void)self;
    (void)index;
    (void)result;
    (void)arguments;
    return NULL;
}

uno_Interface *kp_dialog_watch(uno_Interface *dialog, const char *stop) {
    static const kp_class WATCH = {
        "org.kenpocalc.DialogWatch",
        "org.kenpocalc.DialogWatch",
        {{"com.sun.star.awt.XTopWindowListener", handle_window},
         {"com.sun.star.awt.XActionListener", handle_action},
         {"com.sun.star.lang.XEventListener", handle_end}},
    };
    kp_object *watch = dialog == NULL ? NULL : kp_object_new(&WATCH);
    if (watch == NULL) return NULL;
    watch->data = calloc(1, sizeof(bool));
    kp_auto button = control_of(dialog, stop);
    kp_do(dialog, "awt.XTopWindow::addTopWindowListener", "o", &watch->base);
    kp_do(button, "awt.XButton::addActionListener", "o", &watch->base);
    return &watch->base;
}

bool kp_watch_stop(const uno_Interface *watch) {
    const kp_object *object = (const void *)watch;
    return object != NULL && object->data != NULL && *(const bool *)object->data;
}

void kp_handle_events(uno_Interface *context) {
    kp_auto toolkit = kp_create(context, "awt.Toolkit");
    kp_do(toolkit, "awt.XToolkitExperimental::processEventsToIdle", "");
}

/* -------------------------------------------------------------------------------- status bar */

uno_Interface *kp_status_begin(uno_Interface *document, const char *text, long steps) {
    kp_auto frame = frame_of(document);
    uno_Interface *status =
        kp_get(frame, "task.XStatusIndicatorFactory::createStatusIndicator", "");
    kp_do(status, "task.XStatusIndicator::start", "sl", text, steps);
    return status;
}

void kp_status_step(uno_Interface *status, const char *text, long step) {
    kp_do(status, "task.XStatusIndicator::setText", "s", text);
    kp_do(status, "task.XStatusIndicator::setValue", "l", step);
}

void kp_status_end(uno_Interface *status) {
    kp_do(status, "task.XStatusIndicator::end", "");
    kp_release(status);
}

void kp_show_document(uno_Interface *context, const char *url) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_auto_any none = {0};
    if (!kp_any_settings(&none, NULL, 0)) return;
    kp_do(desktop, "frame.XComponentLoader::loadComponentFromURL", "ssia", url, "_blank", 0, &none);
}
