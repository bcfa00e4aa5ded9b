import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isTunnelPort, tunnelNamed } from './scan/tunnel-programs.ts'

/** A sign that something reaches out and may let others in by the same way. */
export interface Tunnel {
  readonly host: string
  /** A running program, a unit that starts by itself, a container (stopped ones too), or a connection to a port that only tunnels use. */
  readonly kind: 'process' | 'unit' | 'container' | 'flow'
  /** Program, unit, image or peer, e.g. `cloudflared`, `ssh -R`, `frpc.service`, `ngrok/ngrok:3`, `198.51.100.7:7844`. */
  readonly name: string
  /** Of a unit, as systemd says it. */
  readonly state?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Complete when all processes were seen, and units and connections were listed. */
    tunnels: Census<Tunnel>
  }
}

const PROCESSES =
  'for p in /proc/[0-9]*; do n=; read -r n <$p/comm; case $n in ssh|autossh) if tr "\\0" " " <$p/cmdline | grep -qE " -[A-Za-z0-9]*R|[Rr][Ee][Mm][Oo][Tt][Ee][Ff][Oo][Rr][Ww][Aa][Rr][Dd]"; then n="$n -R"; fi;; esac; echo "${p#/proc/} $n"; done 2>/dev/null'
const CONTAINERS =
  'for e in docker podman; do if command -v $e >/dev/null; then $e ps -a --format "{{.Image}}" || exit 1; fi; done'
const UNITS =
  'if command -v systemctl >/dev/null; then systemctl list-unit-files --no-legend --no-pager --type=service --type=timer --type=socket; else ls /etc/init.d; fi'

/**
 * Known tunnel and relay programs: running, set to start, or connected. A renamed program is found by its
 * unit or its connection, if at all. Of command lines only whether ssh forwards a remote port is printed.
 *
 * @source /proc, systemctl(1) or /etc/init.d, docker(1) and podman(1) where they are installed, ss(8)
 * @unknown a part of the answer is missing
 */
export const tunnels = hostCollector('tunnels', {
  command: `${PROCESSES}; echo "-- units" && ${UNITS} && echo "-- containers" && ${CONTAINERS} && echo "-- flows" && ss -H -t -u -n state established`,
  parse: ({ stdout }, { name: host, tailnetAddress }): Census<Tunnel> => {
    const [processes = '', units = '', images = '', flows] = stdout.split(
      /^-- (?:units|containers|flows)\n/m,
    )
    if (flows === undefined)
      throw new Unseen('cut short', 'a part is missing: programs, units, containers, connections')
    const items = [
      ...processesIn(processes).flatMap((name) => named({ host, kind: 'process', name })),
      ...unitsIn(units).flatMap(({ unit, state }) =>
        named({ host, kind: 'unit', name: unit, ...(state === undefined ? {} : { state }) }),
      ),
      ...rows(images).flatMap((name) => named({ host, kind: 'container', name })),
      // On a member the tailnet's own controls look at it; on any other host it is a network that nobody declared.
      ...(tailnetAddress === undefined ? processesIn(processes) : [])
        .filter((name) => name === 'tailscaled')
        .map((name): Tunnel => ({ host, kind: 'process', name })),
      ...flowsIn(flows).map((name): Tunnel => ({ host, kind: 'flow', name })),
    ]
    // Where processes are hidden from others (hidepid), the first one is too.
    return /^1 \S/m.test(processes)
      ? { items, complete: true }
      : { items, complete: false, because: `${host} hides its processes: read it as root` }
  },
})

/** The tunnel if it is known to be one: by the name without a unit's suffix, or an image's registry and version. */
function named(tunnel: Tunnel): readonly Tunnel[] {
  const image = tunnel.name.replace(/^.*\//, '').replace(/[:@].*$/, '')
  const bare =
    tunnel.kind === 'container' ? image : tunnel.name.replace(/\.(service|timer|socket)$/, '')
  return tunnelNamed(bare) ? [tunnel] : []
}

const processesIn = (text: string): readonly string[] => [
  ...new Set(rows(text).map((line) => line.replace(/^\d+ /, ''))),
]

/** Units that start by themselves or are started by another: all but the switched off. */
const unitsIn = (text: string) =>
  rows(text)
    .map((line) => line.split(/\s+/))
    .map(([unit = '', state]) => ({ unit, state }))
    .filter(({ state }) => state !== 'disabled' && !state?.startsWith('masked'))

function flowsIn(text: string): readonly string[] {
  const peers = rows(text).map((line) => {
    const peer = line.split(/\s+/)[4]
    if (peer === undefined || !/:\d+$/.test(peer))
      throw new Unseen('not understood', `ss printed "${line.slice(0, 120)}"`)
    return peer
  })
  return [...new Set(peers)].filter((peer) => isTunnelPort(Number(peer.split(':').pop())))
}

const rows = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
