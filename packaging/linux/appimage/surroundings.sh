# The person's own surroundings, kept while the AppImage has others: sourced by AppRun and by the xdg-open in it. Modules of
# the system would be loaded into the libraries of the AppImage, and its settings into the system's programs.
inner_names="GDK_PIXBUF_MODULE_FILE GIO_EXTRA_MODULES GIO_MODULE_DIR GSETTINGS_SCHEMA_DIR GTK_EXE_PREFIX
    GTK_IM_MODULE_FILE GTK_PATH XDG_DATA_DIRS"

keep_surroundings() {
    export TODOITA_HOST_DIRECTORY="${OWD:-$PWD}" TODOITA_HOST_PATH="$PATH"
    for name in $inner_names; do
        eval "value=\${$name-}"
        [ -z "$value" ] || export "TODOITA_HOST_$name=$value"
        unset "$name"
    done
}

give_surroundings_back() {
    [ -n "${TODOITA_HOST_PATH:-}" ] || return 0
    PATH=$TODOITA_HOST_PATH OWD=$TODOITA_HOST_DIRECTORY
    for name in $inner_names; do
        eval "value=\${TODOITA_HOST_$name-}"
        unset "$name" "TODOITA_HOST_$name"
        [ -z "$value" ] || export "$name=$value"
    done
    unset TODOITA_HOST_PATH TODOITA_HOST_DIRECTORY
}
