# shellcheck shell=bash
# Everything that an installation consists of, for `make install` and for the Debian package.

# install_everything DESTINATION PREFIX: into DESTINATION, as it will lie under PREFIX.
install_everything() {
    local share=$1$2/share/shortpulse
    install -d -- "$share/nginx"
    install_all_programs "$1$2"
    install_www "$share"
    install_site "$share/nginx" "$2/share/shortpulse"
    install_units "$1" "$2"
    install_manual "$1$2/share/man" "$2"
    install_completions "$1$2/share"
    install_settings "$share/shortpulse.env.example"
    install_watching "$share/monitoring"
}

# install_settings FILE: those of .env.example that concern an installation, without what the units set, which they would undo.
install_settings() {
    local set
    set=$(sed -n 's/^Environment=\([A-Z_]*\)=.*/\1/p' -- "$checkout"/systemd/*.service | sort -u | paste -s -d '|')
    {
        printf '# Settings of ShortPulse; see shortpulse.env(5).\n'
        sed -E -e 1d -e '/^# The rest is for/,$d' -e "s/^($set)=/# &/" -- "$checkout/.env.example"
    } >"$1"
    chmod 0644 -- "$1"
}

# install_watching FOLDER: what a Prometheus and a Grafana take.
install_watching() {
    install -d -- "$1"
    install -m 0644 -- "$checkout"/monitoring/* "$1/"
}

install_all_programs() {
    install -d -- "$1/bin" "$1/libexec/shortpulse" "$1/share/shortpulse"
    install -m 0755 -- "$checkout"/.build/release/shortpulse-{web,ingest} "$checkout"/packaging/bin/shortpulse-* "$1/bin/"
    install -m 0755 -- "$checkout/packaging/bin/with-settings" "$1/libexec/shortpulse/"
    install -m 0644 -- "$checkout/packaging/settings.bash" "$1/share/shortpulse/"
}

install_www() {
    rm -rf -- "$1/www"
    cp -R -- "$checkout/www" "$1/www"
    # nginx serves these where a browser takes gzip.
    find "$1/www" -type f \( -name '*.css' -o -name '*.svg' -o -name '*.js' \) -exec gzip --keep --best -n -- {} +
    chmod -R u=rwX,go=rX -- "$1/www"
}

install_site() {
    render_site "$1" "$2/nginx/" LISTEN 'include /etc/shortpulse/listen.conf;' SOCKETS /run/shortpulse WWW "$2/www" \
        CACHE /var/lib/nginx/shortpulse ACCESS_LOG '/var/log/nginx/shortpulse.log shortpulse' \
        MONITOR_1 127.0.0.1:9481 MONITOR_2 127.0.0.1:9482
    install -m 0644 -- "$checkout/nginx/listen.conf" "$1/listen.conf.example"
}

install_units() {
    local lib=$1$2/lib
    install -d -- "$lib/systemd/system" "$lib/sysusers.d" "$lib/tmpfiles.d"
    render_units "$lib/systemd/system" "$2"
    install -m 0644 -- "$checkout/systemd/sysusers.conf" "$lib/sysusers.d/shortpulse.conf"
    install -m 0644 -- "$checkout/systemd/tmpfiles.conf" "$lib/tmpfiles.d/shortpulse.conf"
}

# install_manual FOLDER PREFIX: the pages in packaging/man, completed from the program's own help and from .env.example.
install_manual() {
    local page section
    for page in "$checkout"/packaging/man/*.[58]; do
        section=${page##*.}
        install -d -- "$1/man$section"
        "$PYTHON" "$checkout/packaging/man/complete" "$page" "$checkout" "$2" | gzip --best -n >"$1/man$section/${page##*/}.gz"
    done
}

# install_completions FOLDER: what shells know of the command line. Debian has a place of its own for what packages tell zsh.
install_completions() {
    local shell place zsh=zsh/site-functions
    if [[ $1 == */usr/share ]]; then zsh=zsh/vendor-completions; fi
    for shell in bash zsh fish; do
        case $shell in
            bash) place=bash-completion/completions/shortpulse-ingest ;;
            zsh) place=$zsh/_shortpulse-ingest ;;
            fish) place=fish/vendor_completions.d/shortpulse-ingest.fish ;;
        esac
        install -d -- "$1/${place%/*}"
        "$checkout/.build/release/shortpulse-ingest" --generate-completion-script "$shell" |
            sed '1{/^#!/d}' >"$1/$place"
    done
}
