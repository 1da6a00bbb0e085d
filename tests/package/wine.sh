#!/bin/sh
# Runs a Windows program under wine, in a Windows folder of its own that is made when it is not there. The Windows folder is
# WINEPREFIX; what this machine's wine lacks is laid beside it by `cargo xtask check-windows`, in TODOITA_WINE_AIDS.
set -eu
: "${WINEPREFIX:?the folder that is drive C}"
mkdir -p "$WINEPREFIX"
export WINEDEBUG="${WINEDEBUG--all}" WINEPATH="Z:$(printf %s "${TODOITA_WINE_AIDS:-}" | tr / '\\')"
# No Gecko and no Mono: wine would ask for a download.
export WINEDLLOVERRIDES="${WINEDLLOVERRIDES-mscoree,mshtml=}"
exec /usr/lib/wine/wine64 "$@"
