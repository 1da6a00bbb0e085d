#!/bin/bash
# A package for Fedora, tried without one: installed by rpm itself into an empty place, looked through, started on this
# computer's libraries, removed. Needs root and rpm. That its needs are met by a real Fedora is not seen here.
#
#   try-rpm.sh PACKAGE FOLDER
set -euo pipefail
package=$(realpath "$1")
root=$(mkdir -p "$2" && realpath "$2")/root
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
. "$here/holds.sh"
rpm_() { rpm --root "$root" --dbpath /db "$@"; }
rm -rf "$root"
mkdir -p "$root/db"
rpm_ --initdb
rpm_ --install --nodeps --noscripts "$package"
holds "its files are as they were packed" test -z "$(rpm_ --verify --nodeps todoita)"
needs=$(rpm -qp --requires "$package")
for need in 'libwebkit2gtk-4.1.so.0()(64bit)' 'libgtk-3.so.0()(64bit)' webkit2gtk4.1 gtk3 ca-certificates; do
    holds "it asks for $need" grep -qF "$need" <<<"$needs"
done
relr() { ! readelf -d "$root/usr/bin/todoita-app" | grep -q RELR || grep -q DT_RELR <<<"$needs"; }
holds "it asks for a glibc that can start it" relr
holds "the licences of others are in it" test -s "$root/usr/share/doc/todoita/THIRD-PARTY.md"
holds "nobody but its owner may write to it" test -z "$(find "$root/usr" -type f -perm /022)"
said=$("$root/usr/bin/todoita" --version)
holds "the command line says its version: $said" grep -q '^todoita [0-9]' <<<"$said"
rpm_ --erase --nodeps --noscripts todoita
holds "removal leaves nothing" test -z "$(find "$root" -iname '*todoita*')"
echo "package: $passed passed, 0 failed"
