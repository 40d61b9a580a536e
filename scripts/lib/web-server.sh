# shellcheck shell=bash
# nginx's configuration: the files in nginx/, with the few @NAMES@ in them filled in. The server part is the same for
# `make run` and for an installation.

# render_site FOLDER INCLUDED NAME VALUE...: the server part with these names filled in, and what it includes, into FOLDER.
# INCLUDED is what the folder will be called, with a slash; nothing where it is nginx's own.
render_site() {
    local file includes="s|include shortpulse/|include $2shortpulse/|"
    mkdir -p -- "$1/shortpulse"
    fill_in "$checkout/nginx/shortpulse.conf" "${@:3}" | sed "$includes" >"$1/shortpulse.conf"
    for file in fastcgi-parameters metrics security-headers; do
        sed "$includes" -- "$checkout/nginx/$file.conf" >"$1/shortpulse/$file.conf"
    done
}

# render_server FOLDER: all that nginx needs to run with FOLDER as its prefix.
render_server() {
    fill_in "$checkout/nginx/nginx.conf" USER "${site_account:+user $site_account;}" >"$1/nginx.conf"
    # nginx opens sockets as root, which is to do nothing in a folder of another account's.
    local monitors=("unix:$sockets/metrics-1.sock" "unix:$sockets/metrics-2.sock")
    if [[ -n ${metrics_port-} ]]; then monitors=("127.0.0.1:$metrics_port" "127.0.0.1:$((metrics_port + 1))"); fi
    render_site "$1" '' LISTEN "listen 127.0.0.1:$port; server_name _;" SOCKETS "$sockets/site" WWW "$www" CACHE cache \
        ACCESS_LOG off MONITOR_1 "${monitors[0]}" MONITOR_2 "${monitors[1]}"
}

# fill_in FILE NAME VALUE...
fill_in() {
    local file=$1 expressions=() value
    shift
    while (($# > 0)); do
        value=$(printf %s "$2" | sed 's/[\\&|]/\\&/g')
        expressions+=(-e "s|@$1@|$value|g")
        shift 2
    done
    sed "${expressions[@]}" -- "$file"
}

start_web_server() {
    render_server "$state/nginx"
    launch nginx '' TERM env -C "$state/nginx" nginx -p "$state/nginx/" -c nginx.conf -e stderr -g 'daemon off;'
}

# answer_to PATH: the status of the answer through nginx; nothing while there is none.
answer_to() (
    exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 0
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&3
    read -r -t 2 -u 3 _ status _ || exit 0
    cat <&3 >/dev/null # a client that leaves early is noted in the log
    printf '%s' "$status"
) 2>/dev/null
