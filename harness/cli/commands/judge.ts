import type { Command } from 'commander'
import { overview } from '../../../reports/formats/console.ts'
import type { Run } from '../../../reports/run.ts'
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
    const format = formatOf(options)
    const runs: Run[] = []
    using shown = progress(options)
    for (const path of paths) {
      const { run, text } = await judgeFile(path, {
        only: options.only,
        out: options.out,
        formats: true,
        signal,
        format,
        onStage: (says) => shown.stage(path, says),
      })
      shown.done()
      process.stdout.write(text)
      runs.push(run)
    }
    if (runs.length > 1) process.stdout.write(overview(runs, format))
    if (options.json) await shown.writeJson(options.json, runs)
    return worst(runs.map(exitOfRun))
  },
}
