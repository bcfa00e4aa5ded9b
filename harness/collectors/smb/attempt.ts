import type { Smb } from '../../model/inventory/smb.ts'
import type { Host, Inventory } from '../../model/inventory.ts'
import { Unseen } from '../../model/unseen.ts'

/** How far one try came: the step at which it was stopped, and with which status; none when nothing stopped it. */
export interface Attempt {
  /** Words that tell the tries of one question apart. */
  readonly label: readonly string[]
  readonly exit: number
  readonly stops: readonly Stop[]
}

export interface Stop {
  readonly step: Step
  /** E.g. `NT_STATUS_ACCESS_DENIED`. */
  readonly status: string
}

const STEPS = [
  'credentials',
  'connect',
  'protocol negotiation',
  'session setup',
  'tree connect',
  'listing',
  'renaming',
] as const
type Step = (typeof STEPS)[number]

/**
 * A shell function `try LABEL ARGUMENTS…` around smbclient. Of what it says, only steps and statuses
 * are let through: no name of a file, no comment of a share.
 */
const TRY = [
  'command -v smbclient >/dev/null || exit 127;',
  'try() { echo "try $1"; shift; o=$(smbclient -t 10 "$@" 2>&1); r=$?;',
  'printf \'%s\\n\' "$o" | sed -nE',
  "'s/^(protocol negotiation|session setup|tree connect) failed: (NT_STATUS_[A-Z0-9_]+).*/\\1: \\2/p;",
  's/^(NT_STATUS_[A-Z0-9_]+) (listing|renaming) .*/\\2: \\1/p;',
  's/^do_connect: .*(NT_STATUS_[A-Z0-9_]+).*/connect: \\1/p;',
  "s/^ERROR: Unable to open credentials file.*/credentials: NT_STATUS_NO_SUCH_FILE/p';",
  'echo "exit $r"; };',
].join(' ')

/** The command of several tries; it ends in a line that is there only when all were made. */
export const tries = (each: readonly string[]): string =>
  `${TRY} ${each.map((one) => `try ${one}; `).join('')}echo tried ${each.length}`

/**
 * What each try came to.
 *
 * @throws Unseen when a try is missing or says something else
 */
export function attemptsOf(stdout: string): readonly Attempt[] {
  const lines = stdout.trimEnd().split('\n')
  const count = /^tried (\d+)$/.exec(lines.pop() ?? '')?.[1]
  const blocks = lines.join('\n').split(/\n(?=try )/)
  if (count === undefined || blocks.length !== Number(count))
    throw new Unseen('cut short', 'not every try of the file server was made')
  return blocks.map(attemptOf)
}

function attemptOf(block: string): Attempt {
  const lines = block.split('\n')
  const label = /^try (\S.*)$/.exec(lines.shift() ?? '')?.[1]
  const exit = /^exit (\d+)$/.exec(lines.pop() ?? '')?.[1]
  if (label === undefined || exit === undefined)
    throw new Unseen('not understood', 'a try of the file server is not framed as it should be')
  return { label: label.split(' '), exit: Number(exit), stops: lines.map(stopOf) }
}

function stopOf(line: string): Stop {
  const [, name, status] = /^([a-z ]+): (NT_STATUS_[A-Z0-9_]+)$/.exec(line) ?? []
  const step = STEPS.find((known) => known === name)
  if (!step || !status)
    throw new Unseen('not understood', 'a try of the file server stopped at no step we know')
  return { step, status }
}

/** Whether this host is the one that tries the accounts. */
export const triesAccounts = ({ name }: Host, { smb }: Inventory): boolean =>
  smb?.matrixFrom === name

/** The inventory's file server. Asked for only where {@link triesAccounts} holds. */
export function smbOf({ smb }: Inventory): Smb {
  if (!smb) throw new Unseen('not asked', 'the inventory has no file server')
  return smb
}

/** Where the server is reached from this host: itself on loopback, in the tailnet where both are in it, else on the LAN. */
export function serverAddress(from: Host, inventory: Inventory): string {
  const server = inventory.hosts.find(({ name }) => name === inventory.smb?.host)
  if (!server) throw new Unseen('not asked', 'the inventory has no host that serves files')
  if (server.name === from.name) return '127.0.0.1'
  return (from.tailnetAddress && server.tailnetAddress) || server.address
}

/** Every account of the inventory, each once. */
export const accountsOf = ({ shares }: Smb): readonly string[] => [
  ...new Set(shares.flatMap(({ accounts }) => Object.keys(accounts))),
]
