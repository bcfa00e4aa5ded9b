import { join } from 'node:path'
import { type Command, Option } from 'commander'
import {
  blastReport,
  drillReport,
  exitOfJournal,
  journalReport,
  momentLine,
  recoveryReport,
} from '../../../reports/formats/console.ts'
import { type Journal, writeJournal } from '../../../reports/journal.ts'
import type { Blast } from '../../drill/blast.ts'
import { plansFor } from '../../drill/plan.ts'
import { recoverAll } from '../../drill/recover-all.ts'
import { blastsOf, drillLab } from '../../drill/session.ts'
import { parseSeconds } from '../../inventory/duration.ts'
import { BadInput } from '../../model/bad-input.ts'
import { EXIT, type Exit, worst } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { keepOf, labsOf } from '../labs.ts'
import { collect, formatOf, LAB_HELP } from '../options.ts'
import { type Progress, progress } from '../progress.ts'

interface Options {
  readonly lab: readonly string[]
  readonly target: string
  readonly allow: readonly string[]
  readonly dryRun: boolean
  readonly prove: boolean
  readonly recover: boolean
  /** Seconds. */
  readonly within?: number
  readonly out: string
  readonly json?: string
  readonly verbose: boolean
  readonly quiet: boolean
}

const many = (flags: string, says: string) =>
  new Option(flags, says).argParser(collect).default([], 'none')

export const command: CommandFile = {
  describe: (program: Command) =>
    program
      .command('drill')
      .argument('[name...]', 'drills, by slug, id or scenario; without any, all of the lab')
      .description('recovery drills: break something on purpose, measure how long it is gone')
      .addOption(many('--lab <name|file>', 'a reference lab, or a lab.yaml; repeatable'))
      .option('--target <name>', 'containers or live', 'containers')
      .addOption(many('--allow <host>', 'live only: a host that may be disturbed; repeatable'))
      .option('--dry-run', 'say what would be touched, and touch nothing', false)
      .option('--prove', 'again under the fault of each drill: it must not recover then', false)
      .option('--recover', 'undo what an interrupted drill left', false)
      .addOption(
        new Option('--within <duration>', 'a tighter bound than the objective').argParser(
          secondsOf,
        ),
      )
      .option('--out <dir>', 'folder of the runs, one sub-folder a lab', 'reports/out')
      .option('--json <file>', 'also write the journal to this file; of several labs, a list')
      .option('-v, --verbose', 'name every control that reads what is touched', false)
      .option('-q, --quiet', 'no timeline', false)
      .addHelpText(
        'after',
        `${LAB_HELP}
A replica may be disturbed at any time. The lab itself only on hosts that are named with --allow, in a window
of \`drills.windows\` in its lab.yaml, and where data is at stake only with a fresh way back.

Examples:
  $ plumb drill --dry-run --lab zero-trust             what every drill would touch
  $ plumb drill --lab zero-trust                       all of them, on containers
  $ plumb drill media-server-crash --prove             and that it is noticed when it does not recover
  $ plumb drill lxc-loss --lab ./lab.yaml --target live --allow proxmox
  $ plumb drill --recover                              after a drill was killed`,
      ),

  async run({ signal }: Context, names: readonly string[], options: Options): Promise<Exit> {
    using shown = progress(options)
    if (options.recover) return await recover(options, signal, shown)
    const { target, dryRun, prove, out } = options
    // Of a replica nobody is asked in a dry run: one that is none has to be noticed all the same.
    await keepOf(target)
    const plans = await plansFor(await labsOf(options.lab), names, target)
    const journals: Journal[] = []
    const exits: Exit[] = []
    for (const plan of plans) {
      if (dryRun) {
        const onStage = shown.stage
        const blasts = await blastsOf(plan, { target, prove, signal, onStage })
        shown.done()
        for (const blast of blasts) tell(blastReport(reportOf(blast), formatOf(options)))
        for (const { drill, because } of plan.notRun) tell(`NOT RUN HERE  ${drill}: ${because}\n`)
        continue
      }
      const journal = await drillLab(plan, { ...options, signal, ...listening(options, shown) })
      shown.done()
      if (journal.drills.length > 0) await writeJournal(journal, join(out, journal.lab))
      tell(journalReport(journal, formatOf(options)))
      journals.push(journal)
      // A lab where nothing can be drilled here says nothing for or against the others.
      if (journal.drills.length > 0) exits.push(exitOfJournal(journal))
      // One that was to be carried out, and was not come to, is no success.
      if (journal.notRun.length > plan.notRun.length) exits.push(EXIT.unverifiable)
    }
    if (dryRun) return EXIT.pass
    if (options.json) await shown.writeJson(options.json, journals)
    if (exits.length === 0) tell('exit 3  nothing was drilled\n')
    return exits.length === 0 ? EXIT.bug : worst(exits)
  },
}

const tell = (text: string) => void process.stdout.write(text)

const reportOf = ({ drill, ...blast }: Blast & { readonly objectiveSeconds: number }) => ({
  ...blast,
  ...{ drill: drill.id, title: drill.title, steadyState: drill.steadyState },
  ...(drill.stake ? { stake: drill.stake } : {}),
})

/** A drill takes its time: it is told of as it goes on. */
function listening(options: Options, shown: Progress) {
  const format = formatOf(options)
  let began: string | undefined
  return {
    onStage: shown.stage,
    onDrill: (blast: Blast, objectiveSeconds: number, fault?: string) => {
      began = undefined
      shown.done()
      if (options.quiet) return
      const under = fault === undefined ? '' : `  under its fault: ${fault}\n`
      tell(`${blastReport(reportOf({ ...blast, objectiveSeconds }), format)}${under}`)
    },
    onMoment: (moment: Journal['drills'][number]['timeline'][number]) => {
      began ??= moment.at
      if (!options.quiet) tell(momentLine(moment, began, format))
    },
    onDone: (entry: Journal['drills'][number], record?: string) =>
      tell(`${drillReport(entry, format, record)}${options.quiet ? '' : '\n'}`),
  }
}

async function recover(options: Options, signal: AbortSignal, shown: Progress): Promise<Exit> {
  const about = { out: options.out, signal, onStage: shown.stage }
  const recovered = await recoverAll(options.lab, about)
  shown.done()
  tell(recoveryReport(recovered, options.out, formatOf(options)))
  if (options.json) await shown.writeJson(options.json, recovered)
  return worst(
    recovered.map(({ wrong, unsteady }) =>
      wrong.length + unsteady.length > 0 ? EXIT.fail : EXIT.pass,
    ),
  )
}

function secondsOf(text: string): number {
  try {
    return parseSeconds(text)
  } catch (error) {
    throw new BadInput([`--within: ${error instanceof Error ? error.message : text}`])
  }
}
