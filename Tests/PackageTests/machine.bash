# shellcheck shell=bash
# A Debian in a folder, first as a plain root and then booted, without a network but its own loopback.

# What the package depends on or recommends is there already, but nginx, which comes later from apt's own archive.
readonly IN_MACHINE=systemd,systemd-sysv,dbus,ca-certificates,curl,postgresql,libpq5,libcurl4,libfcgi0ldbl,zlib1g,libstdc++6,debconf
readonly MACHINE_AGE=7 # days that a machine is kept

# unpack_machine: a fresh one into root.
unpack_machine() {
    root=$place/root tarball=$cache/machine.tar
    if [[ -z $(find "$tarball" -mtime "-$MACHINE_AGE" 2>/dev/null) || $(<"$tarball.has") != "$IN_MACHINE" ]]; then
        make_machine
    fi
    mkdir -- "$root"
    tar --extract --numeric-owner --file="$tarball" --directory="$root"
}

make_machine() {
    local fresh=$place/fresh sources
    say "Making a Debian with debootstrap"
    # From where this machine has its packages.
    # shellcheck disable=SC2016 # apt's own placeholders
    sources=$(apt-get indextargets --format 'deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep -E ' bookworm(-updates|-security)? main$' | sort -u)
    if ! debootstrap --variant=minbase --include=ca-certificates bookworm "$fresh" \
        "$(sed -n 's/^deb \(.*\) bookworm main$/\1/p' <<<"$sources" | head -n 1)" >"$place/debootstrap.log" 2>&1; then
        fail "$EXIT_UNAVAILABLE" "debootstrap failed: $(tail -n 3 "$place/debootstrap.log")"
    fi
    printf '%s\n' "$sources" >"$fresh/etc/apt/sources.list"
    printf 'APT::Keep-Downloaded-Packages "true";\n' >"$fresh/etc/apt/apt.conf.d/keep"
    printf '#!/bin/sh\nexit 101\n' >"$fresh/usr/sbin/policy-rc.d"
    chmod 0755 "$fresh/usr/sbin/policy-rc.d"
    in_folder "$fresh" --resolv-conf=copy-host bash -ec "
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update
        apt-get -qq -y install --no-install-recommends ${IN_MACHINE//,/ }
        apt-get -qq clean
        apt-get -qq -y install --no-install-recommends --download-only nginx" >"$place/machine.log" 2>&1 ||
        fail "$EXIT_UNAVAILABLE" "the Debian got no packages: $(tail -n 3 "$place/machine.log")"
    rm -- "$fresh/usr/sbin/policy-rc.d"
    tar --create --numeric-owner --file="$cache/machine.tar.new" --directory="$fresh" .
    mv -- "$cache/machine.tar.new" "$tarball"
    printf '%s' "$IN_MACHINE" >"$tarball.has"
    rm -rf --one-file-system -- "$fresh"
}

# in_folder FOLDER [OPTION...] COMMAND...: not booted, as an image is made.
in_folder() {
    systemd-nspawn --quiet --register=no --keep-unit --pipe --directory="$1" "${@:2}" </dev/null 2> \
        >(grep -v 'Attempted to remove disk file system' >&2)
}

machine=
leader=

boot_machine() {
    local turn
    systemd-nspawn --quiet --register=no --keep-unit --private-network --boot --directory="$root" \
        --machine="${place##*/}" </dev/null >"$place/boot.log" 2>&1 &
    machine=$!
    for ((turn = 0; turn < 600; turn++)); do
        read -r leader _ <"/proc/$machine/task/$machine/children" || true
        if [[ -n $leader ]] && is_up; then return; fi
        sleep 0.1
    done
    fail "$EXIT_SOFTWARE" "the machine did not come up: $(tail -n 5 "$place/boot.log")"
}

is_up() { [[ $(inside systemctl is-system-running 2>/dev/null) =~ ^(running|degraded)$ ]]; }

# inside COMMAND...: as root in the booted machine.
inside() {
    nsenter --target="$leader" --mount --uts --ipc --net --pid --cgroup --root --wd -- \
        env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# as_postgres SQL [DATABASE]: the answer of PostgreSQL's superuser, without any decoration.
as_postgres() {
    inside setpriv --reuid=postgres --regid=postgres --init-groups psql -XAtq -v ON_ERROR_STOP=1 -d "${2:-postgres}" -c "$1"
}

with_settings() { inside /usr/libexec/shortpulse/with-settings "$@"; }

# get PATH: the site's answer, through nginx.
get() { inside curl --silent --show-error --fail --max-time 10 --header 'Host: shortpulse' "http://127.0.0.1$1"; }

stop_machine() {
    if [[ -z $machine ]]; then return; fi
    # SIGRTMIN+4 is systemd's poweroff.
    kill -s RTMIN+4 "$leader" 2>/dev/null
    timeout 30 tail --pid="$machine" -f /dev/null || kill -s KILL "$machine" "$leader" 2>/dev/null
    wait "$machine" 2>/dev/null
    machine=
}

# Two readers that go on until they are told to stop. A read that fails is tried once more, as a browser or a proxy would; one that
# fails twice is told of.
readers=()

start_reading() {
    local path
    for path in /performance /reels/performance?window=90d\&platform=instagram; do
        read_on "$path" >"$place/reader.${#readers[@]}" &
        readers+=("$!")
    done
}

read_on() {
    local reads=0 again=0 twice=0 ended=
    trap 'ended=yes' TERM
    while [[ -z $ended ]]; do
        reads=$((reads + 1))
        if get "$1" >/dev/null 2>&1; then continue; fi
        again=$((again + 1))
        if ! get "$1" >/dev/null 2>&1; then twice=$((twice + 1)); fi
    done
    printf '%s %s %s\n' "$reads" "$again" "$twice"
}

# stop_reading: sets reads, again and twice to their sums.
stop_reading() {
    local number more
    reads=0 again=0 twice=0
    for number in "${!readers[@]}"; do
        kill -s TERM "${readers[number]}" 2>/dev/null
        wait "${readers[number]}" 2>/dev/null || true
        if read -r -a more <"$place/reader.$number"; then
            reads=$((reads + more[0])) again=$((again + more[1])) twice=$((twice + more[2]))
        fi
    done
    readers=()
}
