/* SPDX-License-Identifier: MPL-2.0
 *
 * object.c: UNO objects in C. A call costs one comparison of pointers and one index: the office
 * hands over the description of the method, and this compares it with the ones it knows.
 */
#include "uno/object.h"

#include <stdlib.h>
#include <string.h>

#include "uno/value.h"

/* The descriptions of a class's interfaces: known once, kept as long as the library. */
typedef struct kp_types {
    const kp_class *kind;
    size_t count;
    typelib_TypeDescription *types[KP_INTERFACES + 3];
    kp_handler *handlers[KP_INTERFACES + 3];
} kp_types;

enum { QUERY_INTERFACE, ACQUIRE, RELEASE, FIRST_OWN };

static void dispatch(uno_Interface *interface, const typelib_TypeDescription *member, void *result,
                     void **arguments, uno_Any **exception);

static kp_object *object_of(uno_Interface *interface) {
    return (kp_object *)(void *)interface;
}

/* -------------------------------------------------------------------- life of an object */

static void end_types(kp_types *types) {
    for (size_t i = 0; types != NULL && i < types->count; i++)
        typelib_typedescription_release(types->types[i]);
    free(types);
}

static void acquire(uno_Interface *interface) {
    __atomic_add_fetch(&object_of(interface)->references, 1, __ATOMIC_RELAXED);
}

static void release(uno_Interface *interface) {
    kp_object *self = object_of(interface);
    if (__atomic_sub_fetch(&self->references, 1, __ATOMIC_ACQ_REL) != 0) return;
    if (self->makes == NULL && self->kind->end != NULL) self->kind->end(self);
    if (self->context != NULL) self->context->release(self->context);
    end_types(self->owned);
    free(self->data);
    free(self);
}

/* Constructs a RuntimeException, which begins with message and context in memory. */
static void throw(uno_Any * exception, const char *message) {
    struct {
        rtl_uString *message;
        uno_Interface *context;
    } value = {kp_string(message), NULL};
    typelib_TypeDescription *type = NULL; /* without memory for the words an empty any is thrown */
    if (value.message != NULL) type = kp_type("com.sun.star.uno.RuntimeException");
    uno_any_construct(exception, &value, type, NULL);
    if (type != NULL) typelib_typedescription_release(type);
    if (value.message != NULL) rtl_uString_release(value.message);
}

static kp_object *new_object(const kp_types *types, uno_Interface *context) {
    kp_object *self = calloc(1, sizeof *self);
    if (self == NULL) return NULL;
    self->base.acquire = acquire;
    self->base.release = release;
    self->base.pDispatcher = dispatch;
    self->kind = types->kind;
    self->types = types;
    self->context = context;
    self->references = 1;
    if (context != NULL) context->acquire(context);
    return self;
}

/* ------------------------------------------------------------------------------ dispatch */

static bool same_name(const rtl_uString *a, const rtl_uString *b) {
    return a == b || rtl_ustr_compare_WithLength(a->buffer, a->length, b->buffer, b->length) == 0;
}

static void query_interface(kp_object *self, uno_Any *result,
                            const typelib_TypeDescriptionReference *wanted) {
    uno_Interface *interface = &self->base;
    for (size_t i = 0; i < self->types->count; i++) {
        typelib_TypeDescription *type = self->types->types[i];
        if (!same_name(type->pTypeName, wanted->pTypeName)) continue;
        uno_any_construct(result, &interface, type, NULL);
        return;
    }
    kp_any_void(result);
}

/* The interface that a method belongs to, or an attribute that is read. */
static const typelib_InterfaceTypeDescription *interface_of(const typelib_TypeDescription *member,
                                                            const void *result) {
    if (member->eTypeClass == typelib_TypeClass_INTERFACE_METHOD)
        return ((const typelib_InterfaceMethodTypeDescription *)(const void *)member)->pInterface;
    if (member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE && result != NULL)
        return ((const typelib_InterfaceAttributeTypeDescription *)(const void *)member)
            ->pInterface;
    return NULL;
}

/* Calls the handler of the interface that the member belongs to. */
static const char *call_handler(kp_object *self, const typelib_TypeDescription *member,
                                void *result, void **arguments) {
    const typelib_InterfaceTypeDescription *interface = interface_of(member, result);
    if (interface == NULL) return "the object has no attributes that can be set";
    const typelib_InterfaceMemberTypeDescription *own = (const void *)member;
    const kp_types *types = self->types;
    for (size_t i = 0; i < types->count; i++)
        if (types->types[i] == &interface->aBase && types->handlers[i] != NULL)
            return types->handlers[i](self, (size_t)own->nPosition - FIRST_OWN, result, arguments);
    return "the object does not know this interface";
}

static void dispatch(uno_Interface *interface, const typelib_TypeDescription *member, void *result,
                     void **arguments, uno_Any **exception) {
    kp_object *self = object_of(interface);
    uno_Any *thrown = *exception;
    const char *message = NULL;
    switch (((const typelib_InterfaceMemberTypeDescription *)(const void *)member)->nPosition) {
    case QUERY_INTERFACE:
        query_interface(self, result, *(typelib_TypeDescriptionReference **)arguments[0]);
        break;
    case ACQUIRE:
        acquire(interface);
        break;
    case RELEASE:
        release(interface);
        break;
    default:
        message = call_handler(self, member, result, arguments);
    }
    *exception = message == NULL ? NULL : thrown;
    if (message != NULL) throw(thrown, message);
}

/* -------------------------------------------------------- what every object and factory answers */

static const char *handle_service_info(kp_object *self, size_t index, void *result,
                                       void **arguments) {
    rtl_uString *service = kp_string(self->kind->service);
    if (index == 0) {
        *(rtl_uString **)result = kp_string(self->kind->implementation);
    } else if (index == 1) {
        *(sal_Bool *)result = same_name(service, *(rtl_uString **)arguments[0]);
    } else {
        typelib_TypeDescription *type = kp_type("[]string");
        uno_sequence_construct(result, type, &service, 1, NULL);
        typelib_typedescription_release(type);
    }
    rtl_uString_release(service);
    return NULL;
}

static const char *handle_type_provider(kp_object *self, size_t index, void *result,
                                        void **arguments) {
    (void)arguments;
    typelib_TypeDescriptionReference *answers[KP_INTERFACES + 3];
    for (size_t i = 0; i < self->types->count; i++)
        answers[i] = self->types->types[i]->pWeakRef;
    typelib_TypeDescription *type = kp_type(index == 0 ? "[]type" : "[]byte");
    uno_sequence_construct(result, type, index == 0 ? answers : NULL,
                           index == 0 ? (sal_Int32)self->types->count : 0, NULL);
    typelib_typedescription_release(type);
    return NULL;
}

static const char *handle_factory(kp_object *self, size_t index, void *result, void **arguments) {
    uno_Interface *context = *(uno_Interface **)arguments[index == 0 ? 0 : 1];
    kp_object *made = new_object(self->makes, context);
    if (made == NULL) return "out of memory";
    *(uno_Interface **)result = &made->base;
    return NULL;
}

static bool add_type(kp_types *types, const char *name, kp_handler *handler) {
    typelib_TypeDescription *type = kp_type(name);
    if (type == NULL) return false;
    typelib_typedescription_complete(&type);
    types->types[types->count] = type;
    types->handlers[types->count++] = handler;
    return true;
}

static kp_types *types_of(const kp_class *kind) {
    kp_types *types = calloc(1, sizeof *types);
    if (types == NULL) return NULL;
    types->kind = kind;
    bool known = true;
    for (size_t i = 0; i < KP_INTERFACES && kind->interfaces[i].name != NULL; i++)
        known = known && add_type(types, kind->interfaces[i].name, kind->interfaces[i].handle);
    known = known && add_type(types, "com.sun.star.lang.XServiceInfo", handle_service_info) &&
            add_type(types, "com.sun.star.lang.XTypeProvider", handle_type_provider) &&
            add_type(types, "com.sun.star.uno.XInterface", NULL);
    if (known) return types;
    end_types(types);
    return NULL;
}

kp_object *kp_object_new(const kp_class *kind) {
    kp_types *types = types_of(kind);
    kp_object *object = types == NULL ? NULL : new_object(types, NULL);
    if (object == NULL)
        end_types(types);
    else
        object->owned = types;
    return object;
}

/* These types are kept as long as the library: the office asks for each class once. */
uno_Interface *kp_factory(const kp_class *kind) {
    static const kp_class FACTORY = {
        "org.kenpocalc.Factory",
        "com.sun.star.lang.SingleComponentFactory",
        {{"com.sun.star.lang.XSingleComponentFactory", handle_factory}},
    };
    const kp_types *factory_types = types_of(&FACTORY);
    const kp_types *made_types = types_of(kind);
    if (factory_types == NULL || made_types == NULL) return NULL;
    kp_object *factory = new_object(factory_types, NULL);
    if (factory == NULL) return NULL;
    factory->makes = made_types;
    return &factory->base;
}
