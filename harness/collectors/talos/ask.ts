import { hostCollector, word } from '../../model/collector.ts'
import type { HostFacts } from '../../model/facts.ts'
import type { TalosNode } from '../../model/inventory/talos.ts'
import type { Host, Inventory } from '../../model/inventory.ts'
import { Unseen } from '../../model/unseen.ts'

/** What one node said, or nothing when it could not be asked. */
export interface NodeAnswer {
  readonly node: string
  readonly text?: string
}

export interface Asking<Name extends keyof HostFacts> {
  /** Which nodes; default all. */
  readonly role?: TalosNode['role']
  /** Constant words after `talosctl -n <node>`. */
  readonly words: string
  readonly parse: (answers: readonly NodeAnswer[]) => HostFacts[Name]
}

/** A question to every node, put by talosctl on the host that has it: Talos has no shell that one could log in to. */
export const talosCollector = <const Name extends keyof HostFacts>(
  fact: Name,
  { role, words, parse }: Asking<Name>,
) => {
  const asked = (inventory: Inventory) => nodesOf(inventory, role)
  return hostCollector(fact, {
    where: isAsked,
    timeoutSeconds: 60,
    command: (_, inventory) =>
      `${enter(inventory)} for n in ${asked(inventory)
        .map(({ name, address }) => `${word(name)}=${word(address)}`)
        .join(
          ' ',
        )}; do echo "node \${n%%=*}"; if o=$(q "\${n#*=}" ${words}); then printf '%s\\n' "$o"; else echo silent; fi; done; echo ended`,
    parse: ({ stdout }, _, inventory) => parse(answersOf(stdout, asked(inventory))),
  })
}

/** The control plane passes on what is for a worker. */
export const endpointsOf = (inventory: Inventory): string =>
  nodesOf(inventory, 'controlplane')
    .map(({ address }) => word(address))
    .join(',')

/** Nodes of one role, or all. */
export const nodesOf = ({ talos }: Inventory, role?: TalosNode['role']): readonly TalosNode[] =>
  (talos?.nodes ?? []).filter((node) => role === undefined || node.role === role)

const isAsked = ({ name }: Host, { talos }: Inventory): boolean => talos?.host === name

/** Declares `q <node> <words>`. */
export const enter = (inventory: Inventory): string => {
  const config = word(inventory.talos?.config ?? '')
  return `command -v talosctl >/dev/null || exit 127; [ -r ${config} ] || { echo 'cannot read the configuration of talosctl' >&2; exit 1; }; q() { a=$1; shift; timeout 20 talosctl --talosconfig ${config} -e ${endpointsOf(inventory)} -n "$a" "$@" 2>/dev/null </dev/null; };`
}

/** Parts of the answer, one a node; every node has to have one. */
export function answersOf(stdout: string, nodes: readonly TalosNode[]): readonly NodeAnswer[] {
  const text = stdout.trimEnd()
  if (!text.endsWith('\nended')) throw new Unseen('cut short', 'not every node was asked')
  const found = text
    .slice(0, -'\nended'.length)
    .split(/^(?=node \S+$)/m)
    .map((part): NodeAnswer => {
      const [head = '', ...lines] = part.trimEnd().split('\n')
      const node = head.replace(/^node /, '')
      return lines.join('\n') === 'silent' ? { node } : { node, text: lines.join('\n').trim() }
    })
  const missed = nodes.find(({ name }) => !found.some(({ node }) => node === name))
  if (missed || found.length !== nodes.length)
    throw new Unseen('cut short', `nothing was said of ${missed?.name ?? 'a node'}`)
  if (found.every((answer) => answer.text === undefined))
    throw new Unseen('unreachable', 'no node answers talosctl')
  return found
}
