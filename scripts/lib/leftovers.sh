# shellcheck shell=bash
# Processes of an earlier stack in the same state folder, whose script was killed outright: they have been told to end,
# and are given time to. Process numbers in files prove nothing, since numbers are used again; these are known by the
# folder they work in and the file they run.

clear_leftovers() {
    local turn numbers
    for ((turn = 0; turn < 600; turn++)); do
        mapfile -t numbers < <(leftovers)
        if ((${#numbers[@]} == 0)); then break; fi
        if ((turn == 0)); then say "Waiting for an earlier stack to end"; fi
        if ((turn % 20 == 0)); then kill -s INT -- "${numbers[@]}" 2>/dev/null || true; fi
        if ((turn == 300)); then kill -s KILL -- "${numbers[@]}" 2>/dev/null || true; fi
        pause 0.05
    done
    # Nobody is left to whom these could belong. PostgreSQL would mistake a number used again for itself.
    rm -f -- "$state/database/postmaster.pid"
    remove_sockets
}

remove_sockets() {
    rm -f -- "$sockets"/database/.s.PGSQL.* "$sockets"/site/*.sock "$sockets"/metrics-*.sock
    rmdir --ignore-fail-on-non-empty -- "$sockets/database" "$sockets/site" "$sockets" 2>/dev/null || true
}

leftovers() {
    local folder name
    for folder in /proc/[1-9]*; do
        read -r name <"$folder/comm" || continue
        case $name in
            postgres | postmaster) [[ $folder/cwd -ef $state/database ]] || continue ;;
            nginx) [[ $folder/cwd -ef $state/nginx ]] || continue ;;
            shortpulse-web) [[ $folder/exe -ef $state/bin/shortpulse-web ]] || continue ;;
            shortpulse-inge*) [[ $folder/exe -ef $state/bin/shortpulse-ingest ]] || continue ;; # 15 letters at most
            *) continue ;;
        esac
        printf '%s\n' "${folder#/proc/}"
    done 2>/dev/null
}
