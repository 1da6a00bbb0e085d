# What every trial of a package says of itself: sourced by try-*.sh.
passed=0
holds() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); echo "ok: $what"; else echo "FAILED: $what"; exit 1; fi
}
