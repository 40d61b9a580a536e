/* Scores one cohort as Sources/Scoring does, with the best sort its author could write: what a ranking costs on this
 * machine when nothing stands between the columns and the sort. Part of the benchmark only.
 *
 * Usage: scoring-floor ROWS        scores once for each line read; prints microseconds of CPU and a checksum of the result
 *        scoring-floor ROWS text   prints the rows for PostgreSQL's COPY
 *
 * A sort is a radix sort, least significant digit first, of words that hold 33 bits of the key and the row: three
 * passes of 11 bits. Rows whose 33 bits are alike, and whose keys may yet differ, are put in order by their whole keys.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROW_BITS = 31, DIGIT_BITS = 11, DIGITS = 3, BUCKETS = 1 << DIGIT_BITS, ID_LENGTH = 11 };
static const uint64_t ROW_MASK = (UINT64_C(1) << ROW_BITS) - 1, LAST_CELL = (UINT64_C(1) << 33) - 1;
static const uint64_t NONE = UINT64_MAX;
static const int64_t AS_OF = INT64_C(1780000000000000), DAY = INT64_C(86400000000), MINUTE = 60000000;

static uint32_t count;
static int64_t *published, *views, *likes, *comments, *shares; /* -1: unknown */
static char (*ids)[ID_LENGTH];

static void *take(size_t elements, size_t size) {
    void *memory = malloc(elements * size + 1);
    if (memory == NULL) exit(71);
    return memory;
}

/* The rows: the same as in bench/scoring. */

static uint64_t random_state = 4;

static uint64_t next_random(void) {
    uint64_t mixed = random_state += UINT64_C(0x9E3779B97F4A7C15);
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static void make_rows(void) {
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (uint32_t row = 0; row < count; row++) {
        uint64_t lots = next_random();
        int octave = __builtin_popcount((uint32_t)lots); /* 16 on average, give or take 3 */
        views[row] = octave < 2 ? 0 : (INT64_C(1) << (octave - 2)) + (int64_t)(next_random() % (UINT64_C(1) << (octave - 2)));
        int64_t liked = views[row] * (int64_t)(lots >> 52) >> 15;
        likes[row] = (lots >> 32 & 15) == 0 ? -1 : liked;
        comments[row] = liked >> (3 + (lots >> 36 & 7));
        shares[row] = (lots >> 39 & 1) == 0 ? -1 : liked >> (1 + (lots >> 40 & 7));
        published[row] = AS_OF - (int64_t)(next_random() % (uint64_t)(90 * DAY));
        uint64_t letters = next_random();
        for (int place = 0; place < ID_LENGTH; place++) ids[row][place] = alphabet[letters >> (5 * place) & 63];
    }
}

/* Sorting. */

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static const uint64_t *run_keys;

static int by_key(const void *left, const void *right) {
    uint64_t l = run_keys[*(const uint64_t *)left & ROW_MASK], r = run_keys[*(const uint64_t *)right & ROW_MASK];
    return (l > r) - (l < r);
}

static void sort_run(uint64_t *run, uint32_t length, const uint64_t *keys) {
    if (length > 32) {
        run_keys = keys;
        qsort(run, length, sizeof *run, by_key);
        return;
    }
    for (uint32_t end = 1; end < length; end++) {
        uint64_t word = run[end], key = keys[word & ROW_MASK];
        uint32_t place = end;
        for (; place > 0 && keys[run[place - 1] & ROW_MASK] > key; place--) run[place] = run[place - 1];
        run[place] = word;
    }
}

/* Rows in ascending order of their keys, those without one left out; the top bit is set where a key is larger than the
 * one before. With `whole`, keys are counts, and stand for themselves as long as they fit. */
static uint32_t *sort_rows(const uint64_t *keys, bool whole, uint32_t *known) {
    uint64_t smallest = NONE, largest = 0;
    for (uint32_t row = 0; row < count; row++) {
        uint64_t key = keys[row];
        if (key == NONE) continue;
        if (key > largest) largest = key;
        if (key > 0 && key < smallest) smallest = key;
    }
    int shift = 0;
    if (whole) smallest = 1;
    else while (largest > smallest && (largest - smallest) >> shift >= LAST_CELL) shift++;

    uint64_t *words = take(count, sizeof *words), *spare = take(count, sizeof *spare);
    static uint32_t starts[DIGITS][BUCKETS];
    memset(starts, 0, sizeof starts);
    uint32_t length = 0;
    for (uint32_t row = 0; row < count; row++) {
        uint64_t key = keys[row];
        if (key == NONE) continue;
        uint64_t cell = key < smallest ? 0 : ((key - smallest) >> shift) + 1;
        if (cell > LAST_CELL) cell = LAST_CELL;
        words[length++] = cell << ROW_BITS | row;
        starts[0][cell & (BUCKETS - 1)]++;
        starts[1][cell >> DIGIT_BITS & (BUCKETS - 1)]++;
        starts[2][cell >> 2 * DIGIT_BITS]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
        uint32_t sum = 0;
        bool constant = false;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            uint32_t rows = starts[digit][bucket];
            constant |= rows == length;
            starts[digit][bucket] = sum;
            sum += rows;
        }
        if (constant) continue;
        int distance = ROW_BITS + digit * DIGIT_BITS;
        uint32_t *start = starts[digit];
        for (uint32_t place = 0; place < length; place++) {
            uint64_t word = words[place];
            spare[start[word >> distance & (BUCKETS - 1)]++] = word;
        }
        uint64_t *sorted = spare;
        spare = words;
        words = sorted;
    }
    uint32_t *order = take(count, sizeof *order);
    for (uint32_t first = 0, end; first < length; first = end) {
        uint64_t cell = words[first] >> ROW_BITS;
        for (end = first + 1; end < length && words[end] >> ROW_BITS == cell; end++) {}
        order[first] = (uint32_t)(words[first] & ROW_MASK) | 1u << 31;
        if (end == first + 1) continue;
        bool exact = cell == 0 || (shift == 0 && cell < LAST_CELL);
        if (!exact) sort_run(words + first, end - first, keys);
        for (uint32_t place = first; place < end; place++) {
            uint32_t row = (uint32_t)(words[place] & ROW_MASK);
            bool larger = place == first || (!exact && keys[row] != keys[words[place - 1] & ROW_MASK]);
            order[place] = row | (uint32_t)larger << 31;
        }
    }
    free(words);
    free(spare);
    *known = length;
    return order;
}

/* For each row the number of rows with a smaller key, -1 where it has none. */
static int32_t *smaller_counts(const uint32_t *order, uint32_t length) {
    int32_t *counts = take(count, sizeof *counts);
    if (length < count) memset(counts, -1, count * sizeof *counts);
    int32_t first = 0;
    for (uint32_t place = 0; place < length; place++) {
        if (order[place] >> 31) first = (int32_t)place;
        counts[order[place] & ROW_MASK] = first;
    }
    return counts;
}

/* The cohort. */

struct cohort {
    uint32_t *rows;
    int32_t *smaller_views, *smaller_velocity, *smaller_engagement;
    uint32_t known;
};

static int by_views_and_id(const void *left, const void *right) {
    uint32_t l = *(const uint32_t *)left, r = *(const uint32_t *)right;
    if (views[l] != views[r]) return views[l] > views[r] ? -1 : 1;
    return memcmp(ids[l], ids[r], ID_LENGTH);
}

static double percentile(int32_t smaller, uint32_t of) { return of == 1 ? 100 : 100.0 * smaller / (of - 1); }

static double score(const struct cohort *cohort, uint32_t row) {
    return 0.45 * percentile(cohort->smaller_engagement[row], cohort->known)
        + 0.40 * percentile(cohort->smaller_velocity[row], count) + 0.15 * percentile(cohort->smaller_views[row], count);
}

/* Takes over `order`, greatest first, where `wanted` says so. */
static uint32_t append(uint32_t *rows, uint32_t end, const uint32_t *order, uint32_t length, const int32_t *unless_known) {
    uint32_t first = end;
    for (uint32_t place = length; place-- > 0;) {
        uint32_t row = order[place] & ROW_MASK;
        if (unless_known == NULL || unless_known[row] < 0) rows[end++] = row;
        if (order[place] >> 31) {
            if (end - first > 1) qsort(rows + first, end - first, sizeof *rows, by_views_and_id);
            first = end;
        }
    }
    return end;
}

static int32_t *in_order(int32_t *column, const uint32_t *rows) {
    int32_t *ordered = take(count, sizeof *ordered);
    for (uint32_t rank = 0; rank < count; rank++) ordered[rank] = column[rows[rank]];
    free(column);
    return ordered;
}

static struct cohort make_cohort(void) {
    uint64_t *velocities = take(count, sizeof *velocities), *rates = take(count, sizeof *rates);
    for (uint32_t row = 0; row < count; row++) {
        int64_t age = AS_OF - published[row];
        velocities[row] = bits_of((double)views[row] * 3.6e9 / (double)(age < MINUTE ? MINUTE : age));
        double reactions = (double)likes[row] + (double)(comments[row] < 0 ? 0 : comments[row])
            + (double)(shares[row] < 0 ? 0 : shares[row]);
        rates[row] = likes[row] < 0 ? NONE : views[row] == 0 ? 0 : bits_of(reactions / (double)views[row]);
    }
    struct cohort cohort = {.known = 0};
    uint32_t members, known, scored;
    uint32_t *by_views = sort_rows((const uint64_t *)views, true, &members);
    cohort.smaller_views = smaller_counts(by_views, members);
    uint32_t *order = sort_rows(velocities, false, &members);
    cohort.smaller_velocity = smaller_counts(order, members);
    free(order);
    free(velocities);
    order = sort_rows(rates, false, &known);
    cohort.smaller_engagement = smaller_counts(order, known);
    cohort.known = known;
    free(order);
    for (uint32_t row = 0; row < count; row++) {
        rates[row] = cohort.smaller_engagement[row] < 0 ? NONE : bits_of(score(&cohort, row));
    }
    order = sort_rows(rates, false, &scored);
    free(rates);
    cohort.rows = take(count, sizeof *cohort.rows);
    uint32_t end = append(cohort.rows, 0, order, scored, NULL);
    append(cohort.rows, end, by_views, count, cohort.smaller_engagement);
    free(order);
    free(by_views);
    cohort.smaller_views = in_order(cohort.smaller_views, cohort.rows);
    cohort.smaller_velocity = in_order(cohort.smaller_velocity, cohort.rows);
    cohort.smaller_engagement = in_order(cohort.smaller_engagement, cohort.rows);
    return cohort;
}

static uint64_t checksum(const struct cohort *cohort) {
    uint64_t sum = 0;
    for (uint32_t rank = 0; rank < count; rank++) {
        bool known = cohort->smaller_engagement[rank] >= 0;
        sum = sum * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)views[cohort->rows[rank]];
        sum = sum * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)ids[cohort->rows[rank]][0];
        sum = sum * UINT64_C(0x9E3779B97F4A7C15) + (known ? bits_of(score(cohort, rank)) : NONE);
    }
    return sum;
}

static void print_rows(void) {
    for (uint32_t row = 0; row < count; row++) {
        printf("%.*s\t%" PRId64 "\t%" PRId64, ID_LENGTH, ids[row], published[row], views[row]);
        likes[row] < 0 ? printf("\t\\N") : printf("\t%" PRId64, likes[row]);
        printf("\t%" PRId64, comments[row]);
        shares[row] < 0 ? printf("\t\\N\n") : printf("\t%" PRId64 "\n", shares[row]);
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 64;
    count = (uint32_t)strtoul(argv[1], NULL, 10);
    if (count == 0) return 64;
    published = take(count, sizeof *published);
    views = take(count, sizeof *views);
    likes = take(count, sizeof *likes);
    comments = take(count, sizeof *comments);
    shares = take(count, sizeof *shares);
    ids = take(count, sizeof *ids);
    make_rows();
    if (argc > 2) {
        print_rows();
        return 0;
    }
    while (getchar() == '\n') {
        clock_t start = clock();
        struct cohort cohort = make_cohort();
        clock_t end = clock();
        printf("%ld %016" PRIx64 "\n", (long)((end - start) / (CLOCKS_PER_SEC / 1000000)), checksum(&cohort));
        fflush(stdout);
        free(cohort.rows);
        free(cohort.smaller_views);
        free(cohort.smaller_velocity);
        free(cohort.smaller_engagement);
    }
    return 0;
}
