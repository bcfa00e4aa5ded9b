#!/bin/sh
# system.sh: what the targets containers and qemu need from the machine. Run as root; a second run changes nothing.
# Installs the missing Debian packages and starts a Docker daemon when none answers. Fetches promtool too,
# by which the alert rules are tested.
set -eu

log() { echo "system: $*" >&2; }
die() { log "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

[ "$(id -u)" = 0 ] || die "run as root"

missing=
need() { has "$1" || missing="$missing $2"; } # need <command> <package>
need dockerd docker.io
need docker docker.io
need mmdebstrap mmdebstrap
need iptables iptables
need ssh-keygen openssh-client
need nft nftables
need qemu-system-x86_64 qemu-system-x86
need qemu-img qemu-utils
need mke2fs e2fsprogs
need chromium chromium # opens the reports in a test
if [ -n "$missing" ]; then
  has apt-get || die "missing:$missing (and no apt-get to install them)"
  log "installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  out=$(mktemp)
  # word splitting intended: a list of package names
  # shellcheck disable=SC2086
  # one dead third-party source fails the update as a whole; whether ours answered, the install shows
  if ! { apt-get update -qq; apt-get install -y -qq --no-install-recommends $missing; } >"$out" 2>&1; then
    tail -n 20 "$out" >&2
    die "packages could not be installed"
  fi
  rm -f "$out"
fi

# promtool alone: installing its package would start a Prometheus on this machine. Tests that miss it say so.
fetch_promtool() (
  dir=$(mktemp -d)
  trap 'rm -rf "$dir"' EXIT
  cd "$dir"
  fetch() { apt-get download -qq -o APT::Sandbox::User=root prometheus >/dev/null 2>&1; }
  fetch || { apt-get update -qq >/dev/null 2>&1; fetch; } || return 1
  dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x -O ./usr/bin/promtool >promtool
  chmod 755 promtool
  ./promtool --version >/dev/null 2>&1 && mv promtool /usr/local/bin/promtool
)
if ! has promtool && has apt-get; then
  if fetch_promtool; then log "fetched promtool"; else log "promtool could not be fetched: the tests of the alert rules will not run"; fi
fi

if timeout 10 docker info >/dev/null 2>&1; then exit 0; fi

daemon_log=${TMPDIR:-/tmp}/plumbline-dockerd.log
: >"$daemon_log"
start() { # start <storage driver, or nothing for the daemon's own choice>
  log "starting dockerd${1:+ with $1} (log: $daemon_log)"
  setsid nohup dockerd ${1:+--storage-driver "$1"} >>"$daemon_log" 2>&1 </dev/null &
  pid=$!
  i=0
  while [ $i -lt 120 ]; do
    timeout 5 docker info >/dev/null 2>&1 && return 0
    kill -0 $pid 2>/dev/null || return 1
    sleep 0.5
    i=$((i + 1))
  done
  kill $pid 2>/dev/null
  return 1
}

# A daemon that was killed leaves its pid file; dockerd refuses to start beside it.
for f in /var/run/docker.pid /run/docker/containerd/containerd.pid; do
  if [ -s "$f" ] && ! kill -0 "$(cat "$f")" 2>/dev/null; then rm -f "$f"; fi
done

# overlay2 fails on a root file system that is itself an overlay; vfs works everywhere and is slow.
start '' || start vfs || {
  tail -n 20 "$daemon_log" >&2
  die "no Docker daemon answers (last lines of its log above)"
}
