import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { exitOfGate, gateReport } from '../../../reports/formats/console.ts'
import { readRun } from '../../../reports/run.ts'
import type { Change } from '../../gate/change.ts'
import { type Asked, gate } from '../../gate/gate.ts'
import { parseSeconds } from '../../inventory/duration.ts'
import { BadInput } from '../../model/bad-input.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { loadAll } from '../../run/load.ts'
import { readSnapshot } from '../../run/snapshot-file.ts'
import { collectLab } from '../../run/verify.ts'
import { EXIT, type Exit } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { labsOf } from '../labs.ts'
import { collect, formatOf, LAB_HELP, type LabOptions, withLabOptions } from '../options.ts'
import { progress } from '../progress.ts'

interface Options extends LabOptions {
  readonly snapshot?: string
  readonly fresh: boolean
  /** Seconds. */
  readonly maxAge: number
  readonly baseline?: string
  readonly out: string
  readonly json?: string
  readonly quiet: boolean
  readonly [option: string]: unknown
}

/** Kinds of changes are found by path, as everything is; each brings its own option. */
const changes = await loadAll<Change>('harness/gate/changes/*.ts')

export const command: CommandFile = {
  describe: (program: Command) => {
    const described = withLabOptions(
      program
        .command('gate')
        .description('before a change: which controls would it break, and is the lab sound now'),
    )
    for (const { option, describe } of changes)
      described.addOption(
        new Option(option, `${describe}; repeatable`).argParser(collect).default([], 'none'),
      )
    return described
      .option('--snapshot <file>', 'what the lab is now; default the one of its last run')
      .option('--fresh', 'collect what the lab is now, instead of believing its last run', false)
      .addOption(
        new Option('--max-age <duration>', 'how old the last run may be')
          .argParser(secondsOf)
          .default(24 * 3600, '24h'),
      )
      .option('--baseline <run.json>', 'what failed in that run already does not count')
      .option('--out <dir>', 'folder of the runs, one sub-folder a lab', 'reports/out')
      .option('--json <file>', 'also write the result as JSON to this file')
      .option('-q, --quiet', 'one line', false)
      .addHelpText(
        'after',
        `${LAB_HELP}
Examples:
  $ tofu show -json plan.bin >plan.json && plumb gate --lab ./lab.yaml --plan plan.json
  $ docker compose config >media.yaml && plumb gate --lab ./lab.yaml --compose media.yaml@vm100
  $ kustomize build apps >apps.yaml && plumb gate --lab ./lab.yaml --manifests apps.yaml --fresh --target live
  $ plumb gate --lab zero-trust --nft router.nft@router --baseline reports/out/zero-trust/run.json`,
      )
  },

  async run({ signal }: Context, options: Options, self: Command): Promise<Exit> {
    const asked = changes.flatMap((change): Asked[] => {
      const name = /^--([a-z-]+)/.exec(change.option)?.[1] ?? ''
      return (options[name] as readonly string[]).map((argument) => ({ change, argument }))
    })
    if (asked.length === 0)
      throw new BadInput([
        `gate needs a change to judge: ${changes.map(({ option }) => option).join(', ')}`,
      ])
    using shown = progress(options)
    const before = await lookNow(options, signal, shown.stage)
    // The default names a target to collect from, and says nothing of what was seen before.
    const isNamed = self.getOptionValueSource('target') === 'cli'
    if (isNamed && before.target !== options.target)
      throw new BadInput([
        `what the lab is now was taken on ${before.target}, not on ${options.target}: run \`plumb verify --target ${options.target}\`, or use --fresh`,
      ])
    const known = options.baseline ? await verdictsOf(options.baseline, before) : undefined
    const gated = await gate(before, asked, known)
    shown.done()
    process.stdout.write(gateReport(gated, formatOf({ verbose: false, quiet: options.quiet })))
    const exit = exitOfGate(gated)
    if (options.json) await shown.writeJson(options.json, [{ ...gated, exit }])
    return { 0: EXIT.pass, 1: EXIT.unverifiable, 2: EXIT.fail }[exit]
  },
}

/** What is sick elsewhere excuses nothing here. */
async function verdictsOf(baseline: string, { lab, target }: Snapshot) {
  const run = await readRun(baseline)
  if (run.lab !== lab || run.target !== target)
    throw new BadInput([
      `${baseline}: is of ${run.lab} on ${run.target}, and this is about ${lab} on ${target}`,
    ])
  return new Map(run.verdicts.map(({ id, verdict }) => [id, verdict]))
}

function secondsOf(text: string): number {
  try {
    return parseSeconds(text)
  } catch (error) {
    throw new BadInput([`--max-age: ${error instanceof Error ? error.message : text}`])
  }
}

/** The lab as it is: the snapshot of its last run, if that is young enough, or a fresh one. */
async function lookNow(
  options: Options,
  signal: AbortSignal,
  stage: (what: string, says: string) => void,
): Promise<Snapshot> {
  const [lab, ...more] = await labsOf(options.lab)
  if (!lab || more.length > 0) throw new BadInput(['gate is about one lab: name it with --lab'])
  const { target, fresh, out, maxAge } = options
  const name = lab.inventory.lab
  if (fresh) {
    const onStage = (says: string) => stage(`${name} on ${target}`, says)
    return await collectLab(lab, { target, signal, onStage })
  }
  const path = options.snapshot ?? join(out, name, 'snapshot.json')
  const { snapshot } = await readSnapshot(path)
  if (snapshot.inventoryDigest !== lab.digest)
    throw new BadInput([`${path}: was made of another lab.yaml: run \`plumb verify\` again`])
  const age = (Date.now() - Date.parse(snapshot.takenAt)) / 1000
  if (age > maxAge || age < 0)
    throw new BadInput([
      `${path}: was taken ${Math.round(age / 3600)} h ago, and ${maxAge / 3600} h is the most: run \`plumb verify\`, or use --fresh`,
    ])
  return snapshot
}
