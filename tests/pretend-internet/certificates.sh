#!/usr/bin/env bash
# Makes a throw-away certificate authority and every server certificate of the table. Inside the namespace only.
set -euo pipefail
ca=$PI_STATE/ca; mkdir -p "$ca"; cd "$ca"
key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
authority() { # file, name
  openssl req -x509 "${key[@]}" -days 3650 -subj "/CN=$2" -addext basicConstraints=critical,CA:TRUE \
    -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$1.key" -out "$1.pem" 2>/dev/null
}
authority ca "Pretend Internet test CA" & authority stranger "An authority nobody trusts" & wait
expired() { # `openssl ca` alone takes dates that lie in the past
  : > ca.index
  printf '[ca]\ndefault_ca=c\n[c]\ndatabase=ca.index\nnew_certs_dir=.\nrand_serial=yes\npolicy=p\ndefault_md=sha256\nx509_extensions=x\n[p]\ncommonName=supplied\n[x]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=%s\n' "$2" > ca.conf
  openssl req "${key[@]}" -subj "/CN=$1.pretend" -keyout "$1.key" -out "$1.csr" 2>/dev/null
  openssl ca -batch -notext -config ca.conf -cert ca.pem -keyfile ca.key -in "$1.csr" -out "$1.crt" -startdate 20200101000000Z -enddate 20200131000000Z 2>/dev/null
  cat "$1.crt" ca.pem > "$1.pem"
}
leaf() { # name, kind, subject alternative names
  local by=(-CA ca.pem -CAkey ca.key)
  case $2 in
    expired) expired "$1" "$3"; return;;
    unknownca) by=(-CA stranger.pem -CAkey stranger.key);;
    selfsigned) by=();;
  esac
  openssl req -x509 "${key[@]}" -days 30 -subj "/CN=$1.pretend" "${by[@]}" -addext basicConstraints=critical,CA:FALSE \
    -addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=serverAuth -addext "subjectAltName=$3" -keyout "$1.key" -out "$1.crt" 2>/dev/null
  case $2 in selfsigned) cp "$1.crt" "$1.pem";; unknownca) cat "$1.crt" stranger.pem > "$1.pem";; *) cat "$1.crt" ca.pem > "$1.pem";; esac
}
while read -r name kind names; do leaf "$name" "$kind" "$names" & done < "$PI_STATE/certificates"
wait
chmod 644 ./*.pem ./*.key     # throw-away keys; Postfix and Dovecot drop their rights before reading some of them
cp ca.pem "$PI_RUN/ca.pem"
