# shellcheck shell=bash
# The files in systemd/, which name the programs as they lie under /usr/local.

# render_units FOLDER PREFIX: the units into FOLDER, for programs under PREFIX.
render_units() {
    local unit
    for unit in "$checkout"/systemd/shortpulse-*; do
        sed "s|/usr/local/|$2/|g" -- "$unit" >"$1/${unit##*/}"
    done
}
