import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What an incremental send of a dataset would be, by its two newest snapshots. */
export interface ZfsSend {
  readonly dataset: string
  readonly snapshots: number
  /** What the dry run estimates; absent where there is nothing to send from, or it is refused. */
  readonly bytes?: number
  /** What the dry run said instead. */
  readonly refusal?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** For every file system of the pool. */
    zfsSends: readonly ZfsSend[]
  }
}

/**
 * A dry run of an incremental send for each file system: nothing is read from the disks, and nothing sent.
 *
 * @source zfs-send(8) -n -v -P -i, as root or with `zfs allow` of send
 */
export const zfsSends = hostCollector('zfsSends', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  timeoutSeconds: 60,
  command: (_, { zfs }) =>
    `l=$(zfs list -H -o name -t filesystem -r ${zfs?.pool}) || exit; for d in $l; do s=$(zfs list -Hp -o name -s creation -t snapshot -d 1 "$d") || exit; n=0; [ -z "$s" ] || n=$(printf "%s\\n" "$s" | wc -l); echo "dataset $n $d"; [ "$n" -lt 2 ] || { o=$(zfs send -nvP -i $(printf "%s\\n" "$s" | tail -n 2) 2>&1) && printf "%s\\n" "$o" | grep "^size" || printf "refused %s\\n" "$o" | head -n 1; }; done; echo looked`,
  parse: ({ stdout }): readonly ZfsSend[] => {
    const text = stdout.trimEnd()
    if (!/(^|\n)looked$/.test(text))
      throw new Unseen('cut short', 'the dry runs did not come to their end')
    const blocks = text.replace(/\n?looked$/, '').split(/^(?=dataset )/m)
    return blocks.filter((block) => block !== '').map(sendOf)
  },
})

function sendOf(block: string): ZfsSend {
  const [head = '', line] = block.trimEnd().split('\n')
  const [, snapshots, dataset] = /^dataset +(\d+) (\S+)$/.exec(head) ?? []
  if (dataset === undefined)
    throw new Unseen('not understood', 'a dry run does not say of which dataset')
  const [, bytes] = /^size\s+(\d+)$/.exec(line ?? '') ?? []
  const [, refusal] = /^refused (.*)$/.exec(line ?? '') ?? []
  if (line !== undefined && bytes === undefined && refusal === undefined)
    throw new Unseen('not understood', `the dry run of ${dataset} ended in another way`)
  return {
    dataset,
    snapshots: Number(snapshots),
    ...(bytes === undefined ? {} : { bytes: Number(bytes) }),
    ...(refusal === undefined ? {} : { refusal }),
  }
}
