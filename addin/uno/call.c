/* SPDX-License-Identifier: MPL-2.0
 *
 * call.c: calling out to the office.
 */
#include "call.h"

#include <string.h>

#include "value.h"

void kp_release(uno_Interface *object) {
    if (object != NULL) object->release(object);
}

/* An exception begins with its message. */
static void take_message(const uno_Any *exception, char *message, size_t size) {
    if (message != NULL &&
        !kp_string_copy(*(rtl_uString *const *)exception->pData, message, size) && size > 0)
        strncpy(message, "(a long message)", size - 1);
}

bool kp_call(uno_Interface *target, const char *method, void *result, void **arguments,
             char *message, size_t size) {
    if (message != NULL && size > 0) memset(message, 0, size);
    if (target == NULL) return false;
    typelib_TypeDescription *member = kp_type(method);
    if (member == NULL) return false;
    uno_Any storage;
    uno_Any *exception = &storage;
    target->pDispatcher(target, member, result, arguments, &exception);
    typelib_typedescription_release(member);
    if (exception == NULL) return true;
    take_message(exception, message, size);
    kp_any_end(exception);
    return false;
}

uno_Interface *kp_query(uno_Interface *object, const char *interface) {
    typelib_TypeDescription *type = object == NULL ? NULL : kp_type(interface);
    if (type == NULL) return NULL;
    uno_Any answer;
    void *arguments[] = {&type->pWeakRef};
    uno_Interface *found = NULL;
    if (kp_call(object, "com.sun.star.uno.XInterface::queryInterface", &answer, arguments, NULL,
                0)) {
        if (kp_any_class(&answer) == typelib_TypeClass_INTERFACE) {
            found = *(uno_Interface **)answer.pData;
            if (found != NULL) found->acquire(found);
        }
        kp_any_end(&answer);
    }
    typelib_typedescription_release(type);
    return found;
}

uno_Interface *kp_query_any(const uno_Any *any, const char *interface) {
    if (kp_any_class(any) != typelib_TypeClass_INTERFACE) return NULL;
    return kp_query(*(uno_Interface **)any->pData, interface);
}

uno_Interface *kp_create(uno_Interface *context, const char *service, const char *interface) {
    uno_Interface *manager = NULL;
    uno_Interface *made = NULL;
    uno_Interface *found = NULL;
    uno_Interface *typed = kp_query(context, "com.sun.star.uno.XComponentContext");
    if (kp_call(typed, "com.sun.star.uno.XComponentContext::getServiceManager", &manager, NULL,
                NULL, 0)) {
        uno_Interface *factory = kp_query(manager, "com.sun.star.lang.XMultiComponentFactory");
        rtl_uString *name = kp_string(service);
        void *arguments[] = {&name, &typed};
        if (kp_call(factory, "com.sun.star.lang.XMultiComponentFactory::createInstanceWithContext",
                    &made, arguments, NULL, 0))
            found = kp_query(made, interface);
        rtl_uString_release(name);
        kp_release(factory);
    }
    kp_release(made);
    kp_release(manager);
    kp_release(typed);
    return found;
}
