#pragma once
#include <libpq-fe.h>

// PG_DIAG_SQLSTATE is a character macro, which Swift does not import.
static inline const char *shortpulse_sqlstate(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}
