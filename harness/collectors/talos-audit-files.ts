import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { answersOf, enter, nodesOf } from './talos/ask.ts'
import { censusOf } from './talos/resources.ts'

/** A file of the audit log on a control-plane node. */
export interface TalosFile {
  readonly node: string
  readonly name: string
  readonly bytes: number
  /** When it was written to last. */
  readonly modifiedAt: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosAuditFiles: Census<TalosFile>
  }
}

/**
 * Names, sizes and times; the content is for administrators. talosctl leaves out the year of what is
 * younger than six months, so that date(1) has to complete it.
 *
 * @source talosctl list -l /var/log/audit/kube, role os:reader
 */
export const talosAuditFiles = hostCollector('talosAuditFiles', {
  where: ({ name }, { talos }) => talos?.host === name,
  timeoutSeconds: 60,
  command: (_, inventory) => {
    const nodes = nodesOf(inventory, 'controlplane').map(
      ({ name, address }) => `${word(name)}=${word(address)}`,
    )
    return `${enter(inventory)} for n in ${nodes.join(' ')}; do echo "node \${n%%=*}"; if o=$(q "\${n#*=}" list -l /var/log/audit/kube); then printf '%s\\n' "$o" | awk '$2 ~ /^-/ { print $5, $6, $7, $8, $NF }' | while read -r b m d t f; do e=$(date -u -d "$m $d $t" +%s) || exit; echo "$b $e $f"; done || exit; else echo silent; fi; done; echo ended`
  },
  parse: ({ stdout }, _, inventory): Census<TalosFile> => {
    const answers = answersOf(stdout, nodesOf(inventory, 'controlplane'))
    const items = answers.flatMap(({ node, text = '' }) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line): TalosFile => {
          const [, bytes, at, name] = /^(\d+) (\d+) (\S+)$/.exec(line) ?? []
          if (bytes === undefined || name === undefined)
            throw new Unseen('not understood', `a file of ${node}`)
          const modifiedAt = new Date(Number(at) * 1000).toISOString()
          return { node, name, bytes: Number(bytes), modifiedAt }
        }),
    )
    return censusOf(answers, items)
  },
})
