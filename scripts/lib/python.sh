# shellcheck shell=bash
# What tests use of Python's: Tests/python/requirements.txt says what and why. It lives in the checkout, in a virtual
# environment of its own, so that it needs no root and touches nothing of the system's.

# Debian's, whatever else comes first on PATH: python3-venv belongs to it.
readonly PYTHON=/usr/bin/python3

# Makes the environment where there is none, or one for other versions.
provide_python_packages() {
    local wanted=$checkout/Tests/python/requirements.txt place=$checkout/.build/python lock
    mkdir -p -- "$checkout/.build"
    exec {lock}>"$checkout/.build/python.lock"
    flock "$lock"
    # The copy is made last: without it the installation was broken off.
    if [[ -x $place/bin/python ]] && cmp -s -- "$wanted" "$place/requirements.txt"; then return; fi
    say "Installing the Python packages of the tests"
    rm -rf -- "$place"
    if ! "$PYTHON" -m venv -- "$place" ||
        ! "$place/bin/python" -m pip --quiet --disable-pip-version-check --no-input install -r "$wanted"; then
        fail "$EXIT_UNAVAILABLE" "the Python packages of the tests could not be installed: see above"
    fi
    cp -- "$wanted" "$place/requirements.txt"
}
