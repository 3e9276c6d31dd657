# What several scripts need; to be sourced, not run. Needs `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { echo "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# help_if_asked ARGUMENTS: with --help, prints the comment at the head of the script and ends it.
help_if_asked() {
    [[ " $* " == *" --help "* ]] || return 0
    sed -n '2,/^[^#]/s/^# //p' "$0"
    exit 0
}

# need COMMAND PACKAGE: installs the Debian package unless the command is there.
need() {
    command -v "$1" > /dev/null && return
    say "$1 is missing, installing the package $2"
    local sudo=
    [[ $EUID -eq 0 ]] || sudo=sudo
    { $sudo apt-get update -q && $sudo apt-get install -qy "$2"; } >&2 \
        || die "cannot install $2: please install $1 and start again"
}

# java_major HOME: the major version of the JDK there, nothing if there is no JDK.
java_major() {
    [[ -x $1/bin/javac && -r $1/release ]] || return 0
    sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$1/release"
}

# jdk_between MIN MAX: the home of the first JDK found in that range, nothing if there is none; with
# JDK_MAJOR=25 of that version only, whatever JAVA_HOME says.
jdk_between() {
    local home major compiler
    compiler=$(readlink -f "$(command -v javac || true)")
    for home in "${JAVA_HOME:-}" "${compiler%/bin/javac}" \
        /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/*; do
        major=$(java_major "$home")
        if [[ -n $major && $major -ge $1 && $major -le $2 && $major == "${JDK_MAJOR:-$major}" ]]; then
            echo "$home"
            return
        fi
    done
}

# options_file HOME: the JVM options that fit the JDK there; JDK 24 demands some that 17 refuses.
options_file() {
    if [[ $(java_major "$1") -ge 24 ]]; then
        echo "$root/conf/jvm-25.options"
    else
        echo "$root/conf/jvm-17.options"
    fi
}

# build_if_needed HOME MODULE TARGET: builds a module and what it needs without tests and checks, if
# a source is newer than the last build. TARGET is the directory in each module that is built into;
# each program has its own, so that a build never changes the files under a running one. A subshell,
# so that the lock's descriptor does not leak into the server.
build_if_needed() (
    out=$root/$2/$3
    mkdir -p "$out"
    exec 9> "$out/build.lock"
    flock 9
    inputs=("$root"/pom.xml "$root"/{verticles/*,server,"$2"}/{pom.xml,src})
    if [[ -e $out/built && -z $(find "${inputs[@]}" -newer "$out/built" -print -quit) ]]; then
        return
    fi
    say "building"
    touch "$out/started"
    JAVA_HOME=$1 mvn -f "$root/pom.xml" -B -ntp -q -Pfast -Dtarget.name="$3" \
        -pl "$2" -am package -DskipTests >&2
    mv "$out/started" "$out/built"
)

# build_tests_if_needed HOME TARGET: likewise builds server with its tests, for the programs that
# live among them.
build_tests_if_needed() (
    out=$root/server/$2
    mkdir -p "$out"
    exec 9> "$out/build.lock"
    flock 9
    inputs=("$root"/pom.xml "$root"/{verticles/*,server}/{pom.xml,src})
    if [[ -e $out/tests && -z $(find "${inputs[@]}" -newer "$out/tests" -print -quit) ]]; then
        return
    fi
    say "building"
    touch "$out/started"
    JAVA_HOME=$1 mvn -f "$root/pom.xml" -B -ntp -q -Pfast -Dtarget.name="$2" \
        -pl server -am test-compile dependency:build-classpath \
        -Dmdep.includeScope=test -Dmdep.outputFile="$2/class.path" >&2
    mv "$out/started" "$out/tests"
)

# tests_path TARGET: the class path of what the function above has built.
tests_path() {
    echo "$root/server/$1/test-classes:$root/server/$1/classes:$(< "$root/server/$1/class.path")"
}
