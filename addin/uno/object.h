/* SPDX-License-Identifier: MPL-2.0
 *
 * object.h: UNO objects in C. A class is a constant: its names, the interfaces that it answers, and
 * one handler an interface. Reference counting, queryInterface, XServiceInfo, XTypeProvider and the
 * factory are the same for all and are done here.
 */
#ifndef KENPO_UNO_OBJECT_H
#define KENPO_UNO_OBJECT_H

#include "uno/uno.h"

typedef struct kp_object kp_object;

/** Handles method number `index` (0 is the interface's first own method). Follows binary UNO:
 *  `arguments` point at the values, the result is constructed in place. Returns NULL, or, where the
 *  call failed and no result was constructed, a message for a com.sun.star.uno.RuntimeException. */
typedef const char *kp_handler(kp_object *self, size_t index, void *result, void **arguments);

/** An attribute that is read counts as a method: its index is its place among the interface's members.
 *  No object of ours has an attribute that can be set. */
typedef struct kp_interface {
    const char *name; /**< such as "org.kenpocalc.XBudget" */
    kp_handler *handle;
} kp_interface;

enum { KP_INTERFACES = 14 };

/** A class of objects and the service it provides. */
typedef struct kp_class {
    const char *implementation;
    const char *service;
    kp_interface interfaces[KP_INTERFACES]; /**< its own; ended by an empty one */
    void (*end)(kp_object *self);           /**< before its data is freed; NULL for nothing to do */
} kp_class;

struct kp_object {
    uno_Interface base; /**< first: an object is its interface */
    const kp_class *kind;
    const struct kp_types *types;
    const struct kp_types *makes; /**< of a factory: what it makes */
    uno_Interface *context;       /**< XComponentContext of the office */
    void *data;                   /**< the class's own, freed with the object by free() */
    struct kp_types *owned;       /**< types that go with the object */
    long references;
};

/** A new object, acquired, that the office does not make but is handed: a listener. NULL where its
 *  types are not known. */
kp_object *kp_object_new(const kp_class *kind);

/** The factory of `kind` for the office, acquired, or NULL where its types are not known. */
uno_Interface *kp_factory(const kp_class *kind);

/** The classes that a library provides, ended by NULL; each library defines its own. */
extern const kp_class *const KP_CLASSES[];

#endif
