#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take any type as a variadic argument, which Swift does not import: one
// function for each type that is used. The parentheses keep curl's type-checking macros of the same names out.

static inline CURLcode sp_curl_set_long(CURL *handle, CURLoption option, long value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode sp_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode sp_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode sp_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return (curl_easy_setopt)(handle, option, value);
}

typedef size_t (*sp_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode sp_curl_set_receiver(CURL *handle, CURLoption option, sp_curl_receiver value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode sp_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return (curl_easy_getinfo)(handle, info, value);
}
