# shellcheck shell=bash
# The settings of an installation, for programs that are no service: /etc/shortpulse/shortpulse.env read as systemd reads it, and
# the database's address in two parts, since whatever stands in a command line is seen by every account.

readonly SETTINGS_FILE=/etc/shortpulse/shortpulse.env
readonly SERVICE_ACCOUNT=shortpulse

# read_settings FILE: exports each of its variables. Comments, quotes and backslashes as in systemd's EnvironmentFile=, but no
# value of several lines.
read_settings() {
    local line name value
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line#"${line%%[![:space:]]*}"}
        if [[ ! $line =~ ^([A-Za-z_][A-Za-z0-9_]*)[[:space:]]*=[[:space:]]*(.*)$ ]]; then continue; fi
        name=${BASH_REMATCH[1]}
        value=${BASH_REMATCH[2]}
        value=${value%"${value##*[![:space:]]}"}
        case $value in
            \'*\') value=${value:1:-1} ;;
            \"*\") value=$(printf %s "${value:1:-1}" | sed -E 's/\\([\\"`$])/\1/g') ;;
            *\\*) value=$(printf %s "$value" | sed -E 's/\\(.)/\1/g') ;;
        esac
        export "$name=$value"
    done <"$1"
}

# part_address: sets address to DATABASE_URL without its password, for libpq's programs, and exports the password as they expect
# it. What is no user and no password, a driver's name of another program's for example, is as the programs read it.
part_address() {
    local pattern value
    address=${DATABASE_URL-}
    if [[ $address =~ ^(postgres(ql)?)(\+[^:/]*)?://(.*)$ ]]; then
        address=postgresql://${BASH_REMATCH[4]}
        if [[ $address =~ ^(postgresql://[^:@/]*):([^@/]*)(@.*)$ ]]; then
            address=${BASH_REMATCH[1]}${BASH_REMATCH[3]}
            tell_password "$(percent_decoded "${BASH_REMATCH[2]}")"
        fi
        if [[ $address =~ ^(.*[?&])password=([^\&]*)(.*)$ ]]; then
            address=${BASH_REMATCH[1]}${BASH_REMATCH[3]#&}
            tell_password "$(percent_decoded "${BASH_REMATCH[2]}")"
        fi
        return
    fi
    # libpq's key=value words.
    pattern="^(.*[[:space:]])?password[[:space:]]*=[[:space:]]*('([^'\\\\]|\\\\.)*'|([^'[:space:]\\\\]|\\\\.)+)(.*)$"
    if [[ $address =~ $pattern ]]; then
        address=${BASH_REMATCH[1]}${BASH_REMATCH[5]}
        value=${BASH_REMATCH[2]}
        if [[ $value == \'*\' ]]; then value=${value:1:-1}; fi
        tell_password "$(printf %s "$value" | sed -E 's/\\(.)/\1/g')"
    fi
}

tell_password() {
    if [[ -n $1 ]]; then export PGPASSWORD=$1; fi
}

percent_decoded() {
    local text=${1//\\/\\\\}
    printf '%b' "${text//%/\\x}"
}

# as_service COMMAND...: runs it as the account of the services, which PostgreSQL may know by its name. Like theirs, its home is
# the root folder: libpq takes one that it may not read for an error.
as_service() {
    if ((EUID != 0)); then
        "$@"
        return
    fi
    HOME=/ setpriv --reuid="$SERVICE_ACCOUNT" --regid="$SERVICE_ACCOUNT" --init-groups -- "$@"
}

# The schema of live data, and the sample's.
name_schemas() {
    live=${SHORTPULSE_SCHEMA:-shortpulse}
    # The programs' own rule; a name within it needs no quotes in SQL but those of a keyword.
    if [[ ! $live =~ ^[a-z][a-z0-9_]{0,39}$ || $live == pg_* ]]; then return 1; fi
    sample=${live}_sample
}

# For the two programs about backups.

# find_database: DATABASE_URL as the caller has it; where it is not set, as the installation has it, and then the services' account
# asks where root is the caller.
find_database() {
    runner=()
    if [[ -z ${DATABASE_URL-} && -e $SETTINGS_FILE ]]; then
        if [[ ! -r $SETTINGS_FILE ]]; then refuse 77 "DATABASE_URL is not set, and $SETTINGS_FILE is for root"; fi
        read_settings "$SETTINGS_FILE"
        runner=(as_service)
    fi
    if [[ -z ${DATABASE_URL-} ]]; then
        refuse 78 "DATABASE_URL is not set, neither in the environment nor in $SETTINGS_FILE"
    fi
    export DATABASE_URL
    part_address
    name_schemas || refuse 78 'SHORTPULSE_SCHEMA must be lower-case letters, digits and _, at most 40 of them'
    PATH=$(dirname -- "$(realpath -- "$0")"):$PATH
}

as_caller() (
    cd / # a folder that the account may not enter, or one with a .env, is not to matter
    "${runner[@]}" "$@"
)

require_programs() {
    local program
    for program in "$@"; do
        case $program in
            shortpulse-ingest) [[ -x $(dirname -- "$(realpath -- "$0")")/$program ]] ;;
            *) command -v "$program" >/dev/null ;;
        esac || refuse 69 "$program is not installed; PostgreSQL's come with Debian's postgresql-client"
    done
}

# refuse CODE MESSAGE...: one line, then the end.
refuse() {
    local code=$1
    shift
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit "$code"
}
