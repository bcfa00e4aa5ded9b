import type { Command } from 'commander'
import { exitOfDiff } from '../../../reports/diff.ts'
import { diffReport } from '../../../reports/formats/console-diff.ts'
import { compare } from '../../run/compare.ts'
import { EXIT, type Exit } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { formatOf } from '../options.ts'
import { progress } from '../progress.ts'

interface Options {
  readonly json?: string
  readonly verbose: boolean
  readonly quiet: boolean
}

export const command: CommandFile = {
  describe: (program: Command) =>
    program
      .command('diff')
      .description('what changed between two runs or snapshots of a lab; opens no socket')
      .argument('<from>', 'the older run.json, snapshot.json, or folder of a run')
      .argument('<to>', 'the younger one')
      .option('--json <file>', 'also write the result as JSON to this file')
      .option('-v, --verbose', 'every fact that changed', false)
      .option('-q, --quiet', 'one line', false)
      .addHelpText(
        'after',
        `
Exit 2: something fails that did not, or a waiver lapsed. 1: something can no longer be told.
0: nothing got worse. 4: the two cannot be compared, and why.

Examples:
  $ plumb diff last-night/run.json reports/out/zero-trust/run.json
  $ plumb diff before.snapshot.json after.snapshot.json --json diff.json`,
      ),

  async run(_context: Context, from: string, to: string, options: Options): Promise<Exit> {
    using shown = progress(options)
    const diff = await compare(from, to)
    process.stdout.write(diffReport(diff, formatOf(options)))
    const exit = exitOfDiff(diff)
    if (options.json) await shown.writeJson(options.json, [{ ...diff, exit }])
    return { 0: EXIT.pass, 1: EXIT.unverifiable, 2: EXIT.fail }[exit]
  },
}
