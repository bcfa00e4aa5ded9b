/** One file of an archive. */
export interface Member {
  /** With `/`, at most 100 characters of ASCII. */
  readonly path: string
  readonly bytes: Uint8Array
}

const BLOCK = 512
const NAME = /^[\w.@-]+(?:\/[\w.@-]+)*$/

/**
 * A tar archive (ustar) of these files in this order, with nothing in it that changes by itself: no owner and no
 * time. The same files are the same bytes.
 */
export function packed(members: readonly Member[]): Buffer {
  const parts = members.flatMap(({ path, bytes }) => [
    headerOf(path, bytes.length),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ])
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

function headerOf(path: string, size: number): Buffer {
  if (path.length > 100 || !NAME.test(path)) throw new Error(`${path} cannot be a name in a bundle`)
  const header = Buffer.alloc(BLOCK)
  const put = (at: number, text: string) => header.write(text, at, 'latin1')
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  put(0, path)
  put(100, octal(0o644, 8))
  put(108, octal(0, 8))
  put(116, octal(0, 8))
  put(124, octal(size, 12))
  put(136, octal(0, 12))
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar\0')
  put(263, '00')
  put(
    148,
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
  )
  return header
}

/**
 * The files of an archive that {@link packed} made, in their order.
 *
 * @throws Error when it cannot be read as one; whether it is one bit for bit is for the caller to compare
 */
export function unpacked(archive: Uint8Array): readonly Member[] {
  const bytes = Buffer.from(archive)
  const members: Member[] = []
  for (let at = 0; ; ) {
    const header = bytes.subarray(at, at + BLOCK)
    if (header.length < BLOCK) throw new Error('it is cut short')
    if (header.every((byte) => byte === 0)) return members
    const path = header.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    if (header.toString('latin1', 257, 262) !== 'ustar' || !NAME.test(path) || !(size >= 0))
      throw new Error(`there is no file at byte ${at}`)
    const from = at + BLOCK
    if (from + size > bytes.length) throw new Error(`${path} is cut short`)
    members.push({ path, bytes: bytes.subarray(from, from + size) })
    at = from + Math.ceil(size / BLOCK) * BLOCK
  }
}
