/* SPDX-License-Identifier: MPL-2.0
 *
 * window.c: asking and telling the user.
 */
#include "uno/window.h"

#include <stdlib.h>
#include <string.h>

#include "uno/call.h"
#include "uno/object.h"
#include "uno/value.h"

uno_Interface *kp_current_document(uno_Interface *context) {
    uno_Interface *desktop =
        kp_create(context, "com.sun.star.frame.Desktop", "com.sun.star.frame.XDesktop");
    uno_Interface *document =
        kp_invoke_object(desktop, "com.sun.star.frame.XDesktop::getCurrentComponent", NULL);
    kp_release(desktop);
    return document;
}

static uno_Interface *frame_of(uno_Interface *document) {
    uno_Interface *controller =
        kp_invoke_object(document, "com.sun.star.frame.XModel::getCurrentController", NULL);
    uno_Interface *frame =
        kp_invoke_object(controller, "com.sun.star.frame.XController::getFrame", NULL);
    kp_release(controller);
    return frame;
}

bool kp_document_shown(uno_Interface *document) {
    uno_Interface *frame = frame_of(document);
    kp_release(frame);
    return frame != NULL;
}

bool kp_office_shown(uno_Interface *context) {
    uno_Interface *desktop =
        kp_create(context, "com.sun.star.frame.Desktop", "com.sun.star.frame.XFramesSupplier");
    uno_Interface *frames =
        kp_invoke_object(desktop, "com.sun.star.frame.XFramesSupplier::getFrames", NULL);
    size_t count = kp_count(frames);
    kp_release(frames);
    kp_release(desktop);
    return count > 0;
}

bool kp_message(uno_Interface *context, uno_Interface *document, kp_message_kind kind,
                const char *title, const char *text, bool question) {
    enum { OK_BUTTON = 1, YES_NO = 3, YES = 2, QUERY = 4 };
    uno_Interface *frame = frame_of(document);
    uno_Interface *window =
        kp_invoke_object(frame, "com.sun.star.frame.XFrame::getContainerWindow", NULL);
    uno_Interface *peer = kp_query(window, "com.sun.star.awt.XWindowPeer");
    uno_Interface *toolkit =
        kp_create(context, "com.sun.star.awt.Toolkit", "com.sun.star.awt.XMessageBoxFactory");
    sal_Int32 type = question ? (sal_Int32)QUERY : (sal_Int32)kind;
    sal_Int32 buttons = question ? YES_NO : OK_BUTTON;
    rtl_uString *head = kp_string(title);
    rtl_uString *body = kp_string(text);
    sal_Int16 answer = 0;
    uno_Interface *box =
        kp_invoke_object(toolkit, "com.sun.star.awt.XMessageBoxFactory::createMessageBox", &peer,
                         &type, &buttons, &head, &body, NULL);
    kp_invoke(box, "com.sun.star.awt.XMessageBox::execute", &answer, NULL);
    rtl_uString_release(head);
    rtl_uString_release(body);
    kp_release(box);
    kp_release(toolkit);
    kp_release(peer);
    kp_release(window);
    kp_release(frame);
    return answer == YES;
}

static void begin_at(uno_Interface *picker, uno_Interface *document) {
    char *url = kp_invoke_text(document, "com.sun.star.frame.XModel::getURL", NULL);
    char *slash = url == NULL ? NULL : strrchr(url, '/');
    if (slash != NULL) {
        *slash = '\0';
        rtl_uString *folder = kp_string(url);
        kp_invoke(picker, "com.sun.star.ui.dialogs.XFolderPicker::setDisplayDirectory", NULL,
                  &folder, NULL);
        rtl_uString_release(folder);
    }
    free(url);
}

char *kp_ask_folder(uno_Interface *context, uno_Interface *document, const char *title) {
    uno_Interface *picker = kp_create(context, "com.sun.star.ui.dialogs.FolderPicker",
                                      "com.sun.star.ui.dialogs.XFolderPicker");
    rtl_uString *words = kp_string(title);
    sal_Int16 answer = 0;
    begin_at(picker, document);
    kp_invoke(picker, "com.sun.star.ui.dialogs.XExecutableDialog::setTitle", NULL, &words, NULL);
    kp_invoke(picker, "com.sun.star.ui.dialogs.XExecutableDialog::execute", &answer, NULL);
    char *url =
        answer == 1
            ? kp_invoke_text(picker, "com.sun.star.ui.dialogs.XFolderPicker::getDirectory", NULL)
            : NULL;
    rtl_uString_release(words);
    kp_release(picker);
    return url;
}

/* ---------------------------------------------------------------------------------- dialogs */

uno_Interface *kp_dialog(uno_Interface *context, const char *url) {
    uno_Interface *provider =
        kp_create(context, "com.sun.star.awt.DialogProvider", "com.sun.star.awt.XDialogProvider");
    rtl_uString *address = kp_string(url);
    uno_Interface *dialog = kp_invoke_object(
        provider, "com.sun.star.awt.XDialogProvider::createDialog", &address, NULL);
    rtl_uString_release(address);
    kp_release(provider);
    return dialog;
}

static uno_Interface *control_of(uno_Interface *dialog, const char *control) {
    rtl_uString *name = kp_string(control);
    uno_Interface *found =
        kp_invoke_object(dialog, "com.sun.star.awt.XControlContainer::getControl", &name, NULL);
    rtl_uString_release(name);
    return found;
}

static uno_Interface *model_of(uno_Interface *dialog, const char *control) {
    uno_Interface *found = control_of(dialog, control);
    uno_Interface *model = kp_invoke_object(found, "com.sun.star.awt.XControl::getModel", NULL);
    kp_release(found);
    return model;
}

void kp_dialog_label(uno_Interface *dialog, const char *control, const char *text) {
    uno_Interface *model = model_of(dialog, control);
    kp_property_set_text(model, "Label", text);
    kp_release(model);
}

void kp_dialog_bar(uno_Interface *dialog, const char *control, long step, long steps) {
    uno_Interface *model = model_of(dialog, control);
    kp_property_set_long(model, "ProgressValueMax", steps);
    kp_property_set_long(model, "ProgressValue", step);
    kp_release(model);
}

bool kp_dialog_state(uno_Interface *dialog, const char *control) {
    uno_Interface *model = model_of(dialog, control);
    bool state = kp_property_number(model, "State", 0) > 0;
    kp_release(model);
    return state;
}

static void set_title(uno_Interface *dialog, const char *title) {
    rtl_uString *words = kp_string(title);
    kp_invoke(dialog, "com.sun.star.awt.XDialog::setTitle", NULL, &words, NULL);
    rtl_uString_release(words);
}

bool kp_dialog_run(uno_Interface *dialog, const char *title) {
    sal_Int16 answer = 0;
    set_title(dialog, title);
    kp_invoke(dialog, "com.sun.star.awt.XDialog::execute", &answer, NULL);
    return answer == 1;
}

void kp_dialog_show(uno_Interface *dialog, const char *title) {
    sal_Bool yes = 1;
    set_title(dialog, title);
    kp_invoke(dialog, "com.sun.star.awt.XWindow::setVisible", NULL, &yes, NULL);
}

void kp_dialog_end(uno_Interface *dialog) {
    kp_invoke(dialog, "com.sun.star.lang.XComponent::dispose", NULL, NULL);
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
    uno_Interface *listener = &watch->base;
    uno_Interface *button = control_of(dialog, stop);
    kp_invoke(dialog, "com.sun.star.awt.XTopWindow::addTopWindowListener", NULL, &listener, NULL);
    kp_invoke(button, "com.sun.star.awt.XButton::addActionListener", NULL, &listener, NULL);
    kp_release(button);
    return listener;
}

bool kp_watch_stop(const uno_Interface *watch) {
    const kp_object *object = (const void *)watch;
    return object != NULL && object->data != NULL && *(const bool *)object->data;
}

void kp_handle_events(uno_Interface *context) {
    uno_Interface *toolkit =
        kp_create(context, "com.sun.star.awt.Toolkit", "com.sun.star.awt.XToolkitExperimental");
    kp_invoke(toolkit, "com.sun.star.awt.XToolkitExperimental::processEventsToIdle", NULL, NULL);
    kp_release(toolkit);
}

/* -------------------------------------------------------------------------------- status bar */

uno_Interface *kp_status_begin(uno_Interface *document, const char *text, long steps) {
    uno_Interface *frame = frame_of(document);
    uno_Interface *status = kp_invoke_object(
        frame, "com.sun.star.task.XStatusIndicatorFactory::createStatusIndicator", NULL);
    rtl_uString *words = kp_string(text);
    sal_Int32 range = (sal_Int32)steps;
    kp_invoke(status, "com.sun.star.task.XStatusIndicator::start", NULL, &words, &range, NULL);
    rtl_uString_release(words);
    kp_release(frame);
    return status;
}

void kp_status_step(uno_Interface *status, const char *text, long step) {
    rtl_uString *words = kp_string(text);
    sal_Int32 value = (sal_Int32)step;
    kp_invoke(status, "com.sun.star.task.XStatusIndicator::setText", NULL, &words, NULL);
    kp_invoke(status, "com.sun.star.task.XStatusIndicator::setValue", NULL, &value, NULL);
    rtl_uString_release(words);
}

void kp_status_end(uno_Interface *status) {
    kp_invoke(status, "com.sun.star.task.XStatusIndicator::end", NULL, NULL);
    kp_release(status);
}

void kp_show_document(uno_Interface *context, const char *url) {
    uno_Interface *desktop =
        kp_create(context, "com.sun.star.frame.Desktop", "com.sun.star.frame.XComponentLoader");
    rtl_uString *address = kp_string(url);
    rtl_uString *frame = kp_string("_blank");
    sal_Int32 flags = 0;
    uno_Sequence *none = kp_settings(NULL, 0);
    uno_Interface *shown =
        kp_invoke_object(desktop, "com.sun.star.frame.XComponentLoader::loadComponentFromURL",
                         &address, &frame, &flags, &none, NULL);
    kp_sequence_end(none, "[]com.sun.star.beans.PropertyValue");
    rtl_uString_release(frame);
    rtl_uString_release(address);
    kp_release(shown);
    kp_release(desktop);
}
