import type { Command } from 'commander'
import { judgeFile } from '../../run/verify.ts'
import { type Exit, exitOfRun, worst } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { formatOf, type ReportOptions, withReportOptions } from '../options.ts'
import { progress } from '../progress.ts'

export const command: CommandFile = {
  describe: (program: Command) =>
    withReportOptions(
      program
        .command('judge')
        .description('judge stored snapshots; opens no socket')
        .argument('<snapshot...>', 'files that collect or verify wrote'),
    ).addHelpText(
      'after',
      `
Examples:
  $ plumb judge reports/out/zero-trust/snapshot.json
  $ plumb judge snapshot.json --only 'zero-trust/parity-*' --verbose`,
    ),

  async run({ signal }: Context, paths: readonly string[], options: ReportOptions): Promise<Exit> {
    const exits: Exit[] = []
    for (const path of paths) {
      using shown = progress(path, options)
      const { run, text } = await judgeFile(path, {
        only: options.only,
        out: options.out,
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
