# shellcheck shell=bash
# The package of this checkout, and the one of the newest commit before it that can make one.

make_packages() {
    newer=$(DIST=$place/newer "$checkout/scripts/deb")
    local commit
    for commit in $(git -C "$checkout" rev-list --skip=1 --max-count=100 HEAD); do
        if git -C "$checkout" cat-file -e "$commit:scripts/deb" 2>/dev/null; then break; fi
        commit=
    done
    if [[ -z $commit ]]; then fail "$EXIT_UNAVAILABLE" "no commit before this one makes a package"; fi
    older=$(find "$cache" -name "shortpulse_*.$commit.deb")
    if [[ -z $older ]]; then build_older "$commit"; fi
    expect 'the older package has the lesser version' \
        dpkg --compare-versions "$(version_of "$older")" lt "$(version_of "$newer")"
    say "From $(version_of "$older") to $(version_of "$newer")"
}

version_of() { dpkg-deb --field "$1" Version; }

# Built as if it lay where this checkout lies, which is what the build knows its files by: in a mount of this process alone.
build_older() {
    local source=$place/older made
    say "Building the package of commit ${1:0:12}"
    git clone --quiet --no-checkout -- "$checkout" "$source"
    git -C "$source" checkout --quiet "$1"
    mkdir -- "$source/.build"
    (cd -- "$checkout/.build" && cp -a --reflink=auto -- checkouts repositories workspace-state.json "$source/.build/")
    cp -- "$checkout/Package.resolved" "$source/"
    # shellcheck disable=SC2016 # for the shell that it starts
    made=$(unshare --mount --propagation private bash -ec '
        mount --bind "$0" "$1"
        cd -- "$1"
        swift build -c release --static-swift-stdlib >&2
        DIST=$2 scripts/deb' "$source" "$checkout" "$place/built" 2>"$place/build.log") ||
        fail "$EXIT_SOFTWARE" "the older package could not be built: $(tail -n 5 "$place/build.log")"
    older=$cache/$(basename -- "$made" .deb).$1.deb
    find "$cache" -name 'shortpulse_*.deb' -delete
    mv -- "$made" "$older"
    rm -rf -- "$source"
}
