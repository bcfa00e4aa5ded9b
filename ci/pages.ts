import { readFile, writeFile } from 'node:fs/promises'
import { labsOf } from '../harness/cli/labs.ts'
import { drillsOf, type PlacedDrill } from '../harness/drill/find.ts'
import { pageOf, type Told } from '../harness/profile/page.ts'
import { benchOf, profileOf } from '../harness/run/bench.ts'
import { documentOf } from '../harness/run/coverage.ts'
import { faultsOf } from '../harness/run/faults.ts'
import { ROOT } from '../harness/run/load.ts'
import { judgeAll } from '../harness/run/prove.ts'
import { controls } from '../harness/run/specs.ts'
import { collectLab } from '../harness/run/verify.ts'
import { worthInContainers, worthOnMachines } from './worth.ts'

/**
 * `npm run pages`: writes `specs/<profile>/README.md` from what judging the reference labs really reads.
 * `--check` writes nothing, and fails when a page is not what it would be.
 */
const check = process.argv.includes('--check')

/** Where each kind of hands makes a fault real. */
const TARGETS = { recording: 'embedded', shell: 'containers', machines: 'qemu' } as const

async function pageFor(
  name: string,
  reads: ReadonlyMap<string, readonly string[]>,
  worth: (reads: readonly string[]) => readonly string[],
  onMachines: (reads: readonly string[]) => readonly string[],
) {
  const faults = await faultsOf([name], [])
  const told = (await controls([name])).map((control): Told => {
    const mine = faults.filter((fault) => fault.control === control.id)
    return {
      id: control.id,
      title: control.title,
      statement: control.statement,
      impact: control.impact,
      strength: control.strength ?? 'must',
      spec: control.file.replace(`specs/${name}/`, ''),
      reads: reads.get(control.id) ?? [],
      worth: worth(reads.get(control.id) ?? []),
      onMachines: onMachines(reads.get(control.id) ?? []),
      faults: mine.map(({ fault }) => ({
        says: fault.says,
        targets: Object.keys(fault.hands).map((kind) => TARGETS[kind as keyof typeof TARGETS]),
      })),
    }
  })
  const { sections } = await documentOf(name)
  const drills = (await drillsOf([name])).map((drill) => toldOf(drill, name))
  return pageOf({ profile: await profileOf(name), sections, controls: told, drills })
}

const toldOf = (drill: PlacedDrill, profile: string) => ({
  ...{ title: drill.title, statement: drill.statement, steadyState: drill.steadyState },
  file: drill.file.replace(`specs/${profile}/`, ''),
  does: drill.method.says,
  ...(drill.recover ? { procedure: drill.recover.says } : {}),
  ...(drill.fault ? { fault: drill.fault.says } : {}),
  waitsFor: Object.entries(drill.notOn ?? {}).map(([target, why]) => `${target}: ${why}`),
})

let stale = 0
for (const lab of await labsOf([])) {
  const { profiles } = lab.inventory
  const { signal } = new AbortController()
  const snapshot = await collectLab(lab, { target: 'embedded', signal, onStage: () => {} })
  const verdicts = judgeAll(await controls(profiles), await benchOf(snapshot))
  const reads = new Map([...verdicts].map(([id, { reads: keys }]) => [id, keys]))
  const worth = await worthInContainers(snapshot)
  const onMachines = await worthOnMachines(snapshot)
  for (const name of profiles) {
    const path = `specs/${name}/README.md`
    const page = await pageFor(name, reads, worth, onMachines)
    const before = await readFile(ROOT + path, 'utf8').catch(() => '')
    if (before === page) continue
    stale++
    process.stdout.write(`${path}: ${check ? 'not up to date, run `npm run pages`' : 'written'}\n`)
    if (!check) await writeFile(ROOT + path, page)
  }
}
process.exitCode = check && stale > 0 ? 1 : 0
