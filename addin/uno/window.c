/* SPDX-License-Identifier: MPL-2.0
 *
 * window.c: asking and telling the user.
 */
#include "uno/window.h"

#include <stdio.h>
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

char *kp_ask_file(uno_Interface *context, uno_Interface *document, const char *title,
                  const char *endings, const char *fresh) {
    enum {
        OPEN = 0,
        SAVE = 10
    }; /* ui.dialogs.TemplateDescription: simple; with the ending added */
    kp_auto_any kind = {0};
    kp_any_short(&kind, fresh == NULL ? OPEN : SAVE);
    kp_auto picker = kp_create_with(context, "ui.dialogs.FilePicker", &kind, 1);
    kp_auto_text url = kp_get_text(document, "frame.XModel::getURL", "");
    char *slash = url == NULL ? NULL : strrchr(url, '/');
    if (slash != NULL) *slash = '\0';
    if (slash != NULL) kp_do(picker, "ui.dialogs.XFilePicker::setDisplayDirectory", "s", url);
    if (fresh != NULL) kp_do(picker, "ui.dialogs.XFilePicker::setDefaultName", "s", fresh);
    kp_do(picker, "ui.dialogs.XFilterManager::appendFilter", "ss", endings, endings);
    kp_do(picker, "ui.dialogs.XExecutableDialog::setTitle", "s", title);
    if (kp_get_number(picker, "ui.dialogs.XExecutableDialog::execute", "") != 1) return NULL;
    kp_auto_any files = {0};
    const uno_Sequence *all =
        kp_get_any(&files, picker, "ui.dialogs.XFilePicker2::getSelectedFiles", "")
            ? kp_any_sequence(&files)
            : NULL;
    return all != NULL && all->nElements > 0 ? kp_string_text(kp_sequence_pointer(all, 0)) : NULL;
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

void kp_dialog_items(uno_Interface *dialog, const char *control, const char *const *items,
                     size_t count) {
    kp_auto box = control_of(dialog, control);
    long there = (long)kp_get_number(box, "awt.XListBox::getItemCount", "");
    kp_do(box, "awt.XListBox::removeItems", "ll", 0L, there);
    for (size_t i = 0; i < count; i++)
        kp_do(box, "awt.XListBox::addItem", "sl", items[i], (long)i);
}

long kp_dialog_chosen(uno_Interface *dialog, const char *control) {
    kp_auto box = control_of(dialog, control);
    return box == NULL ? -1 : (long)kp_get_number(box, "awt.XListBox::getSelectedItemPos", "");
}

void kp_dialog_choose(uno_Interface *dialog, const char *control, long item) {
    kp_auto box = control_of(dialog, control);
    if (item >= 0) kp_do(box, "awt.XListBox::selectItemPos", "lb", item, true);
}

void kp_dialog_see(uno_Interface *dialog, const char *control, bool seen) {
    kp_auto found = control_of(dialog, control);
    kp_do(found, "awt.XWindow::setVisible", "b", seen);
}

void kp_dialog_text(uno_Interface *dialog, const char *control, const char *text) {
    kp_auto model = model_of(dialog, control);
    kp_property_set_text(model, "Text", text);
}

/* ----------------------------------------------------------------------------------- listening */

/* XEventListener::disposing, which listeners inherit. */
static const char *handle_end(kp_object *self, size_t index, void *result, void **arguments) {
    (void)self;
    (void)index;
    (void)result;
    (void)arguments;
    return NULL;
}

typedef struct listening {
    kp_dialog_changed *changed;
    void *data;
} listening;

/* XItemListener; disposing is inherited. */
static const char *handle_item(kp_object *self, size_t index, void *result, void **arguments) {
    enum { ITEM_STATE_CHANGED = 1 };
    const listening *l = self->data;
    (void)result;
    (void)arguments;
    if (index == ITEM_STATE_CHANGED && l != NULL) l->changed(l->data);
    return NULL;
}

void kp_dialog_listen(uno_Interface *dialog, const char *control, kp_dialog_changed *changed,
                      void *data) {
    static const kp_class LISTENER = {
        "org.kenpocalc.DialogListener",
        "org.kenpocalc.DialogListener",
        {{"com.sun.star.awt.XItemListener", handle_item},
         {"com.sun.star.lang.XEventListener", handle_end}},
    };
    kp_object *listener = kp_object_new(&LISTENER);
    listening *l = listener == NULL ? NULL : calloc(1, sizeof *l);
    kp_auto found = control_of(dialog, control);
    if (l == NULL) {
        if (listener != NULL) kp_release(&listener->base);
        return;
    }
    *l = (listening){changed, data};
    listener->data = l;
    if (!kp_do(found, "awt.XListBox::addItemListener", "o", &listener->base))
        kp_do(found, "awt.XCheckBox::addItemListener", "o", &listener->base);
    kp_release(&listener->base);
}

/* ------------------------------------------------------------------------------------- grids */

static void grid_name(const char *frame, char name[64]) {
    snprintf(name, 64, "%s_grid", frame);
}

static void copy_place(uno_Interface *from, uno_Interface *to) {
    static const char *const PLACES[] = {"PositionX", "PositionY", "Width", "Height", "TabIndex"};
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        double number = kp_property_number(from, PLACES[i], 0);
        if (strcmp(PLACES[i], "TabIndex") == 0)
            kp_property_set_short(to, PLACES[i], (int)number);
        else
            kp_property_set_long(to, PLACES[i], (long)number);
    }
}

void kp_dialog_grid(uno_Interface *context, uno_Interface *dialog, const char *frame) {
    char name[64];
    grid_name(frame, name);
    kp_auto all = kp_get(dialog, "awt.XControl::getModel", "");
    kp_auto made = kp_create_in(all, "awt.grid.UnoControlGridModel");
    kp_auto place = model_of(dialog, frame);
    kp_auto data = kp_create(context, "awt.grid.DefaultGridDataModel");
    kp_auto columns = kp_create(context, "awt.grid.DefaultGridColumnModel");
    copy_place(place, made);
    kp_property_set_boolean(made, "ShowRowHeader", true);
    kp_property_set_boolean(made, "ShowColumnHeader", false);
    kp_do(made, "beans.XPropertySet::setPropertyValue", "so", "GridDataModel", data);
    kp_do(made, "beans.XPropertySet::setPropertyValue", "so", "ColumnModel", columns);
    kp_do(all, "container.XNameContainer::insertByName", "so", name, made);
    kp_dialog_see(dialog, frame, false);
}

static uno_Interface *grid_part(uno_Interface *dialog, const char *frame, const char *part) {
    char name[64];
    grid_name(frame, name);
    kp_auto model = model_of(dialog, name);
    return kp_property_object(model, part);
}

/* A column's width is an attribute of its interface, which only the office's way for macros can set. */
static void set_width(uno_Interface *context, uno_Interface *column, long width) {
    kp_auto_any any = {0};
    kp_auto_any list = {0};
    kp_auto base = kp_query(column, "uno.XInterface");
    if (!kp_any_of(&any, &base, "com.sun.star.uno.XInterface") ||
        !kp_any_list(&list, "[]any", &any, 1))
        return;
    kp_auto macros = kp_create(context, "script.Invocation");
    kp_auto macro =
        kp_get(macros, "lang.XSingleServiceFactory::createInstanceWithArguments", "a", &list);
    kp_do(macro, "script.XInvocation::setValue", "sl", "ColumnWidth", width);
    kp_do(macro, "script.XInvocation::setValue", "sl", "MinWidth", width);
    kp_do(macro, "script.XInvocation::setValue", "sl", "Flexibility", 0L);
}

void kp_dialog_grid_clear(uno_Interface *context, uno_Interface *dialog, const char *frame,
                          size_t columns) {
    enum { WIDTH = 62 };
    kp_auto data = grid_part(dialog, frame, "GridDataModel");
    kp_auto heads = grid_part(dialog, frame, "ColumnModel");
    kp_do(data, "awt.grid.XMutableGridDataModel::removeAllRows", "");
    kp_do(heads, "awt.grid.XGridColumnModel::setDefaultColumns", "l", (long)columns);
    for (size_t i = 0; i < columns; i++) {
        kp_auto column = kp_get(heads, "awt.grid.XGridColumnModel::getColumn", "l", (long)i);
        set_width(context, column, WIDTH);
    }
}

void kp_dialog_grid_row(uno_Interface *dialog, const char *frame, const char *head,
                        const char *const *cells, size_t count) {
    kp_auto data = grid_part(dialog, frame, "GridDataModel");
    uno_Any *values = calloc(count, sizeof *values);
    kp_auto_any list = {0};
    for (size_t i = 0; values != NULL && i < count; i++)
        kp_any_string(&values[i], cells[i]);
    if (values != NULL && kp_any_list(&list, "[]any", values, count))
        kp_do(data, "awt.grid.XMutableGridDataModel::addRow", "sa", head, &list);
    for (size_t i = 0; values != NULL && i < count; i++)
        kp_any_end(&values[i]);
    free(values);
}

char *kp_dialog_typed(uno_Interface *dialog, const char *control) {
    kp_auto model = model_of(dialog, control);
    return kp_property_text(model, "Text");
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

size_t kp_ask_files(uno_Interface *context, uno_Interface *document, const char *title, char **urls,
                    size_t most) {
    kp_auto picker = kp_create(context, "ui.dialogs.FilePicker");
    kp_auto_text at = kp_get_text(document, "frame.XModel::getURL", "");
    char *slash = at == NULL ? NULL : strrchr(at, '/');
    if (slash != NULL) *slash = '\0';
    if (slash != NULL) kp_do(picker, "ui.dialogs.XFilePicker::setDisplayDirectory", "s", at);
    kp_do(picker, "ui.dialogs.XFilePicker::setMultiSelectionMode", "b", most > 1);
    kp_do(picker, "ui.dialogs.XFilterManager::appendFilter", "ss", "*.ods;*.ots;*.xlsx",
          "*.ods;*.ots;*.xlsx");
    kp_do(picker, "ui.dialogs.XExecutableDialog::setTitle", "s", title);
    if (kp_get_number(picker, "ui.dialogs.XExecutableDialog::execute", "") != 1) return 0;
    kp_auto_any files = {0};
    kp_get_any(&files, picker, "ui.dialogs.XFilePicker2::getSelectedFiles", "");
    const uno_Sequence *chosen = kp_any_sequence(&files);
    size_t count = 0;
    for (sal_Int32 i = 0; chosen != NULL && i < chosen->nElements && count < most; i++) {
        urls[count] = kp_string_text(kp_sequence_pointer(chosen, (size_t)i));
        if (urls[count] != NULL) count++;
    }
    return count;
}

bool kp_show_as_new(uno_Interface *context, const char *url) {
    const kp_setting settings[] = {{"AsTemplate", typelib_TypeClass_BOOLEAN, NULL, 1}};
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_auto_any list = {0};
    if (!kp_any_settings(&list, settings, 1)) return false;
    kp_auto document = kp_get(desktop, "frame.XComponentLoader::loadComponentFromURL", "ssia", url,
                              "_blank", 0, &list);
    return document != NULL;
}

/* com.sun.star.datatransfer.DataFlavor in memory */
typedef struct flavor {
    rtl_uString *mime, *name;
    typelib_TypeDescriptionReference *type;
} flavor;

char *kp_clipboard_text(uno_Interface *context) {
    static const char TEXT[] = "text/plain;charset=utf-16";
    kp_auto clipboard = kp_create(context, "datatransfer.clipboard.SystemClipboard");
    kp_auto content = kp_get(clipboard, "datatransfer.clipboard.XClipboard::getContents", "");
    kp_auto_any all = {0};
    kp_get_any(&all, content, "datatransfer.XTransferable::getTransferDataFlavors", "");
    const uno_Sequence *flavors = kp_any_sequence(&all);
    for (sal_Int32 i = 0; flavors != NULL && i < flavors->nElements; i++) {
        const flavor *one = (const flavor *)(const void *)flavors->elements + i;
        kp_auto_text mime = kp_string_text(one->mime);
        kp_auto_any wanted = {0};
        kp_auto_any data = {0};
        if (mime == NULL || strncmp(mime, TEXT, sizeof TEXT - 1) != 0 ||
            !kp_any_of(&wanted, one, "com.sun.star.datatransfer.DataFlavor"))
            continue;
        kp_get_any(&data, content, "datatransfer.XTransferable::getTransferData", "a", &wanted);
        const rtl_uString *text = kp_any_text(&data);
        return text == NULL ? NULL : kp_string_text(text);
    }
    return NULL;
}

void kp_show_document(uno_Interface *context, const char *url) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_auto_any none = {0};
    if (!kp_any_settings(&none, NULL, 0)) return;
    kp_do(desktop, "frame.XComponentLoader::loadComponentFromURL", "ssia", url, "_blank", 0, &none);
}
