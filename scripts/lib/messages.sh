# shellcheck shell=bash
# What the scripts say. Exit codes are those of sysexits.h.

# shellcheck disable=SC2034  # which of them is used depends on the script
readonly EXIT_USAGE=64 EXIT_UNAVAILABLE=69 EXIT_SOFTWARE=70 EXIT_CANNOT_CREATE=73 EXIT_BUSY=75

errors=2 # where errors are told

# From here on bash's own account of every child that a signal ends is not; ours is.
silence_the_shell() {
    exec {errors}>&2 2>/dev/null
}

say() {
    printf '%s\n' "$*"
}

warn() {
    printf '%s: %s\n' "${0##*/}" "$*" >&"$errors"
}

# fail CODE MESSAGE...: one clear line, then the end.
fail() {
    local code=$1
    shift
    warn "$*"
    exit "$code"
}
