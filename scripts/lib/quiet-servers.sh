# shellcheck shell=bash
# Debian's packages start the servers they bring: nginx on port 80, a PostgreSQL cluster on 5432. ShortPulse runs
# its own, so while packages are installed a policy forbids starting any, and PostgreSQL is told to make no cluster.
# Both are taken back afterwards. A policy that stood there before is put back as it was.

readonly POLICY=/usr/sbin/policy-rc.d
readonly POLICY_ASIDE=/usr/sbin/policy-rc.d.before-shortpulse
readonly POLICY_MARK='# ShortPulse, while it installs packages'
readonly CLUSTER_DEFAULTS=/etc/postgresql-common/createcluster.d
readonly CLUSTER_DEFAULT=$CLUSTER_DEFAULTS/shortpulse.conf

hush_servers() {
    unhush_servers # what a killed installation left behind
    trap unhush_servers EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    hush_starts
    hush_first_cluster
}

unhush_servers() {
    if grep -qsF "$POLICY_MARK" "$POLICY"; then rm -f "$POLICY"; fi
    if [[ -e $POLICY_ASIDE || -L $POLICY_ASIDE ]]; then mv -T "$POLICY_ASIDE" "$POLICY"; fi
    rm -f "$CLUSTER_DEFAULT"
    rmdir --ignore-fail-on-non-empty "$CLUSTER_DEFAULTS" 2>/dev/null || true
}

# 101 is "action forbidden by policy".
hush_starts() {
    local answer=0
    if [[ -e $POLICY || -L $POLICY ]]; then
        "$POLICY" nginx start </dev/null >/dev/null 2>&1 || answer=$?
        if [[ $answer == 101 ]]; then return; fi
        mv -T "$POLICY" "$POLICY_ASIDE"
    fi
    printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$POLICY"
    chmod 0755 "$POLICY"
}

# A drop-in, since the main file does not exist before the package and dpkg would ask about one that does.
hush_first_cluster() {
    mkdir -p "$CLUSTER_DEFAULTS"
    printf 'create_main_cluster = false\n' >"$CLUSTER_DEFAULT"
}
