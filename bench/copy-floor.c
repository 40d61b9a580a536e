/* Reads what some COPY statements give and drops it, as the smallest client of libpq does: what loading costs on this
 * machine when nothing is made of the rows. Part of the benchmark only.
 *
 * Usage: copy-floor URL STATEMENTS   reads once for each line read; prints microseconds, microseconds of its own CPU,
 *                                    rows and bytes
 *
 * STATEMENTS is a file, whose statements are parted by a line that holds nothing but a semicolon. A turn runs all of
 * them in one transaction, which sees one state of the database; the connection is kept from turn to turn.
 */
#include <inttypes.h>
#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The header and the trailer are there even where there are no rows. */
enum { SMALLEST_LENGTH = 11 + 4 + 4 + 2, STATEMENTS = 64 };

static PGconn *connection;
static char *statements[STATEMENTS];
static int statement_count;
static uint64_t rows, bytes;

static void stop(int status, const char *what, const char *why) {
    fprintf(stderr, "copy-floor: %s: %s\n", what, why);
    exit(status);
}

static void read_statements(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) stop(66, path, "cannot be opened");
    char *line = NULL, *text = NULL;
    size_t room = 0, length = 0;
    for (ssize_t got; (got = getline(&line, &room, file)) >= 0;) {
        if (strcmp(line, ";\n") == 0) {
            if (text == NULL || ++statement_count == STATEMENTS) stop(65, path, "no statement, or too many");
            text = NULL;
            length = 0;
            continue;
        }
        text = realloc(text, length + (size_t)got + 1);
        if (text == NULL) stop(71, path, "no memory");
        memcpy(text + length, line, (size_t)got + 1);
        statements[statement_count] = text;
        length += (size_t)got;
    }
    if (ferror(file)) stop(74, path, "cannot be read");
    if (text != NULL) statement_count++;
    if (statement_count == 0) stop(65, path, "no statement");
    free(line);
    fclose(file);
}

static void drop_rows(void) {
    uint64_t length = 0;
    char *message;
    int got;
    while ((got = PQgetCopyData(connection, &message, 0)) > 0) {
        length += (uint64_t)got;
        PQfreemem(message);
    }
    if (got != -1) stop(74, "COPY", PQerrorMessage(connection));
    if (length < SMALLEST_LENGTH) stop(76, "COPY", "was cut off");
    bytes += length;
}

static void run(const char *statement) {
    if (PQsendQuery(connection, statement) != 1) stop(74, statement, PQerrorMessage(connection));
    bool copying = false;
    for (PGresult *result; (result = PQgetResult(connection)) != NULL; PQclear(result)) {
        switch (PQresultStatus(result)) {
        case PGRES_COPY_OUT:
            if (PQbinaryTuples(result) != 1) stop(65, statement, "not in binary format");
            drop_rows();
            copying = true;
            break;
        case PGRES_COMMAND_OK:
            if (copying) rows += strtoull(PQcmdTuples(result), NULL, 10);
            copying = false;
            break;
        case PGRES_TUPLES_OK: break;
        default: stop(74, statement, PQerrorMessage(connection));
        }
    }
}

static int64_t microseconds(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) stop(71, "clock", "cannot be read");
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int main(int argc, char **argv) {
    if (argc != 3) stop(64, "usage", "copy-floor URL STATEMENTS");
    read_statements(argv[2]);
    connection = PQconnectdb(argv[1]);
    if (PQstatus(connection) != CONNECTION_OK) stop(69, "connection", PQerrorMessage(connection));
    while (getchar() == '\n') {
        int64_t start = microseconds(CLOCK_MONOTONIC), busy = microseconds(CLOCK_PROCESS_CPUTIME_ID);
        rows = bytes = 0;
        run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        for (int number = 0; number < statement_count; number++) run(statements[number]);
        run("COMMIT");
        printf("%" PRId64 " %" PRId64 " %" PRIu64 " %" PRIu64 "\n", microseconds(CLOCK_MONOTONIC) - start,
            microseconds(CLOCK_PROCESS_CPUTIME_ID) - busy, rows, bytes);
        fflush(stdout);
    }
    PQfinish(connection);
    return 0;
}
