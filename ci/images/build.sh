#!/bin/sh
# build.sh [image…]: build the images of the containers target, parents first. An image whose label
# plumbline.digest equals the hash of its folder and its parents is left alone.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
images=$(cd "$here/../../fixtures/targets/containers/images" && pwd)
order='host storage workload compute guest pve router vantage'

log() { echo "images: $*" >&2; }
label() { docker image inspect -f '{{index .Config.Labels "plumbline.digest"}}' "plumbline/$1" 2>/dev/null || :; }
parents() { sed -n -E 's#^FROM plumbline/([a-z]+).*#\1#p; s#^COPY --from=plumbline/([a-z]+).*#\1#p' "$images/$1/Dockerfile" | sort -u; }

# Names, run bits and contents of the folder, then the digests of the parents.
digest() {
  [ -f "$images/$1/Dockerfile" ] || { log "no image called $1"; exit 2; }
  {
    (cd "$images/$1" && find . -type f -perm -100 | LC_ALL=C sort && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
    for p in $(parents "$1"); do label "$p"; done
  } | sha256sum | cut -c1-16
}

build() {
  want=$(digest "$1")
  [ "$(label "$1")" != "$want" ] || return 0
  begin=$(date +%s)
  old=$(docker image inspect -f '{{.Id}}' "plumbline/$1" 2>/dev/null || :)
  out=$(mktemp)
  # --network host: the build reaches what the machine reaches, a proxy on its loopback included
  if ! nice docker build --network host --label "plumbline.digest=$want" -t "plumbline/$1" "$images/$1" >"$out" 2>&1; then
    tail -n 40 "$out" >&2
    rm -f "$out"
    log "plumbline/$1 failed"
    exit 1
  fi
  rm -f "$out"
  # the version it replaces; kept by the engine while something still stands on it
  [ -z "$old" ] || docker rmi "$old" >/dev/null 2>&1 || :
  log "built plumbline/$1 in $(($(date +%s) - begin)) s"
}

sh "$here/base.sh"
wanted=${*:-$order}
needed=
need() { # parents first
  case " $needed " in *" $1 "*) return 0 ;; esac
  for p in $(parents "$1"); do [ "$p" = base ] || need "$p"; done
  needed="$needed $1"
}
for image in $wanted; do need "$image"; done
for image in $needed; do build "$image"; done
