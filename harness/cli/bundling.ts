import { join } from 'node:path'
import type { Command } from 'commander'
import { bundleReport } from '../../reports/formats/console-bundle.ts'
import { readRun } from '../../reports/run.ts'
import { BadInput } from '../model/bad-input.ts'
import { type Bundle, readBundle, writeBundle } from '../run/evidence.ts'
import { EXIT, type Exit } from './exit.ts'
import { formatOf } from './options.ts'
import { progress } from './progress.ts'

/** Options of a command that bundles evidence, or looks at a bundle. */
export interface BundleOptions {
  readonly bundle?: string | true
  readonly sign?: string
  readonly verify?: string
  readonly signers?: string
  readonly signer?: string
}

export const withBundleOptions = (command: Command): Command =>
  command
    .option(
      '--bundle [file]',
      'write the evidence of the run as one file (default <out>/<lab>-<time>.tar)',
    )
    .option('--sign <key>', 'sign the bundle with this SSH key, into <file>.sig')
    .option('--verify <bundle>', 'look whether a bundle is what was bundled')
    .option('--signers <file>', 'whom to believe: allowed signers, as ssh-keygen has them')
    .option('--signer <name>', 'who of them has to have signed it')

/** Does what the options say about bundles; gives nothing when they say nothing. */
export async function bundling(
  options: BundleOptions & {
    readonly out: string
    readonly quiet: boolean
    readonly json?: string
  },
  folders: () => Promise<readonly string[]>,
): Promise<Exit | undefined> {
  const { bundle, verify } = options
  const show = async (one: Bundle): Promise<Exit> => {
    process.stdout.write(bundleReport(one, formatOf({ verbose: false, quiet: options.quiet })))
    if (options.json) await progress(options).writeJson(options.json, [one])
    return one.problems.length === 0 ? EXIT.pass : EXIT.fail
  }
  if (verify !== undefined) return await show(await readBundle(verify, signersOf(options)))
  if (bundle === undefined) return undefined
  const [folder, ...more] = await folders()
  if (folder === undefined || more.length > 0)
    throw new BadInput(['a bundle holds one run: name one lab with --lab'])
  const path = bundle === true ? await placeOf(folder, options.out) : bundle
  return await show(await writeBundle(folder, path, options.sign))
}

function signersOf({ signers, signer }: BundleOptions) {
  if (signers === undefined && signer === undefined) return undefined
  if (signers === undefined || signer === undefined)
    throw new BadInput(['--signers and --signer go together: whom to believe, and who it was'])
  return { file: signers, who: signer }
}

/** Not in the folder of the run: the next run would have it beside itself. */
async function placeOf(folder: string, out: string): Promise<string> {
  const { lab, takenAt } = await readRun(join(folder, 'run.json'))
  return join(out, `${lab}-${takenAt.replaceAll(/[:.]/g, '-')}.tar`)
}
