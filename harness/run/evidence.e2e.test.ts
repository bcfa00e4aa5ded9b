import { execFileSync, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Run, type RunVerdict, summarise } from '../../reports/run.ts'
import { unpacked } from '../../reports/tar.ts'
import { plumb } from '../cli/plumb.test-run.ts'
import { readBundle, writeBundle } from './evidence.ts'

let out: string
let folder: string
const at = (name: string) => join(out, name)

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-evidence-'))
  folder = at('zero-trust')
  await plumb(['verify', '--lab', 'zero-trust', '--no-report', '-q', '--out', out])
  await plumb(['prove', '--only', 'zero-trust/pool-excludes-parity-disks', '-q', '--out', out])
})
afterAll(() => rm(out, { recursive: true, force: true }))

test('the evidence of a run is one file, and again the same one', async () => {
  const [one, other] = [
    await writeBundle(folder, at('a.tar')),
    await writeBundle(folder, at('b.tar')),
  ]

  expect(one.problems).toEqual([])
  expect(one.digest).toBe(other.digest)
  expect(one.manifest).toMatchObject({ lab: 'zero-trust', exit: 0 })
  expect(one.again).toMatchObject({ differ: [] })
  expect(unpacked(await readFile(at('a.tar'))).map(({ path }) => path)).toEqual([
    ...['manifest.json', 'proof.json', 'run.json', 'snapshot.json', 'specs/zero-trust/document.md'],
  ])
})

test('what does not belong together is not bundled', async () => {
  const mixed = at('mixed')
  await cp(folder, mixed, { recursive: true })
  await writeFile(join(mixed, 'snapshot.json'), '{}')

  await expect(writeBundle(mixed, at('mixed.tar'))).rejects.toThrow(
    'snapshot.json is not the one run.json judged',
  )
  await expect(writeBundle(at('nothing'), at('nothing.tar'))).rejects.toThrow('cannot be read')
})

test('a verdict that was changed, and made to fit, is judged otherwise', async () => {
  const forged = at('forged')
  await cp(folder, forged, { recursive: true })
  const run = JSON.parse(await readFile(join(forged, 'run.json'), 'utf8')) as Run
  const [first, ...others] = run.verdicts
  const told = { ...first, verdict: 'fail', because: 'somebody says so' } as RunVerdict
  const verdicts = [told, ...others]
  const forgedRun = { ...run, verdicts, exit: 2, summary: summarise(verdicts) }
  await writeFile(join(forged, 'run.json'), JSON.stringify(forgedRun))
  const { problems, again } = await writeBundle(forged, at('forged.tar'))

  expect(problems).toEqual([])
  expect(again?.differ).toEqual([first?.id])
})

// Where there is no ssh-keygen, the run names these tests as not run.
describe.skipIf(spawnSync('ssh-keygen', ['-?']).error)('a signature', () => {
  beforeAll(async () => {
    for (const name of ['ana', 'eve'])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', at(name)])
    await writeFile(at('signers'), `ana ${await readFile(at('ana.pub'), 'utf8')}`)
  })
  const signers = () => ({ file: at('signers'), who: 'ana' })

  test('by somebody who is believed holds, and is told', async () => {
    await writeBundle(folder, at('signed.tar'), at('ana'))
    const { problems, signature } = await readBundle(at('signed.tar'), signers())

    expect(problems).toEqual([])
    expect(signature).toMatchObject({ known: true })
    expect(signature?.says).toContain('Good "plumbline" signature for ana')
  })

  test('by anybody else does not, nor does none', async () => {
    await writeBundle(folder, at('eve.tar'), at('eve'))
    await writeBundle(folder, at('unsigned.tar'))

    expect((await readBundle(at('eve.tar'), signers())).problems.join()).toContain('does not hold')
    expect((await readBundle(at('unsigned.tar'), signers())).problems).toEqual(['nobody signed it'])
  })

  test('fits no other bundle, even where nobody said whom to believe', async () => {
    await writeBundle(folder, at('first.tar'), at('ana'))
    const bytes = await readFile(at('first.tar'))
    await writeFile(at('second.tar'), Buffer.concat([bytes, Buffer.alloc(512)]))
    await cp(at('first.tar.sig'), at('second.tar.sig'))

    expect((await readBundle(at('first.tar'))).signature).toMatchObject({ known: false })
    expect((await readBundle(at('second.tar'))).problems.join()).toContain('does not hold')
  })

  test('with a key that is not there is refused', async () => {
    await expect(writeBundle(folder, at('x.tar'), at('nobody'))).rejects.toThrow('not signed')
  })
})
