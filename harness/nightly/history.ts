import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Night } from '../../reports/night.ts'
import { writeWhole } from '../../reports/write-whole.ts'

const SUFFIX = '.night.json'

/** Keeps what became of a night, and no more than the last `most`, beside the runs of those that judged; gives its path. */
export async function keepNight(folder: string, night: Night, most: number): Promise<string> {
  const path = join(folder, `${night.startedAt.replaceAll(':', '-')}${SUFFIX}`)
  await writeWhole(path, `${JSON.stringify(night, null, 1)}\n`)
  const all = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort()
  for (const name of all.slice(0, Math.max(0, all.length - most))) await rm(join(folder, name))
  return path
}
