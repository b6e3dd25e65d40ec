/* SPDX-License-Identifier: MPL-2.0
 *
 * processes.c: time and processes on Windows; see system.h. A process lives in a job object,
 * which ends it and what it started when this process ends, in whatever way.
 */
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "system/path.h"
#include "system/windows/wide.h"

/* -------------------------------------------------------------------------------------- time */

long long kp_clock(void) {
    return (long long)GetTickCount64();
}

void kp_pause(long milliseconds) {
    Sleep((DWORD)milliseconds);
}

kp_moment kp_local_now(void) {
    SYSTEMTIME now;
    GetLocalTime(&now);
    return (kp_moment){now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond};
}

/* --------------------------------------------------------------------------------- processes */

size_t kp_cores(void) {
    DWORD cores = GetActiveProcessorCount(ALL_PROCESSOR_GROUPS);
    return cores > 0 ? cores : 1;
}

/* Text that grows, in UTF-16; a text that is not whole is NULL at the end. */
typedef struct line {
    wchar_t *text;
    size_t used;
    size_t size;
} line;

static bool add(line *l, const wchar_t *text, size_t count) {
    if (l->used + count + 1 > l->size) {
        size_t size = (l->used + count + 1) * 2;
        wchar_t *more = realloc(l->text, size * sizeof *more);
        if (more == NULL) return false;
        l->text = more;
        l->size = size;
    }
    memcpy(l->text + l->used, text, count * sizeof *text);
    l->used += count;
    l->text[l->used] = L'\0';
    return true;
}

static bool add_backslashes(line *l, size_t count) {
    bool done = true;
    while (done && count-- > 0)
        done = add(l, L"\\", 1);
    return done;
}

/* An argument in quotes, so that CommandLineToArgvW and C's main read it as it was: backslashes
 * count double before a quote and at the end. */
static bool add_argument(line *l, const wchar_t *text) {
    bool done = add(l, L" \"" + (l->used == 0 ? 1 : 0), l->used == 0 ? 1 : 2);
    for (size_t slashes = 0; done; text++) {
        if (*text == L'\\') {
            slashes++;
            continue;
        }
        bool doubled = *text == L'"' || *text == L'\0';
        done = add_backslashes(l, doubled ? slashes * 2 : slashes);
        if (*text == L'\0') break;
        done = done && (*text != L'"' || add(l, L"\\", 1)) && add(l, text, 1);
        slashes = 0;
    }
    return done && add(l, L"\"", 1);
}

static bool command_line(const char *const *arguments, line *l) {
    bool done = true;
    for (; done && *arguments != NULL; arguments++) {
        size_t size = strlen(*arguments) + 1;
        wchar_t *wide_argument = malloc(size * sizeof *wide_argument);
        done = wide_argument != NULL &&
               (kp_widen(*arguments, wide_argument, size) > 0 || size == 1) &&
               add_argument(l, wide_argument);
        free(wide_argument);
    }
    return done;
}

static bool is_temporary(const wchar_t *variable) {
    return _wcsnicmp(variable, L"TMP=", 4) == 0 || _wcsnicmp(variable, L"TEMP=", 5) == 0 ||
           _wcsnicmp(variable, L"TMPDIR=", 7) == 0;
}

static bool add_variable(line *l, const wchar_t *name, const wchar_t *value) {
    return add(l, name, wcslen(name)) && add(l, value, wcslen(value) + 1);
}

/* Our own environment, with another place for temporary files. */
static bool environment_with(const char *temporary, line *l) {
    wchar_t place[KP_WIDE];
    kp_shown_path(temporary, place, KP_WIDE);
    wchar_t *own = GetEnvironmentStringsW();
    bool done = own != NULL;
    for (const wchar_t *at = own; done && *at != L'\0'; at += wcslen(at) + 1)
        if (!is_temporary(at)) done = add_variable(l, at, L"");
    done = done && add_variable(l, L"TEMP=", place) && add_variable(l, L"TMP=", place);
    if (own != NULL) FreeEnvironmentStringsW(own);
    return done;
}

/* What stands behind kp_process.handle. */
typedef struct running {
    HANDLE job;
    HANDLE process;
} running;

/* A job that ends with its last handle, which is ours, with the limits of the order. */
static HANDLE new_job(const kp_process_order *order) {
    static const long long SECOND = 10000000; /* in steps of 100 ns */
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    JOBOBJECT_BASIC_LIMIT_INFORMATION *basic = &limits.BasicLimitInformation;
    basic->LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    if (order->megabytes > 0) {
        basic->LimitFlags |= JOB_OBJECT_LIMIT_PROCESS_MEMORY;
        limits.ProcessMemoryLimit = (SIZE_T)order->megabytes << 20;
    }
    if (order->seconds > 0) {
        basic->LimitFlags |= JOB_OBJECT_LIMIT_PROCESS_TIME;
        basic->PerProcessUserTimeLimit.QuadPart = order->seconds * SECOND;
    }
    HANDLE job = CreateJobObjectW(NULL, NULL);
    if (job == NULL ||
        SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
        return job;
    CloseHandle(job);
    return NULL;
}

/* Starts it asleep, so that it does nothing before it is in the job. */
static bool start_in(HANDLE job, const char *program, wchar_t *arguments, wchar_t *environment,
                     PROCESS_INFORMATION *made) {
    char folder[KP_PATH];
    wchar_t name[KP_WIDE];
    wchar_t place[KP_WIDE];
    STARTUPINFOW start = {.cb = sizeof start};
    kp_path_folder(program, folder);
    kp_shown_path(folder, place, KP_WIDE);
    if (!CreateProcessW(kp_wide(program, name), arguments, NULL, NULL, FALSE,
                        CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT,
                        environment, place, &start, made))
        return false;
    bool done =
        AssignProcessToJobObject(job, made->hProcess) && ResumeThread(made->hThread) != (DWORD)-1;
    CloseHandle(made->hThread);
    if (done) return true;
    TerminateProcess(made->hProcess, 127);
    CloseHandle(made->hProcess);
    return false;
}

bool kp_process_start(kp_process *process, const kp_process_order *order) {
    line arguments = {0};
    line environment = {0};
    PROCESS_INFORMATION made;
    running *own = malloc(sizeof *own);
    HANDLE job = new_job(order);
    bool done = own != NULL && job != NULL && command_line(order->arguments, &arguments) &&
                environment_with(order->temporary, &environment) &&
                start_in(job, order->arguments[0], arguments.text, environment.text, &made);
    free(arguments.text);
    free(environment.text);
    *process = (kp_process){0, 0};
    if (done) {
        *own = (running){job, made.hProcess};
        *process = (kp_process){(long)made.dwProcessId, (intptr_t)own};
        return true;
    }
    if (job != NULL) CloseHandle(job);
    free(own);
    return false;
}

/* Closing the job ends what the process has left behind. */
static void forget(kp_process *process) {
    running *own = (running *)process->handle;
    CloseHandle(own->process);
    CloseHandle(own->job);
    free(own);
    *process = (kp_process){0, 0};
}

/* A crash ends with the number of its exception; a job ends a process beyond its time with the
 * error that says so. */
static kp_process_state state_of(DWORD ended, int *code) {
    if (ended >= 0x80000000U || ended == ERROR_NOT_ENOUGH_QUOTA) return KP_PROCESS_FELL;
    *code = (int)ended;
    return KP_PROCESS_EXITED;
}

kp_process_state kp_process_look(kp_process *process, int *code) {
    DWORD ended = 0;
    if (process->id == 0) return KP_PROCESS_FELL;
    HANDLE handle = ((running *)process->handle)->process;
    if (WaitForSingleObject(handle, 0) == WAIT_TIMEOUT) return KP_PROCESS_RUNS;
    bool known = GetExitCodeProcess(handle, &ended);
    forget(process);
    return known ? state_of(ended, code) : KP_PROCESS_LOST;
}

void kp_process_kill(kp_process *process) {
    if (process->id == 0) return;
    running *own = (running *)process->handle;
    TerminateJobObject(own->job, 127);
    WaitForSingleObject(own->process, INFINITE);
    forget(process);
}
