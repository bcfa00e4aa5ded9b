import { Unseen } from '../../model/unseen.ts'

/** What a compose file says about the network of one service. */
export interface ComposeService {
  readonly name: string
  /** Keys of its definition, e.g. `image`, `ports`; one that takes over another definition has `extends` or `<<`. */
  readonly keys: readonly string[]
  readonly networkMode?: string
}

/**
 * Services of a compose file in block style. It reads names, keys and `network_mode`, nothing else.
 *
 * @throws Unseen where services are written in another style: nothing may be overlooked
 */
export function servicesIn(yaml: string): readonly ComposeService[] {
  const lines = yaml
    .split('\n')
    .map((line) => line.replace(/\s+#.*$|^#.*$/, '').trimEnd())
    .filter(Boolean)
  const start = lines.indexOf('services:')
  if (start < 0) throw new Unseen('not understood', 'the compose file has no block of services')
  const end = lines.findIndex((line, i) => i > start && /^\S/.test(line))
  const block = lines.slice(start + 1, end < 0 ? undefined : end)
  const depth = indentOf(block[0] ?? '')
  const starts = block.flatMap((line, i) => (indentOf(line) === depth ? [i] : []))
  if (depth === 0 || starts.length === 0)
    throw new Unseen('not understood', 'the compose file names no service')
  return starts.map((from, i) => serviceOf(block.slice(from, starts[i + 1])))
}

const indentOf = (line: string): number => line.length - line.trimStart().length

function serviceOf([head = '', ...lines]: readonly string[]): ComposeService {
  const [, name] = /^\s+["']?([A-Za-z0-9._-]+)["']?:$/.exec(head) ?? []
  if (!name)
    throw new Unseen('not understood', 'a service of the compose file is not written as a block')
  const depth = indentOf(lines[0] ?? '')
  const own = lines.filter((line) => indentOf(line) === depth && !line.trimStart().startsWith('- '))
  const entries = own.map((line) => /^\s+["']?([A-Za-z0-9_.<-]+)["']?:(?:\s+(.*))?$/.exec(line))
  if (entries.some((entry) => entry === null))
    throw new Unseen('not understood', `a line of ${name} in the compose file is no key`)
  const mode = entries.find((entry) => entry?.[1] === 'network_mode')?.[2]
  return {
    name,
    keys: entries.map((entry) => entry?.[1] ?? ''),
    ...(mode ? { networkMode: mode.replace(/^["']|["']$/g, '') } : {}),
  }
}
