# shellcheck shell=bash
# Configuration that the scripts themselves need; the programs read theirs in the same way.

# setting NAME: its value from the environment, else from .env in the checkout, else nothing.
# The syntax of .env is that of the programs' reader: NAME=VALUE, blanks around both dropped, no quotes, last one wins.
setting() {
    if [[ -n ${!1-} ]]; then
        printf '%s' "${!1}"
    elif [[ -r $checkout/.env ]]; then
        sed -n "s/^[[:space:]]*$1[[:space:]]*=[[:space:]]*//; T; s/[[:space:]]*$//; p" "$checkout/.env" | tail -n 1
    fi
}

read_ports() {
    port=$(setting PORT)
    port=${port:-8080}
    check_port PORT "$port"
    # Two in a row, one for each responder.
    metrics_port=$(setting METRICS_PORT)
    if [[ -n $metrics_port ]]; then check_port METRICS_PORT "$metrics_port"; fi
}

check_port() {
    if [[ ! $2 =~ ^[1-9][0-9]{0,4}$ ]] || (($2 > 65535)); then
        fail "$EXIT_USAGE" "$1 is a number from 1 to 65535, not '$2'"
    fi
    if ((EUID != 0 && $2 < $(</proc/sys/net/ipv4/ip_unprivileged_port_start))); then
        fail "$EXIT_USAGE" "$1 $2 is for root only; choose one of 1024 and above"
    fi
}

check_port_is_free() {
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        fail "$EXIT_BUSY" "port $port is in use by another program; set PORT to a free one"
    fi
}

# The lines that let a second terminal run shortpulse-ingest against this stack: bare where that is possible, which everybody
# reads alike; else in double quotes with a backslash before each of \ " $ `, which mean the same to a shell (set -a; . env)
# and to systemd (EnvironmentFile).
write_environment_file() {
    local name
    for name in DATABASE_URL SHORTPULSE_LISTEN_SOCKET; do
        if [[ ${!name} =~ ^[A-Za-z0-9_@%+=:,./-]*$ ]]; then
            printf '%s=%s\n' "$name" "${!name}"
        else
            printf '%s="%s"\n' "$name" "$(printf %s "${!name}" | sed 's/[\\"$`]/\\&/g')"
        fi
    done >"$home/env.new"
    mv -- "$home/env.new" "$home/env"
}
