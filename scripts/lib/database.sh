# shellcheck shell=bash
# The private PostgreSQL: one cluster in the state folder, reached through a unix socket only.
#
# Who may connect is settled by peer authentication: the kernel tells PostgreSQL which account is at the other end. That
# holds whatever the permissions of the socket's folder, needs no password in a file, and lets in no account that is not
# listed, as "trust" would. The programs, and root in a second terminal, are the role shortpulse: owner of its database,
# and no superuser, since a superuser passes by the privileges that keep observations from being changed.

readonly OLDEST_POSTGRES=15
readonly DATABASE_PATIENCE=120 # seconds to recover after a power cut

# PostgreSQL's programs heed variables of the user's (PGPORT, PGUSER, PGOPTIONS), none of which is about this cluster.
readonly CLEAN=(env -i PATH=/usr/bin:/bin LANG=C.UTF-8)

provide_database() {
    DATABASE_URL=$(setting DATABASE_URL)
    if [[ -n $DATABASE_URL ]]; then
        say "Using the database that DATABASE_URL names"
    else
        run_private_database
        DATABASE_URL=$private_database_url
    fi
    export DATABASE_URL
}

# run_private_database [OPTION...]: starts it, with more options for PostgreSQL, and has it created where there is none.
run_private_database() {
    cluster=$state/database
    find_server
    create_cluster
    write_access_rules
    start_database "$@"
    create_role_and_database
    # The port is part of the socket's name, and PGPORT would stand in for a missing one.
    # The folder stands where a host would, so that the address holds nothing that a shell or .env would need quoted.
    private_database_url="postgresql://shortpulse@${sockets//\//%2F}%2Fdatabase:5432/shortpulse"
}

# A cluster is served by the version that made it; a new one by the newest there is.
find_server() {
    local version
    if [[ -s $cluster/PG_VERSION ]]; then
        version=$(head -c 2 "$cluster/PG_VERSION") # the file is PostgreSQL's, and what it names is run
        server=/usr/lib/postgresql/$version/bin
        if [[ -x $server/postgres ]]; then return; fi
        fail "$EXIT_UNAVAILABLE" "PostgreSQL $version made the database in $cluster and is not installed any more"
    fi
    for server in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
        version=$(basename -- "$(dirname -- "$server")")
        if [[ -x $server/postgres ]] && ((version >= OLDEST_POSTGRES)); then return; fi
    done
    fail "$EXIT_UNAVAILABLE" "no PostgreSQL $OLDEST_POSTGRES or newer is installed: scripts/install-dependencies run"
}

# Made beside its place and then moved there, so that an interrupted creation leaves no half of a cluster.
create_cluster() {
    if [[ -s $cluster/PG_VERSION ]]; then return; fi
    if [[ -e $cluster ]]; then fail "$EXIT_CANNOT_CREATE" "$cluster is there, and is no PostgreSQL's"; fi
    say "Creating a PostgreSQL in $cluster"
    rm -rf -- "$cluster.new"
    own_folder "$database_account" "$database_account" 0700 "$cluster.new"
    if ! with_server initdb --pgdata="$cluster.new" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
        --auth-local=peer --auth-host=reject --no-instructions >"$state/log/initdb.log" 2>&1; then
        fail "$EXIT_SOFTWARE" "PostgreSQL could not create it: $(tail -n 1 "$state/log/initdb.log")"
    fi
    mv -T -- "$cluster.new" "$cluster"
}

write_access_rules() {
    local account
    account=$(id -un)
    printf 'local all all peer map=shortpulse\n' >"$state/access/pg_hba.conf"
    {
        printf 'shortpulse "%s" postgres\n' "${database_account:-$account}"
        printf 'shortpulse "%s" shortpulse\n' "$account" ${site_account:+"$site_account"}
    } >"$state/access/pg_ident.conf"
    chmod 0644 -- "$state/access/pg_hba.conf" "$state/access/pg_ident.conf"
}

start_database() {
    local turn log=$state/log/postgresql.log
    if [[ -e $log ]]; then mv -- "$log" "$log.before"; fi
    launch database "$database_account" INT "${CLEAN[@]}" "$server/postgres" -D "$cluster" \
        -c listen_addresses= -c port=5432 -c unix_socket_directories="$sockets/database" \
        -c hba_file="$state/access/pg_hba.conf" -c ident_file="$state/access/pg_ident.conf" \
        -c timezone=UTC -c log_timezone=UTC "$@" >"$log" 2>&1
    for ((turn = 0; turn < DATABASE_PATIENCE * 20; turn++)); do
        if "${CLEAN[@]}" "$server/pg_isready" -q -h "$sockets/database" -p 5432 -U shortpulse; then return; fi
        if ! is_running database; then break; fi
        pause 0.05
    done
    fail "$EXIT_SOFTWARE" "PostgreSQL did not start: $(tail -n 1 "$log") (all of it: $log)"
}

create_role_and_database() {
    if ! with_server psql -h "$sockets/database" -p 5432 -U postgres -d postgres -X -q -v ON_ERROR_STOP=1 \
        <"$checkout/scripts/lib/role-and-database.sql"; then
        fail "$EXIT_SOFTWARE" "the role and the database shortpulse could not be created"
    fi
}

# with_server PROGRAM ARGUMENT...: runs one of PostgreSQL's programs to its end.
with_server() {
    run_to_end preparation "$database_account" "${CLEAN[@]}" "$server/$1" "${@:2}"
}
