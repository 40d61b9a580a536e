# shellcheck shell=bash
# The Debian packages that ShortPulse needs, by purpose.

# packages_for run|test|bench: their names, one a line; nothing for another purpose.
packages_for() {
    case $1 in
        # The servers, the headers of the four C libraries, and what starts a responder.
        run)
            printf '%s\n' nginx postgresql spawn-fcgi ca-certificates pkg-config \
                libfcgi-dev libpq-dev libcurl4-openssl-dev zlib1g-dev
            ;;
        # A browser, letters for it to draw, Java for the checker of pages, certificates to distrust, who reads measurements and
        # fires alerts, Python for the packages of Tests/python, the linter of these scripts, the reader of units, another clock,
        # and the compiler of what makes calls of libraries fail.
        test)
            packages_for run
            printf '%s\n' chromium fonts-dejavu-core default-jre-headless faketime gcc libc6-dev openssl prometheus \
                python3-venv shellcheck systemd
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
