#!/bin/bash
# Runs a command in this repository, within a clean Debian 12: what is built there starts on every system that is as new
# (glibc 2.36), whatever this computer is. Rust and Node are this computer's own. Needs root, debootstrap, unshare.
#   in-debian.sh FOLDER COMMAND [ARGUMENT...]    the Debian lies in FOLDER, which is outside the repository
set -euo pipefail
# What is mounted here is mounted for this program alone, and gone with it.
if [ -z "${TODOITA_UNSHARED:-}" ]; then
    TODOITA_UNSHARED=1 exec unshare --mount --propagation private "$0" "$@"
fi
folder=$(mkdir -p "$1" && realpath "$1")
shift
repository=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
case $folder/ in "$repository"/*) echo "in-debian.sh: $folder is within the repository" >&2; exit 64 ;; esac
. "$repository/tests/package/clean-debian.sh"

clean_debian "$folder"
# A root of its own, so that what runs inside can have places of its own too.
mount --bind "$root" "$root"
join_debian
mount -t sysfs sysfs "$root/sys"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
inside() { mkdir -p "$root$2" && mount --rbind "$1" "$root$2"; }
inside "$repository" "$repository"
inside "${CARGO_HOME:-$HOME/.cargo}" /opt/cargo
inside "${RUSTUP_HOME:-$HOME/.rustup}" /opt/rustup
node=$(realpath "$(command -v node)")
install -D /dev/null "$root/usr/local/bin/node"
mount --bind "$node" "$root/usr/local/bin/node"
inside "$(realpath "$(dirname "$(realpath "$(command -v npm)")")/..")" /usr/local/lib/node_modules/npm
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
# How this computer reaches the registries, where it was told, and what is to be built in (docs/publisher.md).
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/pip.conf"
[ ! -f "$HOME/.npmrc" ] || install -D -m 600 "$HOME/.npmrc" "$root/opt/person/.npmrc"

reach=()
for name in NODE_EXTRA_CA_CERTS SSL_CERT_FILE PIP_CERT http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY \
    TODOITA_GOOGLE_CLIENT_ID TODOITA_GOOGLE_CLIENT_SECRET TODOITA_MICROSOFT_CLIENT_ID TODOITA_RELEASE_FEED TODOITA_RELEASE_KEY; do
    [ -z "${!name:-}" ] || reach+=("$name=${!name}")
done

path=/opt/cargo/bin:/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin
within() { chroot "$root" env -i HOME=/opt/person PATH=$path LANG=C.UTF-8 CI="${CI:-}" DEBIAN_FRONTEND=noninteractive \
    CARGO_HOME=/opt/cargo RUSTUP_HOME=/opt/rustup RUSTUP_AUTO_INSTALL=0 CARGO_TERM_COLOR=never NO_COLOR=1 "${reach[@]}" "$@"; }
mkdir -p "$root/opt/person"
within apt-get update -qq
# What anybody who builds has; the rest the chores install themselves.
within apt-get install -y -qq --no-install-recommends build-essential ca-certificates git >"$folder/install.log" 2>&1 ||
    { tail -20 "$folder/install.log"; exit 1; }
# The repository is another person's, as far as git can see.
within git config --global --add safe.directory "$repository"
within bash -c 'cd "$1" && shift && exec "$@"' - "$repository" "$@"
