/** One port, or the first and last of a range. */
export type PortRange = number | readonly [from: number, to: number]

/**
 * Ports as people write them: `22,80,8000-9000`.
 *
 * @throws Error when it is not a list of ports 1–65535 and rising ranges
 */
export function parsePorts(text: string): readonly PortRange[] {
  return text.split(',').map((part): PortRange => {
    const found = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part)
    const from = Number(found?.[1])
    const to = found?.[2] === undefined ? from : Number(found[2])
    if (!found || from < 1 || to > 65_535 || from > to)
      throw new Error(`"${part.trim()}" is no port or range such as 22 or 8000-9000`)
    return found[2] === undefined ? from : [from, to]
  })
}

/** Whether a port is among them. */
export const hasPort = (ranges: readonly PortRange[], port: number): boolean =>
  ranges.some((range) =>
    typeof range === 'number' ? range === port : range[0] <= port && port <= range[1],
  )
