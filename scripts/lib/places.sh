# shellcheck shell=bash
# Where things lie.
#
#   home     SHORTPULSE_HOME, .shortpulse/ in the checkout by default: env, and the lock
#   state    what the servers keep: the same folder, unless root's servers, who are not root, cannot get at it;
#            then one under /var/lib/shortpulse, to which the link home/state points
#   sockets  a folder whose path is short enough for unix sockets

# The longest path a unix socket can have on Linux, in bytes.
readonly LONGEST_SOCKET_PATH=107

choose_places() {
    choose_home
    lock_home
    choose_state
    choose_sockets
}

choose_home() {
    local error
    home=$(setting SHORTPULSE_HOME)
    home=$(cd -- "$checkout" && realpath -m -- "${home:-.shortpulse}")
    # nginx would read some of these as its own syntax, and there is no quoting them all.
    if [[ $home == *[[:cntrl:]]* || $home == *[\$\"\'\\\;\{\}]* ]]; then
        fail "$EXIT_USAGE" "SHORTPULSE_HOME is a path without quotes, dollars, semicolons, braces and backslashes"
    fi
    if [[ ! -d $home ]]; then
        error=$(umask 022 && mkdir -p -- "$home" 2>&1) ||
            fail "$EXIT_CANNOT_CREATE" "no state folder: ${error#mkdir: }; set SHORTPULSE_HOME to another"
        # Root's servers have to pass through it; an ordinary user's are the user.
        if ((EUID == 0)); then chmod 0711 -- "$home"; else chmod 0700 -- "$home"; fi
    fi
    if [[ ! (-r $home && -w $home && -x $home) ]]; then
        fail "$EXIT_CANNOT_CREATE" "no leave to write to the state folder $home; set SHORTPULSE_HOME to another"
    fi
}

# One stack to a home. The kernel drops the lock with this process, however it ends, so it cannot be stale.
lock_home() {
    exec {lock}>"$home/lock"
    if ! flock -n "$lock"; then
        fail "$EXIT_BUSY" "a stack is running from $home already; stop it first, or set SHORTPULSE_HOME to another"
    fi
}

choose_state() {
    state=$home
    if ((EUID != 0)); then return; fi
    if [[ -d $home/state/ ]]; then
        state=$(realpath -- "$home/state")
    elif ! can_enter "$database_account" "$home" || ! can_enter "$site_account" "$home"; then
        refuse_to_leave_data_behind
        (umask 022 && mkdir -p /var/lib/shortpulse)
        state=$(mktemp -d /var/lib/shortpulse/XXXXXXXX)
        chmod 0711 "$state"
        printf '%s\n' "$home" >"$state/belongs-to"
        ln -sfn -- "$state" "$home/state"
    fi
}

refuse_to_leave_data_behind() {
    if [[ -d $home/database ]]; then
        fail "$EXIT_CANNOT_CREATE" "$home holds the database, but $database_account and $site_account can no longer" \
            "get at it; let others pass (chmod o+x) through it and the folders above"
    fi
}

choose_sockets() {
    sockets=$state/sockets
    if [[ ! $sockets =~ ^[A-Za-z0-9/._-]+$ ]] || too_long "$sockets/database/.s.PGSQL.5432"; then
        sockets=$(short_folder)/shortpulse-$EUID-$(printf %s "$state" | sha256sum | head -c 12)
    fi
    if [[ -e $sockets || -L $sockets ]] && [[ -L $sockets || ! -d $sockets || ! -O $sockets ]]; then
        fail "$EXIT_CANNOT_CREATE" "$sockets is somebody else's; set SHORTPULSE_HOME to a shorter path"
    fi
    listen_socket=$sockets/site/listen.sock
}

# Not XDG_RUNTIME_DIR, which goes when its user logs out, with the stack still in a terminal multiplexer.
short_folder() {
    if ((EUID == 0)); then printf /run; else printf /tmp; fi
}

too_long() {
    local LC_ALL=C # count bytes
    ((${#1} > LONGEST_SOCKET_PATH))
}

# The folders in state and sockets. Those of an ordinary user are the user's alone. Root writes no file into a folder of
# another account's, who could have put a link there.
prepare_folders() {
    local group=$site_account open=0700 shared=0700
    if ((EUID == 0)); then open=0711 shared=0750; fi
    own_folder '' '' "$open" "$sockets"
    own_folder "$database_account" "$group" "$shared" "$sockets/database"
    own_folder "$site_account" "$group" 0700 "$sockets/site"
    own_folder "$site_account" "$group" 0700 "$state/snapshots"
    own_folder '' '' "$open" "$state/nginx"
    own_folder '' '' "$open" "$state/access"
    own_folder '' '' 0700 "$state/log"
}

# Copies, so that a build meanwhile does not pull the programs from under a running stack, and so that root's servers
# need not get at the checkout.
install_programs() {
    local name
    for name in shortpulse-web shortpulse-ingest; do
        if [[ ! -x $checkout/.build/release/$name ]]; then
            fail "$EXIT_UNAVAILABLE" "$name is not built; run: make build"
        fi
    done
    (umask 022 && mkdir -p -- "$state/bin")
    install -m 0755 -- "$checkout"/.build/release/shortpulse-{web,ingest} "$state/bin/"
}

# The programs read .env in the folder they are started in: the checkout, or, for root's, a folder with a copy.
choose_workplace() {
    workplace=$checkout
    if ((EUID != 0)); then return; fi
    workplace=$state/work
    own_folder root "$site_account" 0750 "$workplace"
    rm -f -- "$workplace/.env"
    if [[ -f $checkout/.env ]]; then
        install -o root -g "$site_account" -m 0640 -- "$checkout/.env" "$workplace/.env"
    fi
    # libpq looks in HOME, and a HOME it may not read is an error to it.
    export HOME=$workplace
}

# The static files: the checkout's own, so that an edit shows at once; a copy where nginx's workers cannot get at those.
choose_www() {
    www=$checkout/www
    if can_enter "$site_account" "$www"; then return; fi
    www=$state/nginx/www
    rm -rf -- "$www"
    cp -R -- "$checkout/www" "$www"
    chmod -R u=rwX,go=rX -- "$www"
}
