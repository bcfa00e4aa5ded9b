import { join } from 'node:path'
import type { Command } from 'commander'
import { proofReport } from '../../../reports/formats/console.ts'
import { writeProof } from '../../../reports/proof.ts'
import { proveLab } from '../../run/prove-lab.ts'
import { EXIT, type Exit, worst } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { handsOn, labsOf, openLab } from '../labs.ts'
import {
  formatOf,
  LAB_HELP,
  type LabOptions,
  type ReportOptions,
  withLabOptions,
  withReportOptions,
} from '../options.ts'
import { progress } from '../progress.ts'
import { Renewable } from '../renewable.ts'

type Options = LabOptions & ReportOptions

export const command: CommandFile = {
  describe: (program: Command) =>
    withReportOptions(
      withLabOptions(
        program
          .command('prove')
          .description(
            'inject every fault and blind, one at a time: each must be noticed, by nobody else',
          ),
      ),
    ).addHelpText(
      'after',
      `${LAB_HELP}
Examples:
  $ plumb prove --lab zero-trust
  $ plumb prove --lab zero-trust --target containers --only 'zero-trust/parity-*'`,
    ),

  async run({ signal }: Context, options: Options): Promise<Exit> {
    const exits: Exit[] = []
    for (const lab of await labsOf(options.lab)) {
      using shown = progress(`${lab.inventory.lab} on ${options.target}`, options)
      const open = () => openLab(lab, options.target, signal, shown.stage)
      const first = await open()
      await using replica = new Renewable(first, open)
      const reopen = () => replica.renew()
      const { only } = options
      const proving = { ...first, lab, reopen, only, signal, onStage: shown.stage }
      // A few controls are proven before another thread has started.
      const proof = await proveLab(proving, only.length > 0 ? 1 : await handsOn(options.target))
      shown.done()
      await writeProof(proof, join(options.out, lab.inventory.lab))
      process.stdout.write(proofReport(proof, formatOf(options)))
      if (options.json) await shown.writeJson(options.json, proof)
      exits.push(exitOfProof(proof))
    }
    return worst(exits)
  },
}

/** A fault nobody noticed, or somebody else did, is a defect of ours. */
function exitOfProof(proof: Awaited<ReturnType<typeof proveLab>>): Exit {
  if (proof.faults.length + proof.blinds.length === 0) return EXIT.bug
  return [...proof.faults, ...proof.blinds].every(({ outcome }) => outcome === 'proven')
    ? EXIT.pass
    : EXIT.fail
}
