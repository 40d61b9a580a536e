# shellcheck shell=bash
# Who runs what. An ordinary user runs everything. Root runs only nginx's master and this script: PostgreSQL refuses
# root, and neither a responder nor what fetches from the network has any need of it.

choose_accounts() {
    database_account='' site_account=''
    if ((EUID == 0)); then
        database_account=postgres
        site_account=www-data # nginx's workers, too: they write to the responders' sockets
    fi
}

# identity ACCOUNT: sets the array identity to setpriv's words for it; none for ourselves.
take_identity() {
    identity=()
    if [[ -n $1 ]]; then identity=(--reuid="$1" --regid="$1" --init-groups); fi
}

# can_enter ACCOUNT FOLDER: whether the account gets at what lies in it.
can_enter() {
    local identity
    take_identity "$1"
    setpriv "${identity[@]}" -- test -x "$2"
}

# own_folder ACCOUNT GROUP MODE FOLDER: makes it, or mends what it has become.
own_folder() {
    local owner=()
    if [[ -n $1 ]]; then owner=(-o "$1" -g "$2"); fi
    install -d "${owner[@]}" -m "$3" -- "$4"
}
