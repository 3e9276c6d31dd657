# What the peers' runners share; to be sourced. Gives a scratch directory on the same disk as the
# benchmark's own data ($work), which is removed at the end together with what was started.

source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"
export LC_ALL=C
work=$(mktemp -d -t windlass-peer.XXXXXX)
started=()

finish() {
    local pid
    for pid in "${started[@]}"; do
        kill "$pid" 2> /dev/null || true
        wait "$pid" 2> /dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT

# free_port: a loopback port that nobody listens on, below those the kernel hands out.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || break
    done
    echo "$port"
}

# opens PORT: waits until somebody listens there.
opens() {
    local try
    for try in $(seq 200); do
        (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null && return
        sleep 0.1
    done
    die "nothing listens on port $1"
}

# package NAME COMMAND: installs a Debian package without starting its service.
package() {
    [[ -x $2 ]] || command -v "$2" > /dev/null && return
    local policy=/usr/sbin/policy-rc.d own=
    if [[ $EUID -eq 0 && ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' > "$policy"
        chmod +x "$policy"
        own=1
    fi
    need "$2" "$1"
    [[ -z $own ]] || rm -f "$policy"
}
