/* SPDX-License-Identifier: MPL-2.0
 *
 * panel.c: the parts of the deck as objects of the office: made, told of changes, ended.
 */
#include "panel/panel.h"

#include <stdlib.h>
#include <string.h>

#include "calc/budget.h"
#include "panel/face.h"
#include "panel/findings.h"
#include "panel/steps.h"
#include "panel/story.h"
#include "uno/access.h"
#include "panel/controls.h"
#include "uno/window.h"

static const char DECK[] = "KenpoDeck";

typedef struct part {
    kp_object *next; /* of those that are open */
    const struct part_kind *kind;
    uno_Interface *frame, *parent, *face;
    uno_Interface *document, *controller; /* as heard of last */
    rtl_uString *url;
    kp_language language;
    kp_panel_content shown;
    kp_guide guide; /* of the document; 手順 only */
    bool guided;
    long
        width; /* that the side gives; the window around may be wider than what can be seen of it */
    bool waiting; /* a call that refreshes is on its way */
    bool stale;   /* something changed while nobody could see it */
    bool called;  /* the user wants to be here with the keyboard */
    bool filling; /* the list is being filled: what it tells then nobody did */
} part;

typedef void fill_content(part *p, const kp_panel_view *view, kp_panel_content *content);

/* What differs from part to part. */
typedef struct part_kind {
    const char *name; /* the end of its URL, and its id in Sidebar.xcu */
    const char *id;
    fill_content *fill;
    kp_face_shape shape;
    bool of_chosen; /* it is about the chosen cell */
    long preferred; /* height in pixels */
} part_kind;

static void fill_steps(part *p, const kp_panel_view *view, kp_panel_content *content) {
    if (!p->guided || !kp_guide_holds(&p->guide, view)) {
        kp_guide_end(&p->guide);
        p->guide = kp_guide_read(view);
        p->guided = true;
    }
    kp_steps_tell(view, &p->guide, content);
}

static void fill_findings(part *p, const kp_panel_view *view, kp_panel_content *content) {
    (void)p;
    kp_findings_tell(view, content);
}

static void fill_story(part *p, const kp_panel_view *view, kp_panel_content *content) {
    (void)p;
    kp_story_tell(view, content);
}

static const part_kind KINDS[] = {
    {"Steps", "KenpoSteps", fill_steps, {100, false}, false, 260},
    {"Findings", "KenpoFindings", fill_findings, {60, false}, false, 240},
    {"Story", "KenpoStory", fill_story, {35, true}, true, 320},
};

static part *part_of(const kp_object *self) {
    return self->data;
}

/* The parts that are open, in whatever window; only looked at where the office's own lock is held, as
 * everywhere in here. */
static kp_object *open_parts;

static void forget(const kp_object *self) {
    kp_object **at = &open_parts;
    while (*at != NULL && *at != self)
        at = &part_of(*at)->next;
    if (*at != NULL) *at = part_of(self)->next;
}

/* ----------------------------------------------------------------------- hearing of a document */

static bool is_same(uno_Interface *one, uno_Interface *other) {
    kp_auto a = kp_query(one, "uno.XInterface");
    kp_auto b = kp_query(other, "uno.XInterface");
    return a == b;
}

static void leave_document(kp_object *self) {
    part *p = part_of(self);
    kp_do(p->document, "util.XModifyBroadcaster::removeModifyListener", "o", &self->base);
    kp_do(p->controller, "view.XSelectionSupplier::removeSelectionChangeListener", "o",
          &self->base);
    kp_release(p->document);
    kp_release(p->controller);
    p->document = NULL;
    p->controller = NULL;
    kp_guide_end(&p->guide);
    p->guided = false;
}

/* Looks for the document in the window, which may be another one than before. */
static void meet_document(kp_object *self) {
    part *p = part_of(self);
    kp_auto controller = kp_get(p->frame, "frame.XFrame::getController", "");
    if (is_same(controller, p->controller)) return;
    leave_document(self);
    if (controller == NULL) return;
    p->controller = kp_query(controller, "frame.XController");
    p->document = kp_get(controller, "frame.XController::getModel", "");
    kp_do(p->document, "util.XModifyBroadcaster::addModifyListener", "o", &self->base);
    if (p->kind->of_chosen)
        kp_do(p->controller, "view.XSelectionSupplier::addSelectionChangeListener", "o",
              &self->base);
}

/* ---------------------------------------------------------------------------------- refreshing */

/* Whether somebody can see this part: the side is shown, and our deck is the one. (Asking for the deck's
 * panels would have the side lay itself out again.) */
static bool in_sight(const part *p) {
    kp_auto side = kp_get(p->controller, "frame.XController2::getSidebar", "");
    kp_auto decks = kp_get(side, "ui.XSidebarProvider::getDecks", "");
    kp_auto deck = kp_named(decks, DECK);
    return kp_get_number(side, "ui.XSidebarProvider::isVisible", "") != 0 &&
           kp_get_number(deck, "ui.XDeck::isActive", "") != 0;
}

static void show(part *p, kp_panel_content *content) {
    if (kp_panel_same(&p->shown, content)) {
        kp_panel_content_end(content);
        return;
    }
    p->filling = true;
    kp_face_show(p->face, &p->shown, content);
    p->filling = false;
    kp_panel_content_end(&p->shown);
    p->shown = *content;
}

static void refresh(kp_object *self) {
    part *p = part_of(self);
    if (p->face == NULL) return;
    meet_document(self);
    p->stale = !in_sight(p);
    if (p->stale) return;
    kp_auto chosen = p->kind->of_chosen
                         ? kp_get(p->controller, "view.XSelectionSupplier::getSelection", "")
                         : NULL;
    kp_panel_view view = {self->context, p->document, chosen, p->language};
    kp_panel_content content = {0};
    p->kind->fill(p, &view, &content);
    show(p, &content);
}

/* Not now: what changed is still changing, and more changes follow. One call is enough for all. */
static void wake(kp_object *self) {
    part *p = part_of(self);
    if (p->face == NULL || p->waiting) return;
    kp_auto later = kp_create(self->context, "awt.AsyncCallback");
    p->waiting = kp_do(later, "awt.XRequestCallback::addCallback", "os", &self->base, "");
}

/* XCallback */
static const char *handle_callback(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    (void)arguments;
    part *p = part_of(self);
    p->waiting = false;
    refresh(self);
    if (p->called && p->face != NULL) kp_control_focus(p->face, "list");
    p->called = false;
    return NULL;
}

/* XModifyListener, XSelectionChangeListener and XFrameActionListener: each has one method of its own,
 * behind disposing. */
static const char *handle_change(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    (void)arguments;
    wake(self);
    return NULL;
}

/* ---------------------------------------------------------------------- what the user does here */

/* Goes to the cells of the line that is chosen; with `there`, the keyboard goes with it. */
static void follow(kp_object *self, bool there) {
    part *p = part_of(self);
    long line = p->face == NULL || p->filling ? -1 : kp_face_chosen(p->face);
    if (line < 0 || (size_t)line >= p->shown.list.count) return;
    const kp_panel_line *chosen = &p->shown.list.lines[line];
    if (chosen->words != NULL) kp_face_say(p->face, chosen->words);
    kp_auto cells = kp_panel_find(p->document, chosen->target);
    kp_area area = kp_area_of(cells);
    kp_auto cell = cells == NULL || area.right < 0 ? NULL : kp_cell_at(cells, 0, 0);
    if (cell != NULL) kp_do(p->controller, "view.XSelectionSupplier::select", "o", cell);
    if (!there) return;
    kp_auto window = kp_get(p->frame, "frame.XFrame::getComponentWindow", "");
    kp_do(window, "awt.XWindow::setFocus", "");
}

/* XItemListener */
static const char *handle_item(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    (void)arguments;
    follow(self, false);
    return NULL;
}

/* XActionListener: a double click */
static const char *handle_action(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    (void)arguments;
    follow(self, true);
    return NULL;
}

/* XKeyListener */
static const char *handle_key(kp_object *self, size_t index, void *result, void **arguments) {
    enum { KEY_PRESSED = 1 };
    (void)result;
    if (index == KEY_PRESSED && kp_is_return(arguments[0])) follow(self, true);
    return NULL;
}

static void lay_out(const part *p) {
    kp_extent room = kp_window_extent(p->parent);
    if (p->width > 0) room.width = p->width;
    kp_face_lay_out(p->face, room, p->kind->shape);
}

/* XWindowListener of the room that the side gives. */
static const char *handle_window(kp_object *self, size_t index, void *result, void **arguments) {
    enum { RESIZED = 1, SHOWN = 3 };
    part *p = part_of(self);
    (void)result;
    (void)arguments;
    if (index == RESIZED && p->face != NULL) lay_out(p);
    if (index == SHOWN) wake(self);
    return NULL;
}

/* ------------------------------------------------------------------------- an element of the side */

static void close_part(kp_object *self) {
    part *p = part_of(self);
    uno_Interface *face = p->face;
    p->face = NULL;
    if (face == NULL) return;
    forget(self);
    leave_document(self);
    kp_do(p->parent, "awt.XWindow::removeWindowListener", "o", &self->base);
    kp_do(p->frame, "frame.XFrame::removeFrameActionListener", "o", &self->base);
    kp_face_close(face, &self->base);
    kp_release(p->parent);
    kp_release(p->frame);
    p->parent = NULL;
    p->frame = NULL;
    kp_panel_content_end(&p->shown);
}

static void end_part(kp_object *self) {
    part *p = part_of(self);
    if (p == NULL) return;
    if (p->url != NULL) rtl_uString_release(p->url);
    kp_release(p->parent);
    kp_release(p->frame);
    kp_release(p->document);
    kp_release(p->controller);
    kp_guide_end(&p->guide);
    kp_panel_content_end(&p->shown);
}

/* XComponent; nobody but the side that made it has a part, so there is nobody else to tell. */
static const char *handle_component(kp_object *self, size_t index, void *result, void **arguments) {
    enum { DISPOSE = 0 };
    (void)result;
    (void)arguments;
    if (index == DISPOSE) close_part(self);
    return NULL;
}

/* XEventListener::disposing: what ends there is no more listened to. */
static const char *handle_end(kp_object *self, size_t index, void *result, void **arguments) {
    part *p = part_of(self);
    uno_Interface *source = *(uno_Interface **)arguments[0]; /* EventObject::Source */
    (void)index;
    (void)result;
    if (p->face == NULL) return NULL;
    if (is_same(source, p->document) || is_same(source, p->controller))
        leave_document(self);
    else if (is_same(source, p->frame) || is_same(source, p->parent))
        close_part(self);
    return NULL;
}

static void *same_acquired(uno_Interface *object) {
    if (object != NULL) object->acquire(object);
    return object;
}

/* XUIElement; attributes count before methods: Frame, ResourceURL, Type, getRealInterface */
static const char *handle_element(kp_object *self, size_t index, void *result, void **arguments) {
    enum { FRAME, URL, TYPE, REAL };
    enum { TOOLPANEL = 7 }; /* com.sun.star.ui.UIElementType */
    part *p = part_of(self);
    (void)arguments;
    if (index == REAL) {
        *(uno_Interface **)result = same_acquired(&self->base);
    } else if (index == FRAME) {
        *(uno_Interface **)result = same_acquired(p->frame);
    } else if (index == URL) {
        rtl_uString_acquire(p->url);
        *(rtl_uString **)result = p->url;
    } else if (index == TYPE) {
        *(sal_Int16 *)result = TOOLPANEL;
    }
    return NULL;
}

/* XToolPanel: Window, createAccessible */
static const char *handle_tool(kp_object *self, size_t index, void *result, void **arguments) {
    enum { WINDOW = 0 };
    part *p = part_of(self);
    (void)arguments;
    *(uno_Interface **)result =
        kp_query(p->face, index == WINDOW ? "awt.XWindow" : "accessibility.XAccessible");
    return NULL;
}

static void give_width(part *p, long width) {
    if (p->face == NULL || width == p->width) return;
    p->width = width;
    lay_out(p);
}

/* XSidebarPanel: getHeightForWidth, getMinimalWidth. The side asks whenever it lays itself out, also
 * when our deck comes into sight. */
static const char *handle_side(kp_object *self, size_t index, void *result, void **arguments) {
    enum { HEIGHT = 0, LEAST_HEIGHT = 140, LEAST_WIDTH = 260 };
    if (index == HEIGHT) {
        struct {
            sal_Int32 least, most, preferred;
        } *size = result; /* com.sun.star.ui.LayoutSize */
        size->least = LEAST_HEIGHT;
        size->most = -1;
        size->preferred = (sal_Int32)part_of(self)->kind->preferred;
        give_width(part_of(self), *(sal_Int32 *)arguments[0]);
        if (part_of(self)->stale) wake(self);
    } else {
        *(sal_Int32 *)result = LEAST_WIDTH;
    }
    return NULL;
}

static const kp_class PART = {
    "org.kenpocalc.PanelPart",
    "org.kenpocalc.PanelPart",
    {{"com.sun.star.ui.XUIElement", handle_element},
     {"com.sun.star.ui.XToolPanel", handle_tool},
     {"com.sun.star.ui.XSidebarPanel", handle_side},
     {"com.sun.star.lang.XComponent", handle_component},
     {"com.sun.star.awt.XCallback", handle_callback},
     {"com.sun.star.util.XModifyListener", handle_change},
     {"com.sun.star.view.XSelectionChangeListener", handle_change},
     {"com.sun.star.frame.XFrameActionListener", handle_change},
     {"com.sun.star.awt.XWindowListener", handle_window},
     {"com.sun.star.awt.XItemListener", handle_item},
     {"com.sun.star.awt.XActionListener", handle_action},
     {"com.sun.star.awt.XKeyListener", handle_key},
     {"com.sun.star.lang.XEventListener", handle_end}},
    end_part,
};

/* ------------------------------------------------------------------------------------- the factory */

/* What the side hands over for a new part: com.sun.star.beans.PropertyValue. */
typedef struct argument {
    rtl_uString *name;
    sal_Int32 handle;
    uno_Any value;
    sal_Int32 state;
} argument;

static uno_Interface *argument_of(const uno_Sequence *arguments, const char *name) {
    const argument *list = (const argument *)(const void *)arguments->elements;
    for (sal_Int32 i = 0; i < arguments->nElements; i++) {
        kp_auto_text own = kp_string_text(list[i].name);
        if (own != NULL && strcmp(own, name) == 0) return kp_any_object_of(&list[i].value);
    }
    return NULL;
}

static const part_kind *kind_of(const rtl_uString *url) {
    kp_auto_text text = kp_string_text(url);
    const char *name = text == NULL ? NULL : strrchr(text, '/');
    for (size_t i = 0; name != NULL && i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(name + 1, KINDS[i].name) == 0) return &KINDS[i];
    return NULL;
}

static bool open_part(kp_object *self, const uno_Sequence *arguments) {
    part *p = part_of(self);
    p->parent = argument_of(arguments, "ParentWindow");
    p->frame = argument_of(arguments, "Frame");
    p->face = p->parent == NULL ? NULL : kp_face_open(self->context, p->parent, &self->base);
    if (p->face == NULL) return false;
    p->next = open_parts;
    open_parts = self;
    kp_do(p->parent, "awt.XWindow::addWindowListener", "o", &self->base);
    kp_do(p->frame, "frame.XFrame::addFrameActionListener", "o", &self->base);
    kp_do(p->face, "awt.XWindow::setVisible", "b", true);
    lay_out(p);
    wake(self);
    return true;
}

static kp_object *new_part(uno_Interface *context, rtl_uString *url, const part_kind *kind) {
    kp_object *made = kind == NULL ? NULL : kp_object_new(&PART);
    part *p = made == NULL ? NULL : calloc(1, sizeof *p);
    if (p == NULL) {
        if (made != NULL) kp_release(&made->base);
        return NULL;
    }
    made->data = p;
    made->context = same_acquired(context);
    p->kind = kind;
    p->language = kp_office_language(context);
    p->url = url;
    rtl_uString_acquire(url);
    return made;
}

/* XUIElementFactory::createUIElement(string, sequence<PropertyValue>) */
static const char *handle_factory(kp_object *self, size_t index, void *result, void **arguments) {
    rtl_uString *url = *(rtl_uString **)arguments[0];
    (void)index;
    kp_object *made = new_part(self->context, url, kind_of(url));
    if (made == NULL) return "there is no such part";
    if (!open_part(made, *(uno_Sequence **)arguments[1])) {
        kp_release(&made->base);
        return "the part has no window";
    }
    *(uno_Interface **)result = &made->base;
    return NULL;
}

const kp_class KP_PANELS = {
    "org.kenpocalc.implementation.Panels",
    "org.kenpocalc.Panels",
    {{"com.sun.star.ui.XUIElementFactory", handle_factory}},
};

/* ------------------------------------------------------------------------------------- the deck */

/* The first part of the window gets the keyboard, as soon as it is there. */
static void call(uno_Interface *controller) {
    kp_auto frame = kp_get(controller, "frame.XController::getFrame", "");
    for (kp_object *each = open_parts; each != NULL; each = part_of(each)->next) {
        part *p = part_of(each);
        if (p->kind != &KINDS[0] || !is_same(p->frame, frame)) continue;
        p->called = true;
        wake(each);
    }
}

bool kp_panel_show(uno_Interface *context) {
    kp_auto document = kp_current_document(context);
    kp_auto controller = kp_get(document, "frame.XModel::getCurrentController", "");
    kp_auto side = kp_get(controller, "frame.XController2::getSidebar", "");
    kp_do(side, "ui.XSidebarProvider::setVisible", "b", true);
    kp_do(side, "ui.XSidebarProvider::showDecks", "b", true);
    kp_auto decks = kp_get(side, "ui.XSidebarProvider::getDecks", "");
    kp_auto deck = kp_named(decks, DECK);
    if (!kp_do(deck, "ui.XDeck::activate", "b", true)) return false;
    call(controller);
    return true;
}
