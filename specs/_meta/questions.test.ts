import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findLab, labNames } from '../../harness/inventory/find.ts'
import { loadInventory } from '../../harness/inventory/load.ts'
import { type HostCollector, isAsked } from '../../harness/model/collector.ts'
import { collectors } from '../../harness/run/collect.ts'
import { files, load } from '../../harness/run/load.ts'
import { scriptFor } from '../../harness/transports/script.ts'

const all = await collectors()
const questions = all.filter((c): c is HostCollector => c.kind === 'host')
const labs = await Promise.all(labNames().map((name) => loadInventory(findLab(name))))

const asked = labs.flatMap(({ inventory }) =>
  inventory.hosts.map((host) => ({
    name: `${inventory.lab} ${host.name}`,
    sections: questions
      .filter((question) => isAsked(question, host, inventory))
      .map(({ fact, command, timeoutSeconds = 20 }) => ({
        name: fact,
        command: typeof command === 'string' ? command : command(host, inventory),
        timeoutSeconds,
      })),
  })),
)

test.for(asked)(
  '$name can be asked everything in one script that a POSIX shell parses',
  ({ sections }) => {
    const script = scriptFor(sections, 'nonceofsixteenorso')
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr).toBe('')
    for (const { name, command } of sections)
      expect(spawnSync('sh', ['-n', '-c', command], { encoding: 'utf8' }).stderr, name).toBe('')
  },
)

test('no two collectors answer for the same fact', () => {
  const facts = all.map(
    ({ kind, fact }) => `${kind === 'host' || kind === 'vantage' ? kind : 'lab'} ${fact}`,
  )
  expect(facts.filter((fact, i) => facts.indexOf(fact) !== i)).toEqual([])
})

test('a collector stands in the file that has its name', async () => {
  const kebab = (fact: string) => fact.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const strays: string[] = []
  for (const path of files('harness/collectors/*.ts'))
    for (const found of Object.values(await load(path)))
      if (
        all.includes(found as never) &&
        !path.endsWith(`/${kebab((found as HostCollector).fact)}.ts`)
      )
        strays.push(`${path}: ${(found as HostCollector).fact}`)
  expect(strays).toEqual([])
})
