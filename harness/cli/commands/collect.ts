import type { Command } from 'commander'
import { BadInput } from '../../model/bad-input.ts'
import { writeSnapshot } from '../../run/snapshot-file.ts'
import { collectLab } from '../../run/verify.ts'
import { EXIT, type Exit } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { labsOf } from '../labs.ts'
import { LAB_HELP, type LabOptions, withLabOptions } from '../options.ts'
import { progress } from '../progress.ts'

interface Options extends LabOptions {
  readonly output: string
}

export const command: CommandFile = {
  describe: (program: Command) =>
    withLabOptions(
      program.command('collect').description('collect facts into a snapshot, judge nothing'),
    )
      .option('-o, --output <file>', 'where the snapshot goes', 'snapshot.json')
      .addHelpText(
        'after',
        `${LAB_HELP}
Examples:
  $ plumb collect --lab zero-trust -o snapshot.json
  $ plumb judge snapshot.json`,
      ),

  async run({ signal }: Context, options: Options): Promise<Exit> {
    const [lab, ...more] = await labsOf(options.lab)
    if (!lab || more.length > 0)
      throw new BadInput(['collect writes one snapshot: name one lab with --lab'])
    using shown = progress({})
    const { target } = options
    const onStage = (says: string) => shown.stage(`${lab.inventory.lab} on ${target}`, says)
    const snapshot = await collectLab(lab, { target, signal, onStage })
    await writeSnapshot(snapshot, options.output)
    shown.done()
    const facts = Object.values(snapshot.facts)
    const unknown = facts.filter(({ known }) => !known).length
    process.stdout.write(`${options.output}: ${facts.length} facts, ${unknown} of them unknown\n`)
    return EXIT.pass
  },
}
