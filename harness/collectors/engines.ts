import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A trace of a container engine on a host. */
export interface EngineTrace {
  /** `binary`: installed; `process`: runs now; `socket`: answers or starts it; `enabled`: starts with the system or with a user. */
  readonly kind: 'binary' | 'process' | 'socket' | 'enabled'
  /** Program, socket path or unit file. */
  readonly name: string
  /** User of a process, by number. */
  readonly uid?: number
  /** Whether a process belongs to a container of this host, in which it has been seen from outside. */
  readonly isInGuest?: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Traces of Docker, containerd, Podman, Kubernetes and their like; complete when every process could be seen. */
    engines: Census<EngineTrace>
  }
}

const PROGRAMS =
  'dockerd|containerd|containerd-shim.*|podman|conmon|k3s.*|k0s|kubelet|crio|cri-o|buildkitd|rootlesskit|nerdctl|lxd|incusd|microk8s.*'
const UNITS = '*docker* *containerd* *podman* *k3s* *kubelet* *crio* *buildkit* *lxd* *incus*'

/**
 * Engines by four traces: a tool that is missing is no proof, and a rootless engine is no service of the system.
 * Programs are known by the file they run, also when it was deleted, and by the name the kernel has.
 *
 * @source /proc, proc(5), as root; /proc/net/unix; systemd.unit(5) folders of the system and of users
 */
export const engines = hostCollector('engines', {
  timeoutSeconds: 40,
  command: [
    'echo "uid $(id -u)"; m=$(readlink /proc/self/ns/pid) || exit; echo "own $m";',
    'for b in dockerd docker containerd podman k3s k0s kubelet crio buildkitd nerdctl lxd incusd; do if command -v "$b" >/dev/null; then echo "binary $b"; fi; done;',
    'n=0; for d in /proc/[0-9]*; do c=; read -r c 2>/dev/null <"$d/comm" || [ -n "$c" ] || continue; n=$((n+1)); e=$(readlink "$d/exe" 2>/dev/null); e=${e% (deleted)}; e=${e##*/};',
    `printf '%s\\n%s\\n' "$c" "$e" | grep -qxE '${PROGRAMS}' || continue; u=$(stat -c %u "$d") || continue; s=$(readlink "$d/ns/pid") || s=$m; echo "process $u $s \${e:-$c}"; done; echo "seen $n";`,
    `while read -r a a a a a a a q; do case "$q" in *docker*.sock*|*containerd*.sock*|*podman*.sock*|*crio*.sock*|*buildkit*.sock*|*/lxd/unix.socket*|*/incus/unix.socket*) echo "socket $q";; esac; done </proc/net/unix;`,
    `for d in /etc/systemd/system /etc/systemd/user /root/.config/systemd/user /home/*/.config/systemd/user; do [ ! -d "$d" ] || for u in ${UNITS}; do find "$d" -path "*.wants/$u" -exec echo enabled {} ';' || exit; done; done; echo looked`,
  ].join(' '),
  parse: ({ stdout }): Census<EngineTrace> => {
    const lines = stdout.trimEnd().split('\n')
    const one = (key: string) =>
      lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1)
    const [uid, own, seen] = [one('uid'), one('own'), one('seen')]
    if (lines.at(-1) !== 'looked' || !uid || !own || !seen)
      throw new Unseen('cut short', 'the look for engines did not come to its end')
    const items = lines.flatMap((line) => traceOf(line, own))
    if (uid === '0' && Number(seen) > 0) return { items, complete: true }
    const because =
      uid === '0'
        ? 'no process could be seen'
        : 'only root sees every process: let the login become root'
    return { items, complete: false, because }
  },
})

function traceOf(line: string, own: string): readonly EngineTrace[] {
  const [kind = '', ...rest] = line.split(' ')
  const name = rest.join(' ')
  if (kind === 'binary' || kind === 'socket' || kind === 'enabled') return [{ kind, name }]
  if (kind !== 'process') {
    if (['uid', 'own', 'seen', 'looked'].includes(kind)) return []
    throw new Unseen('not understood', 'a line of the look for engines has another form')
  }
  const [, uid, space, program] = /^process (\d+) (pid:\[\d+\]) (\S.*)$/.exec(line) ?? []
  if (!uid || !space || !program)
    throw new Unseen('not understood', 'a process of an engine is not described as it should be')
  return [{ kind, name: program, uid: Number(uid), isInGuest: space !== own }]
}
