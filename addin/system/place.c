/* SPDX-License-Identifier: MPL-2.0
 *
 * place.c: putting whole files into a folder.
 */
#include "system/place.h"

#include <stdlib.h>
#include <string.h>

#include "system/buffer.h"

kp_fault kp_place_file(const char *source, const char *target) {
    kp_arrival arrival;
    char bytes[1 << 16];
    FILE *from = kp_file_open(source);
    if (from == NULL) return KP_FAULT_MISSING;
    kp_arrival_begin(&arrival, target);
    for (size_t got; arrival.fault == KP_FAULT_NONE && (got = fread(bytes, 1, sizeof bytes, from));)
        kp_arrival_write(&arrival, bytes, got);
    if (ferror(from) && arrival.fault == KP_FAULT_NONE) arrival.fault = KP_FAULT_DISK;
    fclose(from);
    return kp_arrival_finish(&arrival, target, false);
}

kp_fault kp_place_text(const char *text, size_t size, const char *target, bool replace) {
    kp_arrival arrival;
    kp_arrival_begin(&arrival, target);
    kp_arrival_write(&arrival, text, size);
    return kp_arrival_finish(&arrival, target, replace);
}

char *kp_place_read(const char *path, size_t most) {
    kp_buffer text = {0};
    char bytes[4096];
    FILE *file = kp_file_open(path);
    if (file == NULL) return NULL;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0 && text.used <= most;)
        kp_put_bytes(&text, bytes, got);
    bool whole = ferror(file) == 0 && !text.failed && text.used <= most;
    fclose(file);
    if (!whole) kp_buffer_end(&text);
    return text.text;
}

kp_text kp_place_error(kp_fault fault) {
    switch (fault) {
    case KP_FAULT_EXISTS:
        return kp_t("同じ名前のファイルが既にあります。上書きしません。",
                    "There is a file of that name already; it is not replaced.");
    case KP_FAULT_FULL:
        return kp_t("ディスクの空き容量が足りません。", "The disk is full.");
    case KP_FAULT_DENIED:
        return kp_t("フォルダーに書き込めません(権限がないか、読み取り専用です)。",
                    "The folder cannot be written to (no permission, or read-only).");
    case KP_FAULT_MISSING:
        return kp_t("フォルダーが見つかりません。", "There is no such folder.");
    case KP_FAULT_NAME:
        return kp_t("名前が長すぎます。", "The name is too long.");
    case KP_FAULT_MEMORY:
        return kp_t("メモリーが足りません。", "Memory is short.");
    default:
        return kp_t("書き込めませんでした(入出力エラー)。", "Writing failed (input/output error).");
    }
}
