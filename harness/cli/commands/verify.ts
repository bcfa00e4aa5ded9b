import type { Command } from 'commander'
import { overview } from '../../../reports/formats/console.ts'
import type { Run } from '../../../reports/run.ts'
import { verifyLabs } from '../../run/verify.ts'
import { type Exit, exitOfRun, worst } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { labsAtOnce, labsOf } from '../labs.ts'
import {
  formatOf,
  LAB_HELP,
  type LabOptions,
  type ReportOptions,
  withLabOptions,
  withReportOptions,
} from '../options.ts'
import { progress } from '../progress.ts'

interface Options extends LabOptions, ReportOptions {
  readonly report: boolean
  readonly fault?: string
  readonly lose?: string
  readonly history?: string
}

export const command: CommandFile = {
  describe: (program: Command) =>
    withReportOptions(
      withLabOptions(
        program
          .command('verify')
          .description('collect facts, judge every control, write the reports'),
      ),
    )
      .option('--fault <control>', 'break the replica first, as the fault of this control does')
      .option(
        '--lose <name>',
        'take this host, API or vantage of the replica off the network first',
      )
      .option(
        '--history <dir>',
        'folder of earlier runs, kept by the nights (default <out>/.history)',
      )
      .option('--no-report', 'write run.json and snapshot.json only')
      .addHelpText(
        'after',
        `${LAB_HELP}
Examples:
  $ plumb verify                                     the reference labs, embedded
  $ plumb verify --lab zero-trust --target containers
  $ plumb verify --lab zero-trust --fault zero-trust/parity-is-fresh
  $ plumb verify --lab ./lab.yaml --target live --only 'zero-trust/parity-*'`,
      ),

  async run({ signal }: Context, options: Options): Promise<Exit> {
    const { target, out, fault, lose, history, only, report: allure } = options
    const labs = await labsOf(options.lab)
    const atOnce = await labsAtOnce(target)
    const format = formatOf(options)
    const runs: Run[] = []
    using shown = progress(options)
    const verified = verifyLabs(labs, only, (lab) => ({
      ...{ target, out, allure, formats: allure, atOnce, signal, format },
      ...{
        ...(fault ? { fault } : {}),
        ...(lose ? { lose } : {}),
        ...(history ? { history } : {}),
      },
      onStage: (says) => shown.stage(`${lab} on ${target}`, says),
    }))
    for await (const { run, text } of verified) {
      shown.done()
      process.stdout.write(`${runs.length > 0 && !options.quiet ? '\n' : ''}${text}`)
      runs.push(run)
    }
    if (runs.length > 1) process.stdout.write(overview(runs, format))
    if (options.json) await shown.writeJson(options.json, runs)
    return worst(runs.map(exitOfRun))
  },
}
