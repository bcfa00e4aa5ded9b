import { randomBytes } from 'node:crypto'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file whole or not at all: a reader, or a run that is interrupted, never meets half of one. Whatever the umask, it has this mode. */
export async function writeWhole(
  path: string,
  text: string | Uint8Array,
  mode = 0o640,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const half = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeFile(half, text, { mode })
    await chmod(half, mode)
    await rename(half, path)
  } finally {
    await rm(half, { force: true })
  }
}
