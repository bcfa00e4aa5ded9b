import { Unseen } from '../../model/unseen.ts'

/** A volume that a compose file declares. */
export interface ComposeVolume {
  /** Its name in the file. */
  readonly key: string
  /** Name that the engine gives it. */
  readonly name: string
  readonly driver: string
  readonly hasOptions: boolean
  /** Whether compose expects it to be there already. */
  readonly isExternal: boolean
}

/**
 * Volumes of a compose file in block style.
 *
 * @throws Unseen where they are written in another style: nothing may be overlooked
 */
export function volumesIn(yaml: string, project: string): readonly ComposeVolume[] {
  const lines = yaml
    .split('\n')
    .map((line) => line.replace(/\s+#.*$|^#.*$/, '').trimEnd())
    .filter(Boolean)
  const start = lines.findIndex((line) => /^volumes:/.test(line))
  if (start < 0) return []
  if (lines[start] !== 'volumes:')
    throw new Unseen('not understood', 'the volumes of the compose file are not written as a block')
  const end = lines.findIndex((line, i) => i > start && /^\S/.test(line))
  const block = lines.slice(start + 1, end < 0 ? undefined : end)
  const depth = indentOf(block[0] ?? '')
  const starts = block.flatMap((line, i) => (indentOf(line) === depth ? [i] : []))
  return starts.map((from, i) => volumeOf(block.slice(from, starts[i + 1]), project))
}

const indentOf = (line: string): number => line.length - line.trimStart().length

function volumeOf([head = '', ...lines]: readonly string[], project: string): ComposeVolume {
  const [, key] = /^\s+["']?([A-Za-z0-9._-]+)["']?:(?:\s*\{\s*\})?$/.exec(head) ?? []
  if (!key)
    throw new Unseen('not understood', 'a volume of the compose file is not written as a block')
  const said = (wanted: string) =>
    lines
      .map((line) => new RegExp(`^\\s+${wanted}:\\s*(.*)$`).exec(line)?.[1])
      .find((it) => it !== undefined)
  const isExternal = said('external') === 'true'
  const name = said('name')?.replace(/^["']|["']$/g, '')
  return {
    key,
    name: name ?? (isExternal ? key : `${project}_${key}`),
    driver: said('driver') ?? 'local',
    hasOptions: said('driver_opts') !== undefined,
    isExternal,
  }
}
