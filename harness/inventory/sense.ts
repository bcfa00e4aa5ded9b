import { hasPort, parsePorts } from '../model/ports.ts'
import { loops } from './loops.ts'
import { type Problem, written } from './position.ts'
import { type Found, walk } from './walk.ts'

/** Words that facts and questions are keyed by. */
const TAKEN = ['local', 'lab', 'documents']

/** What no schema can say: loops, secrets over plain http, ports that no scan would try. Works on any value. */
export function senseProblems(root: unknown): readonly Problem[] {
  return [
    ...loops(root, 'hosts', 'ssh.jump', 'is reached through itself'),
    ...loops(root, 'guests', 'after[]', 'must be up before itself'),
    ...takenNames(root),
    ...sharedAddresses(root),
    ...plainHttp(root),
    ...tailnetLogins(root),
    ...owners(root),
    ...unscanned(root),
  ]
}

const takenNames = (root: unknown): readonly Problem[] =>
  walk(root, 'hosts[].name')
    .filter(({ value }) => TAKEN.includes(String(value)))
    .map(({ path, at, value }) => ({
      path,
      at,
      says: `${written(path)} is "${value}", a word that is taken; choose another name`,
    }))

/** One machine may have the same address twice; two machines may not. */
function sharedAddresses(root: unknown): readonly Problem[] {
  const keys = ['address', 'tailnetAddress', 'alsoAt[]']
  const all = keys.flatMap((key) => walk(root, `hosts[].${key}`))
  return all.flatMap(({ path, at, value }, index) => {
    const first = all
      .slice(0, index)
      .find((other) => other.value === value && other.path[1] !== path[1])
    return first
      ? [
          {
            path,
            at,
            says: `${written(path)} is "${value}", as ${written(first.path)} already is; each needs its own`,
          },
        ]
      : []
  })
}

const plainHttp = (root: unknown): readonly Problem[] => {
  const withToken = walk(root, 'apis.*.token').map(({ path }) => path[1])
  return walk(root, 'apis.*.url')
    .filter(({ path, value }) => withToken.includes(path[1]) && !/^https:/i.test(String(value)))
    .map(({ path, at }) => ({
      path,
      at,
      says: `${written(path)} has a token and a plain http URL; use https, or remove the token`,
    }))
}

const tailnetLogins = (root: unknown): readonly Problem[] =>
  walk(root, 'hosts[].ssh.over').flatMap(({ path, at, value }) => {
    const [index] = path.slice(1)
    const has = walk(root, 'hosts[].tailnetAddress').some((found) => found.path[1] === index)
    return value === 'tailnet' && !has
      ? [
          {
            path,
            at,
            says: `${written(path)} is "tailnet", but hosts[${index}] has no "tailnetAddress"; add it, or log in over lan`,
          },
        ]
      : []
  })

const owners = (root: unknown): readonly Problem[] =>
  walk(root, 'tailnet.devices[].name').flatMap(({ path, value }) => {
    const mine = (found: Found) => found.path[2] === path[2]
    const has = ['user', 'tag'].filter((key) => walk(root, `tailnet.devices[].${key}`).some(mine))
    if (has.length === 1) return []
    return [
      {
        path,
        at: 'value',
        says: `device "${value}" has ${has.length === 0 ? 'neither "user" nor "tag"' : 'both "user" and "tag"'}; give it exactly one`,
      },
    ]
  })

/** A port that the inventory names but a vantage never tries would be believed closed. */
function unscanned(root: unknown): readonly Problem[] {
  const named = [
    ...walk(root, 'services[].ports[]'),
    ...walk(root, 'network.flows[].ports[]'),
    ...['wanAllowed', 'lanExposed', 'lanManagement'].flatMap((list) =>
      tcpOnly(root, `network.${list}`),
    ),
  ]
  return walk(root, 'vantages[].tcpPorts').flatMap(({ path, at, value }) => {
    const missed = new Set(
      named.map((found) => Number(found.value)).filter((port) => !tries(String(value), port)),
    )
    return missed.size > 0
      ? [
          {
            path,
            at,
            says: `${written(path)} leaves out ${[...missed].sort((a, b) => a - b).join(', ')}, which the inventory names; add it, or scan 1-65535`,
          },
        ]
      : []
  })
}

const tcpOnly = (root: unknown, list: string): readonly Found[] =>
  walk(root, `${list}[].port`).filter(({ path }) =>
    walk(root, `${list}[].protocol`).some((p) => p.path[2] === path[2] && p.value === 'tcp'),
  )

/** Ports that cannot be read are the format's complaint, not ours. */
function tries(ports: string, port: number): boolean {
  try {
    return hasPort(parsePorts(ports), port)
  } catch {
    return true
  }
}
