#!/bin/bash
# Runs CMD in the clean Debian at $TODOITA_ROOT as $TODOITA_WHO, with the home $KR_HOME: what a window play does not do itself.
set -euo pipefail
ids=$(chroot "$TODOITA_ROOT" bash -c "id -u $TODOITA_WHO; id -g $TODOITA_WHO")
chown -R "$(tr '\n' ':' <<<"$ids" | sed 's/:$//')" "$KR_HOME"
[ -z "${TODOITA_TEMPORARY:-}" ] || export TMPDIR=$TODOITA_TEMPORARY
export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin USER=$TODOITA_WHO
exec chroot "$TODOITA_ROOT" setpriv --reuid "$TODOITA_WHO" --regid "$TODOITA_WHO" --clear-groups -- "$@"
