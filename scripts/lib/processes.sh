# shellcheck shell=bash
# Starting, watching and stopping the processes of a stack. Each has a name, and a session of its own, so that Ctrl-C
# reaches only this script, which then stops them in order. If this script is killed outright, the kernel passes each
# of them its parting signal.

declare -A process=() # name -> process number, of those not yet seen to have ended
stopping=             # set by a signal that asks for the end

# A pipe that nobody writes to: to read it with a time limit is a pause that costs no process and that a signal ends.
exec {silence}<> <(:)

watch_for_the_end() {
    trap 'stopping=yes' INT TERM HUP
    trap 'stop_stack' EXIT
}

# pause SECONDS: ends the script where a signal has asked for it.
pause() {
    read -r -t "$1" -u "$silence" || true
    if [[ -n $stopping ]]; then exit 0; fi
}

# launch NAME ACCOUNT PARTING-SIGNAL COMMAND...: starts it in the background.
launch() {
    local name=$1 signal=$3 identity
    take_identity "$2"
    shift 3
    (
        exec {silence}>&-
        # The lock is the script's alone: whoever inherited it would hold it on.
        if [[ -n ${lock-} ]]; then exec {lock}>&-; fi
        exec setsid -- setpriv "${identity[@]}" --pdeathsig "$signal" -- "$@"
    ) <&0 2>&"$errors" &
    process[$name]=$!
}

is_running() {
    [[ -n ${process[$1]-} ]] && kill -0 "${process[$1]}" 2>/dev/null
}

# reap NAME: sets ending to the status of a process that has ended, and forgets it with whatever it left in its session.
reap() {
    local number=${process[$1]}
    ending=0
    wait "$number" 2>/dev/null || ending=$?
    kill -s KILL -- "-$number" 2>/dev/null || true
    unset "process[$1]"
}

# run_to_end NAME ACCOUNT COMMAND...: waits for it; its status.
run_to_end() {
    launch "$1" "$2" TERM "${@:3}"
    while is_running "$1"; do pause 0.05; done
    reap "$1"
    return "$ending"
}

# stop NAME SIGNAL SECONDS: asks it to end, and kills it when it has not after so long.
stop() {
    local turn
    if [[ -z ${process[$1]-} ]]; then return 0; fi
    kill -s "$2" "${process[$1]}" 2>/dev/null || true
    for ((turn = 0; turn < $3 * 20; turn++)); do
        if ! is_running "$1"; then break; fi
        read -r -t 0.05 -u "$silence" || true
    done
    if is_running "$1"; then
        warn "$1 did not stop within $3 seconds and is killed"
        kill -s KILL "${process[$1]}" 2>/dev/null || true
    fi
    reap "$1"
}

# describe STATUS: how a process ended, in words.
describe() {
    if (($1 > 128)); then printf 'by signal %s' "$(kill -l "$1")"; else printf 'with status %s' "$1"; fi
}
