# shellcheck shell=bash
# The Debian packages that ShortPulse needs, by purpose.

# packages_for run|install|deb|test|soak|bench: their names, one a line; nothing for another purpose.
packages_for() {
    case $1 in
        # The servers, the headers of the four C libraries, and what starts a responder.
        run)
            printf '%s\n' nginx postgresql spawn-fcgi ca-certificates pkg-config \
                libfcgi-dev libpq-dev libcurl4-openssl-dev zlib1g-dev
            ;;
        # What completes the manual pages.
        install)
            packages_for run
            printf '%s\n' python3
            ;;
        # What packs, and finds out what the programs need.
        deb)
            packages_for install
            printf '%s\n' binutils dpkg-dev
            ;;
        # A browser, letters for it to draw, Java for the checker of pages, certificates to distrust, who reads measurements and
        # fires alerts, parsers of HTML and of XML, Python for the packages of Tests/python, the linter of these scripts, the
        # readers of units and of manual pages, a second shell, another clock, a pooler, and the compiler of what makes calls of
        # libraries fail.
        test)
            packages_for deb
            printf '%s\n' chromium faketime fonts-dejavu-core default-jre-headless gcc groff libc6-dev libexpat1-dev \
                libgumbo-dev man-db openssl pgbouncer prometheus python3-venv shellcheck systemd zsh
            ;;
        # A Debian of its own for the package, and the checker of packages.
        soak)
            packages_for test
            printf '%s\n' debootstrap lintian systemd-container
            ;;
        # What asks in the benchmarks, and the compiler of what they compare with.
        bench)
            packages_for run
            printf '%s\n' gcc libc6-dev python3 wrk fcgiwrap
            ;;
    esac
}

# missing_packages NAME...: those of the named packages that are not installed, one a line.
missing_packages() {
    comm -23 \
        <(printf '%s\n' "$@" | sort) \
        <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^.i  *//p' | sort)
}
