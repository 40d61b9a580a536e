// Stands before libpq, libcurl or malloc (LD_PRELOAD), counts the calls that a program makes, and has one of them fail as that
// function fails. The environment says what to do:
//
//   FAULT_OF     libpq, libcurl or malloc
//   FAULT_AT     the number of the call that fails, from 1; 0 for none
//   FAULT_COUNT  a file that gets the number of calls at the end, and the name of the one that failed
//
// Only the program itself is meant: a call of one library function by another is none of these, as far as the linker lets us see.
#define _GNU_SOURCE
#include <curl/curl.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum family { NOTHING, LIBPQ, LIBCURL, MALLOC };

static _Atomic long calls;
static long failing_call;
static enum family family;
static const char *report;

__attribute__((constructor)) static void begin(void) {
    const char *of = getenv("FAULT_OF"), *at = getenv("FAULT_AT");
    report = getenv("FAULT_COUNT");
    failing_call = at ? atol(at) : 0;
    if (of) family = !strcmp(of, "libpq") ? LIBPQ : !strcmp(of, "libcurl") ? LIBCURL : !strcmp(of, "malloc") ? MALLOC : NOTHING;
}

static void tell(const char *text, size_t length) {
    if (!report) return;
    int file = open(report, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) return;
    ssize_t written = write(file, text, length);
    (void)written;
    close(file);
}

__attribute__((destructor)) static void end(void) {
    char text[64];
    int length = snprintf(text, sizeof text, "calls %ld\n", atomic_load(&calls));
    tell(text, (size_t)length);
}

// Whether this call is the one that fails. Allocates nothing.
static bool fails(enum family of, const char *name) {
    if (family != of) return false;
    if (atomic_fetch_add(&calls, 1) + 1 != failing_call) return false;
    tell("failed ", 7);
    tell(name, strlen(name));
    tell("\n", 1);
    return true;
}

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

// A connection that breaks: whatever is asked of it later fails in libpq's own way.
static void break_off(PGconn *connection) {
    int socket = (REAL(PQsocket))(connection);
    if (socket >= 0) shutdown(socket, SHUT_RDWR);
}

PGconn *PQconnectStartParams(const char *const *words, const char *const *values, int expand) {
    return fails(LIBPQ, __func__) ? NULL : REAL(PQconnectStartParams)(words, values, expand);
}

PQconninfoOption *PQconninfoParse(const char *text, char **message) {
    return fails(LIBPQ, __func__) ? NULL : REAL(PQconninfoParse)(text, message);
}

PostgresPollingStatusType PQconnectPoll(PGconn *connection) {
    if (!fails(LIBPQ, __func__)) return REAL(PQconnectPoll)(connection);
    break_off(connection);
    return PGRES_POLLING_FAILED;
}

int PQsetnonblocking(PGconn *connection, int wanted) {
    return fails(LIBPQ, __func__) ? -1 : REAL(PQsetnonblocking)(connection, wanted);
}

int PQsendQuery(PGconn *connection, const char *text) {
    return fails(LIBPQ, __func__) ? 0 : REAL(PQsendQuery)(connection, text);
}

int PQsendQueryParams(
    PGconn *connection, const char *text, int count, const Oid *types, const char *const *values, const int *lengths,
    const int *formats, int format) {
    if (fails(LIBPQ, __func__)) return 0;
    return REAL(PQsendQueryParams)(connection, text, count, types, values, lengths, formats, format);
}

int PQflush(PGconn *connection) {
    if (!fails(LIBPQ, __func__)) return REAL(PQflush)(connection);
    break_off(connection);
    return -1;
}

int PQconsumeInput(PGconn *connection) {
    if (!fails(LIBPQ, __func__)) return REAL(PQconsumeInput)(connection);
    break_off(connection);
    return 0;
}

// There is always an answer to a statement; out of memory libpq gives a fatal error in its place.
PGresult *PQgetResult(PGconn *connection) {
    PGresult *result = REAL(PQgetResult)(connection);
    if (!result || !fails(LIBPQ, __func__)) return result;
    REAL(PQclear)(result);
    break_off(connection);
    return REAL(PQmakeEmptyPGresult)(connection, PGRES_FATAL_ERROR);
}

int PQputCopyData(PGconn *connection, const char *bytes, int count) {
    return fails(LIBPQ, __func__) ? -1 : REAL(PQputCopyData)(connection, bytes, count);
}

int PQputCopyEnd(PGconn *connection, const char *message) {
    if (!fails(LIBPQ, __func__)) return REAL(PQputCopyEnd)(connection, message);
    break_off(connection);
    return -1;
}

int PQgetCopyData(PGconn *connection, char **buffer, int async) {
    if (!fails(LIBPQ, __func__)) return REAL(PQgetCopyData)(connection, buffer, async);
    break_off(connection);
    return -2;
}

CURLcode curl_global_init(long flags) {
    return fails(LIBCURL, __func__) ? CURLE_FAILED_INIT : REAL(curl_global_init)(flags);
}

CURL *curl_easy_init(void) {
    return fails(LIBCURL, __func__) ? NULL : REAL(curl_easy_init)();
}

// Its one argument is a word or an offset of 64 bits, all of which travel alike.
CURLcode(curl_easy_setopt)(CURL *handle, CURLoption option, ...) {
    va_list arguments;
    va_start(arguments, option);
    void *value = va_arg(arguments, void *);
    va_end(arguments);
    return fails(LIBCURL, __func__) ? CURLE_OUT_OF_MEMORY : REAL(curl_easy_setopt)(handle, option, value);
}

CURLcode(curl_easy_getinfo)(CURL *handle, CURLINFO info, ...) {
    va_list arguments;
    va_start(arguments, info);
    void *value = va_arg(arguments, void *);
    va_end(arguments);
    return fails(LIBCURL, __func__) ? CURLE_UNKNOWN_OPTION : REAL(curl_easy_getinfo)(handle, info, value);
}

CURLcode curl_easy_perform(CURL *handle) {
    return fails(LIBCURL, __func__) ? CURLE_RECV_ERROR : REAL(curl_easy_perform)(handle);
}

struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) {
    return fails(LIBCURL, __func__) ? NULL : REAL(curl_slist_append)(list, text);
}

CURLU *curl_url(void) {
    return fails(LIBCURL, __func__) ? NULL : REAL(curl_url)();
}

CURLUcode curl_url_set(CURLU *address, CURLUPart part, const char *text, unsigned flags) {
    return fails(LIBCURL, __func__) ? CURLUE_OUT_OF_MEMORY : REAL(curl_url_set)(address, part, text, flags);
}

CURLUcode curl_url_get(CURLU *address, CURLUPart part, char **text, unsigned flags) {
    return fails(LIBCURL, __func__) ? CURLUE_OUT_OF_MEMORY : REAL(curl_url_get)(address, part, text, flags);
}

// glibc's own names spare the search for them, which allocates.
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t),
    *__libc_memalign(size_t, size_t);

static void *no_memory(void) {
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size) {
    return fails(MALLOC, __func__) ? no_memory() : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return fails(MALLOC, __func__) ? no_memory() : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
    return fails(MALLOC, __func__) ? no_memory() : __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    return fails(MALLOC, __func__) ? no_memory() : __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
    if (fails(MALLOC, __func__)) return ENOMEM;
    *block = __libc_memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}
