/* SPDX-License-Identifier: MPL-2.0
 *
 * write-registry.c: a program of the build. Writes CalcAddIns.xcu, by which Calc knows our
 * functions with their texts in Japanese and English, from the table of functions.
 */
#include <stdio.h>

#include <libxml/xmlwriter.h>

#include "calc/function.h"

static const char REGISTRY[] = "http://openoffice.org/2001/registry";

static const xmlChar *x(const char *text) {
    return (const xmlChar *)text;
}

static void start_node(xmlTextWriterPtr out, const char *name, bool replace) {
    xmlTextWriterStartElement(out, x("node"));
    xmlTextWriterWriteAttribute(out, x("oor:name"), x(name));
    if (replace) xmlTextWriterWriteAttribute(out, x("oor:op"), x("replace"));
}

static void value(xmlTextWriterPtr out, const char *language, const char *text) {
    xmlTextWriterStartElement(out, x("value"));
    if (language != NULL) xmlTextWriterWriteAttribute(out, x("xml:lang"), x(language));
    xmlTextWriterWriteString(out, x(text));
    xmlTextWriterEndElement(out);
}

static void start_property(xmlTextWriterPtr out, const char *name) {
    xmlTextWriterStartElement(out, x("prop"));
    xmlTextWriterWriteAttribute(out, x("oor:name"), x(name));
}

static void text_property(xmlTextWriterPtr out, const char *name, kp_text text) {
    start_property(out, name);
    value(out, "en", text.en);
    value(out, "ja", text.ja);
    xmlTextWriterEndElement(out);
}

/* A name in English only: one in Japanese as well would hide the English one from Japanese users.
 */
static void name_property(xmlTextWriterPtr out, const char *property, const char *name) {
    start_property(out, property);
    value(out, "en", name);
    xmlTextWriterEndElement(out);
}

static void write_argument(xmlTextWriterPtr out, const kp_argument *argument) {
    start_node(out, argument->id, true);
    text_property(out, "DisplayName", argument->name);
    char ja[512];
    char en[512];
    kp_writer japanese = kp_writer_on(ja, sizeof ja, KP_JAPANESE);
    kp_writer english = kp_writer_on(en, sizeof en, KP_ENGLISH);
    kp_write_hint(argument, &japanese);
    kp_write_hint(argument, &english);
    text_property(out, "Description", kp_t(ja, en));
    xmlTextWriterEndElement(out);
}

/* The arguments of KP_REST are numbered from 1. */
static void write_rest(xmlTextWriterPtr out, const kp_argument *argument) {
    for (int i = 1; i <= KP_REST_ARGUMENTS; i++) {
        char id[64];
        char ja[128];
        char en[128];
        snprintf(id, sizeof id, "%s%d", argument->id, i);
        snprintf(ja, sizeof ja, "%s%d", argument->name.ja, i);
        snprintf(en, sizeof en, "%s %d", argument->name.en, i);
        kp_argument numbered = *argument;
        numbered.id = id;
        numbered.name = kp_t(ja, en);
        write_argument(out, &numbered);
    }
}

static void write_function(xmlTextWriterPtr out, const kp_function *function) {
    start_node(out, function->method, true);
    name_property(out, "DisplayName", function->name);
    text_property(out, "Description", function->summary);
    start_property(out, "Category");
    value(out, NULL, "Add-In");
    xmlTextWriterEndElement(out);
    start_node(out, "Parameters", false);
    for (size_t i = 0; i < kp_argument_count(function); i++) {
        const kp_argument *argument = &function->arguments[i];
        if (argument->kind == KP_REST)
            write_rest(out, argument);
        else
            write_argument(out, argument);
    }
    xmlTextWriterEndElement(out);
    xmlTextWriterEndElement(out);
}

int main(int count, char **arguments) {
    if (count != 2) return 2;
    xmlTextWriterPtr out = xmlNewTextWriterFilename(arguments[1], 0);
    if (out == NULL) return 1;
    xmlTextWriterSetIndent(out, 1);
    xmlTextWriterStartDocument(out, NULL, "UTF-8", NULL);
    xmlTextWriterStartElement(out, x("oor:component-data"));
    xmlTextWriterWriteAttribute(out, x("xmlns:oor"), x(REGISTRY));
    xmlTextWriterWriteAttribute(out, x("oor:name"), x("CalcAddIns"));
    xmlTextWriterWriteAttribute(out, x("oor:package"), x("org.openoffice.Office"));
    start_node(out, "AddInInfo", false);
    start_node(out, "org.kenpocalc.Budget", true);
    start_node(out, "AddInFunctions", false);
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++)
        write_function(out, &KP_FUNCTIONS[i]);
    int result = xmlTextWriterEndDocument(out);
    xmlFreeTextWriter(out);
    return result < 0;
}
