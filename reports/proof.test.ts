import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemsOf } from './document.ts'
import schema from './proof.schema.json' with { type: 'json' }
import { readProof, writeProof } from './proof.ts'
import { folder } from './testdata/folder.ts'
import { sampleProof } from './testdata/sample.ts'

test('a proof is written so that it fits its schema', async () => {
  const path = await writeProof(sampleProof, await folder())
  const written = JSON.parse(await readFile(path, 'utf8'))

  expect(problemsOf(written, schema)).toEqual([])
  expect(written).toEqual(sampleProof)
})

test('a proof with an outcome of its own is refused', async () => {
  const [fault] = sampleProof.faults
  const odd = { ...sampleProof, faults: [{ ...fault, outcome: 'fine' }] }

  expect(problemsOf(odd, schema)).toEqual([
    '/faults/0/outcome must be equal to one of the allowed values',
  ])
})

test('a proof is read back, and what is none is not taken for one', async () => {
  const dir = await folder()
  expect(await readProof(dir)).toBeUndefined()
  await writeProof(sampleProof, dir)
  expect(await readProof(dir)).toEqual(sampleProof)
  for (const text of ['{', '{"schema":"plumbline/proof/0"}']) {
    await writeFile(join(dir, 'proof.json'), text)
    await expect(readProof(dir)).rejects.toThrow('is no proof: run `plumb prove` again')
  }
})
