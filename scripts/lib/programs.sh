# shellcheck shell=bash
# ShortPulse's own programs.

readonly RESPONDERS=(1 2)
readonly RESTARTS_AT_ONCE_AFTER=10 # seconds of life; one that ends sooner waits, twice as long each time
readonly LONGEST_WAIT=30           # seconds

declare -A started_at=() wait_before=() due_at=()

prepare_data() {
    ingest migrate || fail "$EXIT_SOFTWARE" "the database could not be migrated ($(describe "$ending"))"
    ingest sample --if-empty || fail "$EXIT_SOFTWARE" "the sample could not be loaded ($(describe "$ending"))"
}

# ingest ARGUMENT...: runs shortpulse-ingest to its end.
ingest() {
    run_to_end preparation "$site_account" env -C "$workplace" "$state/bin/shortpulse-ingest" "$@"
}

start_programs() {
    local number
    export SHORTPULSE_LISTEN_SOCKET=$listen_socket
    for number in "${RESPONDERS[@]}"; do start_program "web-$number"; done
    start_program listen
}

start_program() {
    local number=${1#web-}
    started_at[$1]=$SECONDS
    case $1 in
        # The responder opens the second socket, for what may block, itself.
        web-*)
            launch "$1" "$site_account" TERM \
                env -C "$workplace" SHORTPULSE_SLOW_SOCKET="$sockets/site/slow-$number.sock" \
                SHORTPULSE_STATE="$state/snapshots" \
                spawn-fcgi -n -s "$sockets/site/web-$number.sock" -M 0660 -- "$state/bin/shortpulse-web"
            ;;
        listen) launch "$1" "$site_account" TERM env -C "$workplace" "$state/bin/shortpulse-ingest" listen ;;
    esac
}

# responders_listen: whether each of them has opened both of its sockets.
responders_listen() {
    local number
    for number in "${RESPONDERS[@]}"; do
        if [[ ! -S $sockets/site/web-$number.sock || ! -S $sockets/site/slow-$number.sock ]]; then return 1; fi
    done
}

# mend NAME: has one that ended started again, at once the first time.
mend() {
    local lived=$((SECONDS - started_at[$1])) delay=0
    reap "$1"
    if ((lived < RESTARTS_AT_ONCE_AFTER)); then delay=${wait_before[$1]-0}; fi
    wait_before[$1]=$((delay == 0 ? 1 : delay * 2 > LONGEST_WAIT ? LONGEST_WAIT : delay * 2))
    due_at[$1]=$((SECONDS + delay))
    warn "$1 ended $(describe "$ending"); starting it again$( ((delay == 0)) || printf ' in %s s' "$delay")"
}
