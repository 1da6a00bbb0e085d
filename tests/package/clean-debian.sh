# A clean Debian in a folder of its own, for what is tried or built where nothing else is: sourced. Needs root, debootstrap
# and Debian's packages.
#   clean_debian FOLDER    unpacks it into $root, which is FOLDER/root; what debootstrap made is kept in FOLDER/clean.tar
#   join_debian            gives it processes, devices, names and the certificates that this computer trusts
#   leave_debian           ends that
suite=${SUITE:-bookworm}

clean_debian() {
    local folder=$1 mirror
    root=$folder/root
    mkdir -p "$folder"
    leave_debian
    # Never through what is still mounted.
    rm -rf --one-file-system "$root"
    if [ ! -f "$folder/clean.tar" ]; then
        # The archive that this computer itself uses, where it is a Debian: packages of others for it lie elsewhere.
        mirror=
        if grep -qx 'ID=debian' /etc/os-release; then
            mirror=$(grep -rhoE '^[^#]*https?://[^/ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null |
                grep -oE 'https?://[^ ]*' | head -1 || true)
        fi
        debootstrap --variant=minbase --components=main "$suite" "$root" "${mirror:-http://deb.debian.org/debian}" \
            >"$folder/debootstrap.log"
        # Apt reaches the archive as this computer does.
        [ ! -d /etc/apt/apt.conf.d ] || cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
        tar -C "$root" -cf "$folder/clean.tar" .
        return
    fi
    mkdir "$root"
    tar -C "$root" -xf "$folder/clean.tar"
}

join_debian() {
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --make-rslave "$root/dev"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    [ ! -f /etc/apt/apt.conf ] || cp /etc/apt/apt.conf "$root/etc/apt/apt.conf"
    for store in /etc/ssl/certs /usr/share/ca-certificates /usr/local/share/ca-certificates; do
        [ ! -d "$store" ] || { mkdir -p "$root$store" && cp -rL "$store/." "$root$store/" 2>/dev/null || true; }
    done
}

leave_debian() { umount -R "$root/proc" "$root/dev" 2>/dev/null || true; }
