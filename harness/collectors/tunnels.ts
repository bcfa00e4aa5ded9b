import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isTunnelPort, tunnelNamed } from './scan/tunnel-programs.ts'

/** A sign that something reaches out and may let others in by the same way. */
export interface Tunnel {
  readonly host: string
  /** A running program, a unit that starts by itself, or a connection to a port that only tunnels use. */
  readonly kind: 'process' | 'unit' | 'flow'
  /** Program, unit or peer, e.g. `cloudflared`, `ssh -R`, `frpc.service`, `198.51.100.7:7844`. */
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
  'for p in /proc/[0-9]*; do n=; read -r n <$p/comm; case $n in ssh|autossh) if tr "\\0" " " <$p/cmdline | grep -qE " -[A-Za-z]*R|RemoteForward"; then n="$n -R"; fi;; esac; echo "${p#/proc/} $n"; done 2>/dev/null'
const UNITS =
  'if command -v systemctl >/dev/null; then systemctl list-unit-files --no-legend --no-pager --type=service --type=timer --type=socket; else ls /etc/init.d; fi'

/**
 * Known tunnel and relay programs: running, set to start, or connected. A renamed program is found by its
 * unit or its connection, if at all. Of command lines only whether ssh forwards a remote port is printed.
 *
 * @source /proc, systemctl(1) or /etc/init.d, ss(8)
 * @unknown a part of the answer is missing
 */
export const tunnels = hostCollector('tunnels', {
  command: `${PROCESSES}; echo "-- units" && ${UNITS} && echo "-- flows" && ss -H -t -u -n state established`,
  parse: ({ stdout }, { name: host }): Census<Tunnel> => {
    const [processes, units, flows] = stdout.split(/^-- (?:units|flows)\n/m)
    if (processes === undefined || units === undefined || flows === undefined)
      throw new Unseen('cut short', 'processes, units or connections are missing from the answer')
    const items = [
      ...processesIn(processes).flatMap((name) => named({ host, kind: 'process', name })),
      ...unitsIn(units).flatMap(({ unit, state }) =>
        named({ host, kind: 'unit', name: unit, ...(state === undefined ? {} : { state }) }),
      ),
      ...flowsIn(flows).map((name): Tunnel => ({ host, kind: 'flow', name })),
    ]
    // Where processes are hidden from others (hidepid), the first one is too.
    return /^1 \S/m.test(processes)
      ? { items, complete: true }
      : { items, complete: false, because: `${host} hides its processes: read it as root` }
  },
})

const named = (tunnel: Tunnel): readonly Tunnel[] =>
  tunnelNamed(tunnel.name.replace(/\.(service|timer|socket)$/, '')) ? [tunnel] : []

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
