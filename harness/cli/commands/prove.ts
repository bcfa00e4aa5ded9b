import { join } from 'node:path'
import type { Command } from 'commander'
import { proofReport } from '../../../reports/formats/console.ts'
import { type Proof, writeProof } from '../../../reports/proof.ts'
import { proveLab } from '../../run/prove-lab.ts'
import { labsWith } from '../../run/select.ts'
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
    const { target, only, out } = options
    const proofs: Proof[] = []
    using shown = progress(options)
    for (const { lab, only: mine } of await labsWith(await labsOf(options.lab), only)) {
      const onStage = (says: string) => shown.stage(`${lab.inventory.lab} on ${target}`, says)
      const open = () => openLab(lab, target, signal, onStage)
      const first = await open()
      await using replica = new Renewable(first, open)
      const reopen = () => replica.renew()
      const proving = { ...first, lab, reopen, only: mine, signal, onStage }
      // A few controls are proven before another thread has started.
      const proof = await proveLab(proving, only.length > 0 ? 1 : await handsOn(target))
      shown.done()
      await writeProof(proof, join(out, lab.inventory.lab))
      process.stdout.write(proofReport(proof, formatOf(options)))
      proofs.push(proof)
    }
    if (options.json) await shown.writeJson(options.json, proofs)
    return worst(proofs.map(exitOfProof))
  },
}

/** A fault nobody noticed, or somebody else did, is a defect of ours. */
function exitOfProof(proof: Proof): Exit {
  if (proof.faults.length + proof.blinds.length === 0) return EXIT.bug
  return [...proof.faults, ...proof.blinds].every(({ outcome }) => outcome === 'proven')
    ? EXIT.pass
    : EXIT.fail
}
