#!/bin/sh
# base.sh: make debian:bookworm-slim, and on it plumbline/base, whose apt works on this machine's network.
# With a registry: a pull. Without: mmdebstrap from the machine's own apt sources. The label
# plumbline.base of plumbline/base says which way was taken.
set -eu

suite=bookworm
debian=debian:$suite-slim
log() { echo "base: $*" >&2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The machine's Debian sources for our suite, one-line style, both formats; none on a foreign distribution.
machine_sources() {
  for f in /etc/apt/sources.list.d/*.sources; do
    [ -f "$f" ] || continue
    awk -v suite="$suite" '
      function flush(  i, n, s) {
        if (types ~ /deb/ && enabled != "no") { n = split(suites, s, " ")
          for (i = 1; i <= n; i++) if (s[i] ~ "^" suite "(-security|-updates)?$") print "deb " uris " " s[i] " main" }
        types = uris = suites = enabled = "" }
      /^[[:space:]]*$/ { flush() }
      /^Types:/ { types = $2 } /^Enabled:/ { enabled = $2 } /^URIs:/ { uris = $2 }
      /^Suites:/ { sub(/^Suites:[[:space:]]*/, ""); suites = $0 }
      END { flush() }' "$f"
  done
  for f in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$f" ] || continue
    sed -n -E "s/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+)[[:space:]]+($suite(-security|-updates)?)[[:space:]].*/deb \2 \3 main/p" "$f"
  done
}

machine_sources | sort -u >"$work/sources.list"
# Proxies, certificates and date checks; never the machine's hooks or package choices.
apt-config dump 2>/dev/null | grep -E '^Acquire::(https?::|ftp::Proxy|Proxy|Check-|Retries|AllowInsecure)' >"$work/90machine" || :

if ! docker image inspect "$debian" >/dev/null 2>&1; then
  if timeout "${PLUMBLINE_PULL_TIMEOUT:-20}" docker pull -q "$debian" >/dev/null 2>&1; then
    log "pulled $debian"
  else
    command -v mmdebstrap >/dev/null || { log "no registry answers and mmdebstrap is missing (run ci/images/system.sh)"; exit 1; }
    log "no registry answers: building $debian with mmdebstrap"
    # An empty list makes mmdebstrap use its own default mirror.
    set -- "$suite" "$work/root.tar"
    [ ! -s "$work/sources.list" ] || set -- "$@" "$work/sources.list"
    nice mmdebstrap --quiet --variant=minbase --include=ca-certificates \
      --aptopt="$work/90machine" --aptopt='Acquire::Languages "none"' \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' "$@"
    docker import -c 'CMD ["bash"]' -c 'LABEL plumbline.base=mmdebstrap' \
      -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' "$work/root.tar" "$debian" >/dev/null
    rm -f "$work/root.tar"
  fi
fi

# plumbline/base = the distribution + this machine's way to its packages.
mkdir "$work/ctx" "$work/ctx/ca"
cp "$work/90machine" "$work/sources.list" "$work/ctx/"
for f in /usr/local/share/ca-certificates/*.crt; do [ ! -f "$f" ] || cp "$f" "$work/ctx/ca/"; done
origin=$(docker image inspect -f '{{index .Config.Labels "plumbline.base"}}' "$debian" 2>/dev/null || :)
cat >"$work/ctx/Dockerfile" <<D
FROM $debian
COPY ca/ /usr/local/share/ca-certificates/
COPY 90machine /etc/apt/apt.conf.d/90machine
COPY sources.list /tmp/sources.list
RUN if [ -s /tmp/sources.list ]; then rm -f /etc/apt/sources.list.d/*; cat /tmp/sources.list > /etc/apt/sources.list; fi; rm -f /tmp/sources.list; \
  if command -v update-ca-certificates >/dev/null; then update-ca-certificates >/dev/null 2>&1; fi
LABEL plumbline.base="${origin:-registry}"
D
digest=$( (docker image inspect -f '{{.Id}}' "$debian"; cd "$work/ctx" && find . -type f | LC_ALL=C sort | xargs sha256sum) | sha256sum | cut -c1-16)
have=$(docker image inspect -f '{{index .Config.Labels "plumbline.digest"}}' plumbline/base 2>/dev/null || :)
if [ "$have" != "$digest" ]; then
  docker build -q --network host --label "plumbline.digest=$digest" -t plumbline/base "$work/ctx" >/dev/null
  log "built plumbline/base (${origin:-registry})"
fi
