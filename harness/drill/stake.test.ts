import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compare, manifestOf } from './stake.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'plumb-stake-'))
  for (const name of ['data', 'bin']) mkdirSync(join(place, name))
  for (const name of ['sound', 'rotten']) writeFileSync(join(place, 'data', name), name)
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

/** A drive that cannot give one of its files any more. */
const rot = () =>
  writeFileSync(
    join(place, 'bin/sha256sum'),
    `#!/bin/sh\nfor f in "$@"; do case $f in */rotten) bad=1 ;; *) /usr/bin/sha256sum "$f" ;; esac; done; exit \${bad:-0}\n`,
    { mode: 0o755 },
  )

const shell = async (_: string, command: string) => {
  const env = { ...process.env, PATH: `${place}/bin:${process.env.PATH}` }
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`exit ${status}`)
  return { status, stdout, stderr }
}
const stakeOf = () => ({ on: 'vm1', folders: [join(place, 'data')], safeguards: [] })

test('a file that cannot be read is lost after, and no reason to go on before', async () => {
  const before = await manifestOf(stakeOf(), shell, { whole: true })
  expect([...before.keys()].map((path) => path.split('/').at(-1))).toEqual(['rotten', 'sound'])
  rot()
  const after = await manifestOf(stakeOf(), shell, { whole: false })
  expect(compare(before, after)).toMatchObject({ files: 2, lostTotal: 1 })
  await expect(manifestOf(stakeOf(), shell, { whole: true })).rejects.toThrow('exit')
})

test('a folder that is gone has no files', async () => {
  const before = await manifestOf(stakeOf(), shell, { whole: true })
  rmSync(join(place, 'data'), { recursive: true })
  const after = await manifestOf(stakeOf(), shell, { whole: false })
  expect(compare(before, after)).toMatchObject({ files: 2, lostTotal: 2 })
})
