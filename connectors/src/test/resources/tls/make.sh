#!/bin/sh
# Makes the keys and certificates of this folder anew; the tests need no others for a hundred years.
set -eu
cd "$(dirname "$0")"
rm -f ./*.p12 ./*.pem
key() { keys=$1; shift; keytool "$@" -alias key -storetype PKCS12 -storepass changeit -keystore "$keys.p12"; }
make() { store=$1 name=$2; shift 2; key "$store" -genkeypair -keyalg EC -validity 36500 -dname "$name" "$@"; }
sign() {
  store=$1; shift
  key "$store" -certreq -file request
  key issuer -gencert -rfc -validity 36500 -infile request -outfile signed "$@"
  cat issuer.pem >> signed
  key "$store" -importcert -noprompt -trustcacerts -file signed
  rm request signed
}
make own CN=collector -ext san=ip:127.0.0.1
make splunk 'CN=SplunkServerDefaultCert, O=SplunkUser'
make issuer 'CN=an issuer' -ext bc:c
make here CN=here
make elsewhere CN=elsewhere
for store in own splunk issuer; do key "$store" -exportcert -rfc -file "$store.pem"; done
sign here -ext san=ip:127.0.0.1
sign elsewhere
rm issuer.p12
