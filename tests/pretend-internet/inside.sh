#!/usr/bin/env bash
# First process of the namespace: cuts it off from every network, starts the servers, runs CMD. Called by run.sh only.
set -euo pipefail
cd_back=$PWD
cd "$PI_HOME"
unset http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY
export PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1

# --- the network: loopback, two public-looking nets on it, and a default route whose packets the firewall refuses and counts.
# A source address of its own matters: Dovecot takes a client with the server's address for a safe line and offers AUTH in clear.
ip link set lo up
ip address add 11.22.33.1/32 dev lo
ip route add local 11.22.33.0/24 dev lo src 11.22.33.1
ip route add local 11.22.34.0/24 dev lo src 11.22.33.1
ip route add default dev lo src 11.22.33.1
for net in fc00::/7 64:ff9b::/96; do ip -6 route add "$net" dev lo 2>/dev/null || true; done     # so that the firewall sees who goes there
nft -f templates/firewall.nft

# --- servers' own files live on a short path (socket names) that everybody may enter and that ends with the namespace
mount -t tmpfs -o mode=755 tmpfs "$PI_STATE"
python3 -m pretend.render
./certificates.sh
chown -R mail:mail "$PI_STATE/mail"; chown postfix "$PI_STATE/postfix/data"; chmod 640 "$PI_STATE"/dovecot/{users,readers}; chgrp dovecot "$PI_STATE"/dovecot/{users,readers}
touch "$PI_RUN/dovecot.log" "$PI_RUN/postfix.log"

# --- the system's resolver and trust store
system=$PI_STATE/system; mkdir -p "$system"
printf 'nameserver 127.0.0.1\noptions timeout:2 attempts:1\n' > "$system/resolv.conf"
printf '127.0.0.1 localhost\n::1 localhost\n' > "$system/hosts"
sed 's/^hosts:.*/hosts: files dns/' /etc/nsswitch.conf > "$system/nsswitch.conf"
for f in resolv.conf hosts nsswitch.conf; do mount --bind "$system/$f" "/etc/$f"; done
cp -a /etc/ssl/certs "$system/certs"
cat "$PI_STATE/ca/ca.pem" >> "$system/certs/ca-certificates.crt"
cp "$PI_STATE/ca/ca.pem" "$system/certs/pretend-internet.pem"
ln -sf pretend-internet.pem "$system/certs/$(openssl x509 -in "$PI_STATE/ca/ca.pem" -noout -subject_hash).0"
mount --bind "$system/certs" /etc/ssl/certs

# --- the servers, all at once
knotd -c "$PI_STATE/dns/knot.conf" > "$PI_RUN/knot.out" 2>&1 &
dovecot -F -c "$PI_STATE/dovecot/dovecot.conf" > "$PI_RUN/dovecot.out" 2>&1 &
(postfix -c "$PI_STATE/postfix/etc" start > "$PI_RUN/postfix.out" 2>&1) &
node oidc/server.mjs > "$PI_RUN/oauth.log" 2>&1 &
python3 -m pretend.main > "$PI_RUN/faces.log" 2>&1 &
python3 -m pretend.ready

cd "$cd_back"
echo "pretend internet up in $(( ($(date +%s%N) - PI_BORN) / 1000000 )) ms, state in $PI_RUN" >&2
set +e
PATH="$PI_HOME/browser/bin:$PATH" "$@"
code=$?
cp -r "$PI_STATE/mail" "$PI_RUN/" 2>/dev/null
exit $code
