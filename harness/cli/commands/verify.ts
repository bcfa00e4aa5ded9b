import type { Command } from 'commander'
import { verifyLab } from '../../run/verify.ts'
import { type Exit, exitOfRun, worst } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { labsOf } from '../labs.ts'
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
      .option('--no-report', 'write run.json and snapshot.json only, no Allure report')
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
    const exits: Exit[] = []
    for (const lab of await labsOf(options.lab)) {
      using shown = progress(`${lab.inventory.lab} on ${options.target}`, options)
      const { run, text } = await verifyLab(lab, {
        target: options.target,
        only: options.only,
        out: options.out,
        allure: options.report,
        ...(options.fault ? { fault: options.fault } : {}),
        signal,
        format: formatOf(options),
        onStage: shown.stage,
      })
      shown.done()
      process.stdout.write(text)
      if (options.json) await shown.writeJson(options.json, run)
      exits.push(exitOfRun(run))
    }
    return worst(exits)
  },
}
