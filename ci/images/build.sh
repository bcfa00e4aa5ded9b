#!/bin/sh
# build.sh [image…]: build the images of the containers target, parents first. An image whose label
# plumbline.digest equals the hash of its folder and its parents is left alone. Images that all labs share lie beside the target;
# those of one lab beside its description, and are called <lab>-<image>. Without a name: all, but those whose folder holds a file
# `on-demand`, which says why they are not.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
fixtures=$(cd "$here/../../fixtures" && pwd)

log() { echo "images: $*" >&2; }
label() { docker image inspect -f '{{index .Config.Labels "plumbline.digest"}}' "plumbline/$1" 2>/dev/null || :; }
parents() { sed -n -E 's#^FROM plumbline/([a-z0-9-]+).*#\1#p; s#^COPY --from=plumbline/([a-z0-9-]+).*#\1#p' "$(folder "$1")/Dockerfile" | sort -u; }

# The folder of an image, by its name.
folder() {
  dir=$fixtures/targets/containers/images/$1
  for lab in "$fixtures"/labs/*/replica; do
    name=${lab%/replica}
    name=${name##*/}
    case $1 in "$name"-*) dir=$lab/images/${1#"$name"-} ;; esac
  done
  [ -f "$dir/Dockerfile" ] || { log "no image called $1"; exit 2; }
  echo "$dir"
}

all() {
  for file in "$fixtures"/targets/containers/images/*/Dockerfile "$fixtures"/labs/*/replica/images/*/Dockerfile; do
    [ -f "$file" ] && [ ! -f "${file%/Dockerfile}/on-demand" ] || continue
    dir=${file%/Dockerfile}
    case $dir in
      */labs/*) lab=${dir%/replica/*}; echo "${lab##*/}-${dir##*/}" ;;
      *) echo "${dir##*/}" ;;
    esac
  done
}

# Names, run bits and contents of the folder, then the digests of the parents.
digest() {
  dir=$(folder "$1")
  {
    (cd "$dir" && find . -type f -perm -100 | LC_ALL=C sort && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
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
  # GOPROXY and GOSUMDB are the machine's, where it has any: a Dockerfile that wants them says ARG
  if ! nice docker build --network host --build-arg GOPROXY --build-arg GOSUMDB --label "plumbline.digest=$want" -t "plumbline/$1" "$(folder "$1")" >"$out" 2>&1; then
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
wanted=${*:-$(all)}
needed=
need() { # parents first
  case " $needed " in *" $1 "*) return 0 ;; esac
  for p in $(parents "$1"); do [ "$p" = base ] || need "$p"; done
  needed="$needed $1"
}
for image in $wanted; do need "$image"; done
for image in $needed; do build "$image"; done
