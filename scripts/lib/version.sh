# shellcheck shell=bash
# The version of this checkout: 0, the day of its commit, and how many commits led to it, so that a later one is always greater.

# name_version: sets version, and when, the commit's time in seconds since 1970.
name_version() {
    local modified=
    if ! when=$(git -C "$checkout" log -1 --format=%ct 2>/dev/null); then
        fail "$EXIT_UNAVAILABLE" "the version comes from git, and $checkout is no clone"
    fi
    if [[ -n $(git -C "$checkout" status --porcelain --untracked-files=no) ]]; then modified=+modified; fi
    version=0.$(date --utc --date="@$when" +%Y%m%d).$(git -C "$checkout" rev-list --count HEAD)$modified
}
