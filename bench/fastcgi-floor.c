/* The smallest responder there can be: on descriptor 0, with THREADS threads, it answers each address with bytes that it was
 * given. What it costs is what libfcgi, the sockets and nginx cost.
 *
 * Usage: fastcgi-floor THREADS FILE, where FILE has the answers, each as "LENGTH KEY\n" and so many bytes in CGI's form. KEY is
 * an address; with "304 " before it where the request has If-None-Match, else with "gzip " where it accepts gzip. */
#include <fcgiapp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct answer {
    char key[256];
    int length;
    char *bytes;
};

static struct answer answers[64];
static int count;

static void read_answers(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) exit(66);
    while (fscanf(file, "%d %255[^\n]", &answers[count].length, answers[count].key) == 2) {
        fgetc(file);
        answers[count].bytes = malloc((size_t)answers[count].length);
        if (fread(answers[count].bytes, 1, (size_t)answers[count].length, file) != (size_t)answers[count].length) exit(65);
        count++;
    }
    fclose(file);
}

static const struct answer *find(const char *prefix, const char *address) {
    size_t length = strlen(prefix);
    for (int i = 0; i < count; i++)
        if (strncmp(answers[i].key, prefix, length) == 0 && strcmp(answers[i].key + length, address) == 0) return &answers[i];
    return NULL;
}

static void *serve(void *unused) {
    FCGX_Request request;
    FCGX_InitRequest(&request, 0, 0);
    while (FCGX_Accept_r(&request) == 0) {
        const char *address = FCGX_GetParam("REQUEST_URI", request.envp);
        const char *coding = FCGX_GetParam("HTTP_ACCEPT_ENCODING", request.envp);
        const char *prefix = FCGX_GetParam("HTTP_IF_NONE_MATCH", request.envp) ? "304 "
            : coding != NULL && strstr(coding, "gzip") ? "gzip " : "";
        const struct answer *answer = address ? find(prefix, address) : NULL;
        if (answer) FCGX_PutStr(answer->bytes, answer->length, request.out);
        else FCGX_PutS("Status: 404\r\n\r\n", request.out);
        FCGX_Finish_r(&request);
    }
    return unused;
}

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    read_answers(argv[2]);
    FCGX_Init();
    pthread_t thread;
    for (int i = 1; i < atoi(argv[1]); i++) pthread_create(&thread, NULL, serve, NULL);
    serve(NULL);
    return 0;
}
