import { Unseen } from '../../model/unseen.ts'

/** A running container and what was read about its first process. */
export interface Running {
  readonly name: string
  readonly pid: number
  readonly lines: readonly string[]
}

/** A command that runs `read` for each running container, with `$p` as its process, and names the others. */
export const EACH_RUNNING = (read: string): string =>
  `i=$(docker ps -aq --no-trunc) || exit; l=; [ -z "$i" ] || l=$(docker inspect --type container --format '{{.Name}} {{.State.Pid}} {{.State.Status}}' $i) || exit; printf '%s\\n' "$l" | while read -r n p s; do [ -n "$n" ] || continue; echo "container $n $p $s"; [ "$p" = 0 ] || { ${read}; }; done || exit; echo listed`

/**
 * Containers by whether they run. A paused one runs: its processes are there.
 *
 * @throws Unseen when the answer has no end, or a running container without a word about it
 */
export function runningOf(stdout: string): {
  readonly running: readonly Running[]
  readonly stopped: readonly string[]
} {
  const text = stdout.trimEnd()
  if (text === 'listed') return { running: [], stopped: [] }
  if (!text.endsWith('\nlisted')) throw new Unseen('cut short', 'the list of containers has no end')
  const found = text
    .slice(0, -'\nlisted'.length)
    .split(/\n(?=container \/)/)
    .map(blockOf)
  return {
    running: found.filter(({ pid }) => pid !== 0),
    stopped: found.filter(({ pid }) => pid === 0).map(({ name }) => name),
  }
}

function blockOf(block: string): Running {
  const [head = '', ...lines] = block.split('\n')
  const [, name, pid] = /^container \/(\S+) (\d+) \w+$/.exec(head) ?? []
  if (!name || !pid) throw new Unseen('not understood', 'a container of the list has no name')
  if (pid !== '0' && lines.length === 0)
    throw new Unseen('cut short', `nothing was read about the running container ${name}`)
  return { name, pid: Number(pid), lines }
}
