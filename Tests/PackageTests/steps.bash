# shellcheck shell=bash
# What happens to an installation in its life, each step after the one before it.

readonly STEPS=(
    it_installs_where_no_systemd_runs
    it_waits_for_a_database
    it_starts_once_it_has_one
    it_answers_through_an_nginx_that_came_later
    its_units_are_sound
    data_come_in
    an_upgrade_is_seen_by_no_reader
    an_upgrade_without_the_database_leaves_the_responders_alone
    the_settings_outlive_an_upgrade
    a_backup_is_restored_under_another_owner
    a_restored_database_serves_the_same_pages
    a_backup_that_is_cut_off_changes_nothing
    data_are_replaced_only_when_told_to
    removing_stops_all_and_leaves_nginx_whole
    it_comes_back_with_its_settings
    purging_keeps_the_data
    purging_drops_the_data_when_told_to
)

readonly SETTINGS=/etc/shortpulse/shortpulse.env
readonly RESPONDERS=(shortpulse-web@1.service shortpulse-web@2.service)

it_installs_where_no_systemd_runs() {
    cp -- "$older" "$root/root/older.deb"
    cp -- "$newer" "$root/root/newer.deb"
    in_folder "$root" env DEBIAN_FRONTEND=noninteractive dpkg --install /root/older.deb >"$place/install.log" 2>&1 ||
        fail 1 "$passed passed, 1 failed: $(<"$place/install.log")"
    expect_said 'it is said what is missing' "$(<"$place/install.log")" 'Set DATABASE_URL there, and then: dpkg-reconfigure'
    expect_equal 'the settings are for root and the services' \
        "$(in_folder "$root" stat --format='%a %U:%G' "$SETTINGS")" '640 root:shortpulse'
}

it_waits_for_a_database() {
    boot_machine
    # Both have ended for want of a setting, and are not started over and over.
    expect_equal 'no responder runs' "$(inside systemctl is-active "${RESPONDERS[@]}" | sort -u)" failed
    expect_equal 'none was started again' "$(inside systemctl show --property=NRestarts "${RESPONDERS[@]}" | sort -u)" \
        $'\nNRestarts=0'
}

it_starts_once_it_has_one() {
    local said
    as_postgres 'CREATE ROLE shortpulse LOGIN'
    as_postgres 'CREATE DATABASE shortpulse OWNER shortpulse'
    name_database 'postgresql:///shortpulse?host=/run/postgresql'
    said=$(inside dpkg-reconfigure shortpulse 2>&1) || fail 1 "$passed passed, 1 failed: $said"
    expect 'both responders run' inside systemctl is-active "${RESPONDERS[@]}"
    expect 'the timer and the sockets are there' inside systemctl is-active shortpulse-ingest.timer shortpulse-ingest.socket
    expect_equal 'the sockets are for nginx' "$(inside stat --format='%a %G' /run/shortpulse/web-2.sock)" '660 www-data'
}

it_answers_through_an_nginx_that_came_later() {
    expect 'nginx installs beside it' \
        inside apt-get -qq -y --no-download install --no-install-recommends nginx
    inside systemctl start nginx
    expect_said 'the site answers by its name' "$(get /health)" '"status":"ok"'
    expect_said 'any other name is as it was' "$(inside curl --silent http://127.0.0.1/)" 'Welcome to nginx'
}

its_units_are_sound() {
    local unit units
    mapfile -t units < <(inside dpkg --listfiles shortpulse | grep -E '/systemd/system/.*\.(service|socket|timer)$')
    expect_equal 'there are six units' "${#units[@]}" 6
    expect_equal 'systemd has nothing to say of them' "$(inside systemd-analyze verify "${units[@]}" 2>&1)" ''
    for unit in "${units[@]}"; do
        if [[ $unit != *.service ]]; then continue; fi
        # Tenths: 1.5.
        expect "$unit is exposed to little" \
            inside systemd-analyze security --offline=true --threshold=15 --no-pager "$unit"
    done
}

data_come_in() {
    expect 'the sample is loaded' with_settings shortpulse-ingest sample --if-empty
    made_up_items >"$root/srv/items.jsonl"
    expect_said 'a file is imported' "$(with_settings shortpulse-ingest import /srv/items.jsonl)" '40 observed'
    expect 'the site shows it' eventually shows_the_import
}

# Forty reels, published an hour apart until an hour ago.
made_up_items() {
    local number hour
    hour=$(date --utc +%s)
    for ((number = 1; number <= 40; number++)); do
        printf '{"id":"made%s","type":"Video","shortCode":"Made%s","timestamp":"%s","videoPlayCount":%s,"likesCount":%s,' \
            "$number" "$number" "$(date --utc --date="@$((hour - number * 3600))" +%Y-%m-%dT%H:%M:%S.000Z)" \
            "$((number * 1000))" "$((number * 37))"
        printf '"commentsCount":%s,"ownerUsername":"nobody%s","caption":"made up"}\n' "$number" "$((number % 7))"
    done
}

shows_the_import() { [[ $(get '/reels/performance?platform=instagram') == *'"dataset":"live","cohort_size":40'* ]]; }

# eventually COMMAND...: within ten seconds.
eventually() {
    local turn
    for ((turn = 0; turn < 100; turn++)); do
        if "$@"; then return; fi
        sleep 0.1
    done
    return 1
}

an_upgrade_is_seen_by_no_reader() {
    local before said
    before=$(started)
    start_reading
    sleep 2
    said=$(inside dpkg --install /root/newer.deb 2>&1) || fail 1 "$passed passed, 1 failed: $said"
    sleep 2
    stop_reading
    say "        $reads reads, $again tried again"
    expect 'they read all the time' test "$reads" -gt 100
    expect_equal 'no read failed twice' "$twice" 0
    # shellcheck disable=SC2016 # dpkg's own
    expect_equal 'it is the newer one' "$(inside dpkg-query -W -f '${Version}' shortpulse)" "$(version_of "$newer")"
    expect 'both were restarted' test "$(head -n 1 <<<"$(started)")" -gt "$(tail -n 1 <<<"$before")"
    expect 'the second after the first' test "$(head -n 1 <<<"$(started)")" -lt "$(tail -n 1 <<<"$(started)")"
}

# When the responders were started, in microseconds, one a line.
started() { inside systemctl show --property=ExecMainStartTimestampMonotonic --value "${RESPONDERS[@]}" | grep .; }

an_upgrade_without_the_database_leaves_the_responders_alone() {
    local before said
    before=$(started)
    inside systemctl stop postgresql@15-main.service
    if said=$(inside dpkg --install /root/newer.deb 2>&1); then fail 1 "$passed passed, 1 failed: it passed: $said"; fi
    expect_said 'the remedy is told' "$said" 'When that is mended: dpkg --configure shortpulse'
    expect_equal 'the responders are as they were' "$(started)" "$before"
    expect 'the pages go on' get /performance
    inside systemctl start postgresql@15-main.service
    expect 'the remedy helps' inside dpkg --configure shortpulse
    expect 'both were restarted' test "$(head -n 1 <<<"$(started)")" -gt "$(tail -n 1 <<<"$before")"
}

the_settings_outlive_an_upgrade() {
    expect 'DATABASE_URL is as it was' inside grep -q '^DATABASE_URL=postgresql:///shortpulse' "$SETTINGS"
    expect_equal 'and so is who may read it' "$(inside stat --format='%a %U:%G' "$SETTINGS")" '640 root:shortpulse'
}

# Its password has what an address must have written otherwise, and it comes over TCP, where PostgreSQL asks for it.
readonly OTHER='postgresql://other:p%40ss%2Fw%3Ard@127.0.0.1/other'

a_backup_is_restored_under_another_owner() {
    local said
    said=$(inside shortpulse-backup /var/backups/shortpulse.backup 2>&1) || fail 1 "$passed passed, 1 failed: $said"
    expect_equal 'the backup is for root alone' "$(inside stat --format='%a %U' /var/backups/shortpulse.backup)" '600 root'
    as_postgres "CREATE ROLE other LOGIN PASSWORD 'p@ss/w:rd'"
    as_postgres 'CREATE DATABASE other OWNER other'
    said=$(inside env DATABASE_URL="$OTHER" shortpulse-restore /var/backups/shortpulse.backup 2>&1) ||
        fail 1 "$passed passed, 1 failed: $said"
    expect_said 'the scores were verified' "$said" 'all within rounding'
    expect_equal 'every table has as many rows' "$(rows other)" "$(rows shortpulse)"
    expect_equal 'its owner may do as much and no more' "$(privileges other)" "$(privileges shortpulse)"
    expect_equal 'all of it has the other owner' "$(owners other)" other
    expect_not 'a migration is missing' inside env DATABASE_URL="$OTHER" bash -c 'shortpulse-ingest migrate --status | grep missing'
}

readonly OURS="relnamespace IN ('shortpulse'::regnamespace, 'shortpulse_sample'::regnamespace) AND relkind IN ('r', 'p')"

# rows DATABASE: each table with its rows.
rows() {
    as_postgres "SELECT format('%s %s', oid::regclass,
        (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', oid::regclass), true, true, '')))[1])
        FROM pg_class WHERE $OURS ORDER BY 1" "$1"
}

# What a table's owner may do with it.
privileges() {
    as_postgres "SELECT oid::regclass, string_agg(privilege_type, ' ' ORDER BY privilege_type)
        FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) WHERE $OURS AND grantee = relowner
        GROUP BY oid ORDER BY oid::regclass::text" "$1"
}

owners() { as_postgres "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE $OURS" "$1"; }

a_restored_database_serves_the_same_pages() {
    local path before
    path="/reels/performance?platform=instagram&as_of=$(date --utc +%Y-%m-%dT%H:%M:%SZ)"
    before=$(get "$path")
    name_database "$OTHER"
    inside systemctl restart "${RESPONDERS[@]}"
    expect_equal 'the same answer comes from it' "$(get "$path")" "$before"
    name_database 'postgresql:///shortpulse?host=/run/postgresql'
    inside systemctl restart "${RESPONDERS[@]}"
    expect 'the first one serves again' get "$path"
}

a_backup_that_is_cut_off_changes_nothing() {
    local before
    before=$(rows shortpulse)
    inside bash -c 'head --bytes=-20000 /var/backups/shortpulse.backup >/var/backups/cut.backup'
    expect_not 'it is restored' inside shortpulse-restore --replace /var/backups/cut.backup
    expect_equal 'every row is still there' "$(rows shortpulse)" "$before"
}

data_are_replaced_only_when_told_to() {
    local before
    before=$(rows shortpulse)
    expect_not 'data are overwritten' inside shortpulse-restore /var/backups/shortpulse.backup
    expect 'they are replaced' inside shortpulse-restore --replace /var/backups/shortpulse.backup
    expect_equal 'and are the same' "$(rows shortpulse)" "$before"
    expect 'the site shows them' eventually shows_the_import
}

removing_stops_all_and_leaves_nginx_whole() {
    expect 'it can be removed' inside dpkg --remove shortpulse
    expect_equal 'nothing of it runs' "$(inside systemctl list-units --no-legend --state=active 'shortpulse*')" ''
    expect 'nginx still takes its configuration' inside nginx -t -q
    expect 'nginx has read it, and the other site answers' eventually shows_the_other_site
    expect 'the settings are kept' inside test -s "$SETTINGS"
}

shows_the_other_site() { get / | grep -q 'Welcome to nginx'; }

it_comes_back_with_its_settings() {
    expect 'it installs again' inside dpkg --install /root/newer.deb
    expect 'the site shows the same data' eventually shows_the_import
}

# All that is left in the machine, but the packages and backups of this test.
leftovers() {
    inside find / -xdev \( -path /proc -o -path /sys -o -path /run/systemd -o -path /var/log/journal \) -prune -o \
        -name '*shortpulse*' -not -path '/var/backups/*' -print
}

purging_keeps_the_data() {
    local said
    said=$(inside dpkg --purge shortpulse 2>&1) || fail 1 "$passed passed, 1 failed: $said"
    expect_said 'it is told where they are' "$said" 'are kept, in the schemas shortpulse and shortpulse_sample of the database'
    expect_said 'and how to drop them' "$said" 'DROP SCHEMA IF EXISTS "shortpulse" CASCADE'
    expect 'they are still there' test "$(as_postgres 'SELECT count(*) FROM shortpulse.reels_raw_events' shortpulse)" -eq 40
    expect_equal 'nothing else is' "$(leftovers)" ''
}

purging_drops_the_data_when_told_to() {
    local said
    expect 'it installs again' inside dpkg --install /root/newer.deb
    name_database 'postgresql:///shortpulse?host=/run/postgresql'
    expect 'it finds the data that were kept' inside dpkg-reconfigure shortpulse
    expect 'and shows them' eventually shows_the_import
    inside debconf-set-selections <<<'shortpulse shortpulse/drop-data boolean true'
    said=$(inside dpkg --purge shortpulse 2>&1) || fail 1 "$passed passed, 1 failed: $said"
    expect_said 'it is told' "$said" 'have been dropped, with the schemas shortpulse and shortpulse_sample'
    expect_equal 'no schema is left' "$(as_postgres "SELECT nspname FROM pg_namespace WHERE nspname ~ 'shortpulse'" shortpulse)" ''
    expect_equal 'nor anything else' "$(leftovers)" ''
}

name_database() { inside sed -i "s|^DATABASE_URL=.*|DATABASE_URL=$1|" "$SETTINGS"; }
