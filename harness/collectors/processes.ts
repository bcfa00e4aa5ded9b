import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'

/** A program that runs, as the kernel has it. Threads of the kernel run no program. */
export interface Process {
  readonly pid: number
  readonly parent: number
  readonly uid: number
  /** As the kernel names it, 15 characters at most. */
  readonly name: string
  /** File it was started from, in its own mount namespace. */
  readonly program: string
  /** Whether that file is no longer there: after an upgrade, or because somebody hides it. */
  readonly isDeleted: boolean
  /** Its PID namespace, e.g. `pid:[4026531836]`. */
  readonly namespace: string
  /** Whether that is the host's own: otherwise it runs in a container of this host, seen from outside. */
  readonly isOwn: boolean
  /** Its path in the hierarchy of systemd, the unified one where there is but one, e.g. `/lxc/101/ns/system.slice/docker.service`. */
  readonly cgroup: string
  /** File that an interpreter runs; `-` when what it runs stands on its command line or comes from elsewhere. */
  readonly script?: string
  /** Package of the program or script; absent when no package brought it, and for processes of containers. */
  readonly owner?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    processes: readonly Process[]
  }
}

const INTERPRETERS = 'python*|perl*|ruby*|node|nodejs|java|php*|bash|dash|sh|zsh|busybox'

/**
 * Every process of a machine, those of its containers too, and which package brought what runs on the machine
 * itself. Of arguments only the script of an interpreter is told.
 *
 * @source proc(5), pid_namespaces(7), dpkg-query(1) -S; as root
 */
export const processes = hostCollector('processes', {
  where: isOfMachines,
  timeoutSeconds: 60,
  command: [
    `${AS_ROOT}; m=$(readlink /proc/1/ns/pid) || { echo 'Permission denied: /proc/1/ns' >&2; exit 1; }; echo "own $m"; f=;`,
    // Whoever looks is no process of the machine: from this shell up to the login that it came by.
    'x=; p=$$; while [ "${p:-1}" -gt 1 ]; do case $(readlink "/proc/$p/exe") in */sshd*) break;; esac; x="$x /proc/$p "; p=$(sed -n "s/^PPid:[^0-9]*//p" "/proc/$p/status"); done;',
    'for d in /proc/[0-9]*; do case $x in *" $d "*) continue;; esac; n=; read -r n 2>/dev/null <"$d/comm" || [ -n "$n" ] || continue;',
    'e=$(readlink "$d/exe" 2>/dev/null) || continue;',
    's=$(readlink "$d/ns/pid") || continue; u=$(stat -c %u "$d") || continue;',
    `q=$(sed -n 's/^PPid:[^0-9]*//p' "$d/status") || continue; g=$(sed -nE '/^[0-9]+:name=systemd:/{s///p;q;};s/^0:://p' "$d/cgroup");`,
    `t=; case \${e##*/} in ${INTERPRETERS}) t=$(tr '\\0' '\\n' <"$d/cmdline" | sed 1d | awk '/^-([a-z]*c|e|m)?$/ { print "-"; exit } /^-/ { next } { print; exit }');; esac; case $t in /*|-|'') ;; *) t=$(readlink "$d/cwd")/$t;; esac;`,
    `printf 'process\\t%s\\t%s\\t%s\\t%s\\t%s\\t%s\\t%s\\t%s\\n' "\${d#/proc/}" "$q" "$u" "$s" "$n" "$e" "$g" "$t";`,
    '[ "$s" != "$m" ] || f="$f|${e% (deleted)}|$t"; done;',
    // One look for all of them, under both spellings of a path where /usr was merged.
    `if command -v dpkg-query >/dev/null; then printf '%s' "$f" | tr '|' '\\n' | grep '^/' | sort -u | sed 'p; s,^/usr/,/,; t; s,^/,/usr/,' | xargs -r -d '\\n' dpkg-query -S 2>/dev/null | grep -v '^diversion by ' | sed -nE 's,^([a-z0-9][^:, ]*)[^/]*: (/.*)$,owner\\t\\2\\t\\1,p'; fi; echo looked`,
  ].join(' '),
  parse: ({ stdout }): readonly Process[] => {
    const lines = stdout.trimEnd().split('\n')
    const [, own] = /^own (pid:\[\d+\])$/.exec(lines.shift() ?? '') ?? []
    if (own === undefined || lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the list of processes has no beginning or no end')
    const rows = lines.map((line) => line.split('\t'))
    const owners = new Map(
      rows
        .filter(([kind]) => kind === 'owner')
        .map(([, path = '', owner = '']) => [merged(path), owner]),
    )
    const found = rows
      .filter(([kind]) => kind !== 'owner')
      .map((row) => processOf(row, own, owners))
    if (!found.some(({ pid }) => pid === 1))
      throw new Unseen('not understood', 'the first process is not among them: they are hidden')
    return found
  },
})

/** A path as it is called without /usr: both spellings lead to the same file. */
const merged = (path: string): string => path.replace(/^\/usr\//, '/')

function processOf(
  row: readonly string[],
  own: string,
  owners: ReadonlyMap<string, string>,
): Process {
  const [kind, pid, parent, uid, namespace, name, exe, cgroup, script] = row
  const numbers = [pid, parent, uid].every((text) => /^\d+$/.test(text ?? ''))
  if (kind !== 'process' || row.length !== 9 || !numbers || !name || !exe || !namespace)
    throw new Unseen('not understood', 'a process is not described as it should be')
  const program = exe.replace(/ \(deleted\)$/, '')
  const isOwn = namespace === own
  const owner = isOwn ? [program, script].map((path) => owners.get(merged(path ?? ''))) : []
  const [ofProgram, ofScript] = owner
  const its = script ? ofScript : ofProgram
  return {
    pid: Number(pid),
    parent: Number(parent),
    uid: Number(uid),
    name,
    program,
    isDeleted: program !== exe,
    namespace,
    isOwn,
    cgroup: cgroup ?? '',
    ...(script ? { script } : {}),
    ...(its === undefined ? {} : { owner: its }),
  }
}
