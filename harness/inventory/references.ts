import { didYouMean } from '../model/nearest.ts'
import { type Problem, written } from './position.ts'
import { type Found, walk } from './walk.ts'

type Kind =
  | 'host'
  | 'guest'
  | 'service'
  | 'vantage'
  | 'device'
  | 'login'
  | 'vmid'
  | 'segment'
  | 'word'

/** Where the names of each kind are given. */
const NAMES: Readonly<Record<Kind, readonly string[]>> = {
  host: ['hosts[].name'],
  guest: ['guests[].name'],
  service: ['services[].name'],
  vantage: ['vantages[].name'],
  device: ['tailnet.devices[].name'],
  login: ['people[].tailnetLogin'],
  vmid: ['guests[].vmid'],
  segment: ['virtual.segments[].name'],
  word: [],
}

/** Members that name something, and what it has to be. */
const REFERENCES: readonly (readonly [from: string, ...to: readonly Kind[]])[] = [
  ['hosts[].vmid', 'vmid'],
  ['hosts[].ssh.jump', 'host'],
  ['guests[].after[]', 'guest'],
  ['services[].host', 'host', 'guest'],
  ['vantages[].from', 'host', 'word'],
  ['network.wanAllowed[].host', 'host'],
  ['network.lanExposed[].host', 'host'],
  ['network.lanManagement[].host', 'host'],
  ['network.sshSources[]', 'vantage'],
  ['network.flows[].from', 'host', 'guest'],
  ['network.flows[].to', 'host', 'guest'],
  ['storage.host', 'host'],
  ['storage.mediaWriters[].host', 'host'],
  ['storage.mountUsers[].host', 'host'],
  ['smb.host', 'host'],
  ['smb.clients[]', 'host'],
  ['smb.matrixFrom', 'host'],
  ['smb.shares[].consumer', 'service', 'host'],
  ['zfs.host', 'host'],
  ['zfs.replica.host', 'host'],
  ['plan.host', 'host'],
  ['zfs.paths[].host', 'host'],
  ['gpu.host', 'host'],
  ['engines[]', 'host'],
  ['machines[].host', 'host'],
  ['development.host', 'host'],
  ['development.deployments[].host', 'host'],
  ['access.host', 'host'],
  ['access.logins[].host', 'host'],
  ['sharing.host', 'host'],
  ['external[].host', 'host'],
  ['placement.stacks[].host', 'host'],
  ['placement.units[].host', 'host'],
  ['placement.health[].service', 'service'],
  ['gateway.host', 'host'],
  ['gateway.routes[].service', 'service'],
  ['tunnel.host', 'host'],
  ['canaries.host', 'host'],
  ['games.host', 'host'],
  ['monitoring.host', 'host'],
  ['drills.windows[].hosts[]', 'host'],
  ['monitoring.instances{}', 'guest'],
  ['monitoring.containers{}', 'host'],
  ['tailnet.devices[].user', 'login'],
  ['tailnet.routes{}', 'device'],
  ['tailnet.ssh[]', 'device'],
  ['virtual.machines[].guest', 'guest'],
  ['virtual.machines[].nics[]', 'segment'],
  ['virtual.flows[].from', 'segment'],
  ['talos.host', 'host'],
  ['talos.nodes[].name', 'guest'],
  ['tofu.host', 'host'],
  ['tls.from', 'host'],
  ['virtual.segments[].vantage', 'vantage'],
  ['backups.server.guest', 'guest'],
  ['backups.tiers{}', 'guest'],
  ['backups.exempt{}', 'guest'],
  ['backups.exemptDisks[].guest', 'guest'],
  ['backups.cluster.host', 'host'],
]

/** Members that no two may share, each line on its own. */
const UNIQUE: readonly (readonly string[])[] = [
  ['hosts[].name'],
  ['hosts[].vmid'],
  ['guests[].name'],
  ['guests[].vmid'],
  ['services[].name'],
  ['vantages[].name'],
  ['people[].name'],
  ['people[].tailnetLogin'],
  ['people[].proxmoxUser'],
  ['people[].sshKeys[]'],
  ['virtual.segments[].name'],
  ['virtual.machines[].guest'],
  ['talos.nodes[].name'],
  ['talos.nodes[].address'],
  ['storage.dataDisks[].name', 'storage.parityDisks[].name'],
  ['storage.dataDisks[].path', 'storage.parityDisks[].path'],
  ['storage.dataDisks[].uuid', 'storage.parityDisks[].uuid'],
  ['storage.dataDisks[].serial', 'storage.parityDisks[].serial'],
  ['machines[].host'],
  ['machines[].machineId'],
  ['machines[].productUuid'],
  ['smb.shares[].name'],
  ['smb.shares[].path'],
  ['tailnet.devices[].name'],
  ['gateway.routes[].name'],
]

/** Values allowed besides names. */
const WORDS: Readonly<Record<string, readonly string[]>> = { 'vantages[].from': ['local'] }

/** Names that mean nothing, and names that mean two things. Works on any value: what has the wrong shape is passed over. */
export function referenceProblems(root: unknown): readonly Problem[] {
  return [
    ...REFERENCES.flatMap(([from, ...to]) => unresolved(root, from, to)),
    ...UNIQUE.flatMap((patterns) => twice(patterns.flatMap((pattern) => walk(root, pattern)))),
  ]
}

function unresolved(root: unknown, from: string, to: readonly Kind[]): readonly Problem[] {
  const known = to
    .flatMap((kind) => NAMES[kind])
    .flatMap((pattern) => walk(root, pattern))
    .map(({ value }) => String(value))
    .concat(WORDS[from] ?? [])
  const kinds = to.filter((kind) => kind !== 'word').join(' or ')
  return walk(root, from)
    .filter(({ value }) => !known.includes(String(value)))
    .map(({ path, at, value }) => ({
      path,
      at,
      says: `${written(path)}: there is no ${kinds} "${value}"${didYouMean(String(value), new Set(known))}`,
    }))
}

function twice(found: readonly Found[]): readonly Problem[] {
  return found.flatMap(({ path, at, value }, index) => {
    const first = found.slice(0, index).find((other) => other.value === value)
    if (!first) return []
    return [
      {
        path,
        at,
        says: `${written(path)} is "${value}", as ${written(first.path)} already is; each needs its own`,
      },
    ]
  })
}
