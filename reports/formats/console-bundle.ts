import type { Verified } from '../bundle.ts'
import { type ConsoleOptions, hang, moment, paint, plural } from './text.ts'

/** A bundle as it is told of. */
export interface ToldBundle extends Verified {
  readonly path: string
  readonly bytes: number
  readonly signature?: { readonly says: string; readonly known: boolean }
  readonly again?: { readonly same: number; readonly differ: readonly string[] }
}

/** A bundle as text for a person: what it is, whether it is whole, and who signed it. */
export function bundleReport(bundle: ToldBundle, options: ConsoleOptions): string {
  const { path, bytes, manifest, digest, problems, signature, again } = bundle
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  const whole = problems.length === 0
  const lines = [
    ...hang('bundle     ', `${path}, ${size}`, options),
    ...(manifest
      ? [
          ...hang(
            'run        ',
            `${manifest.lab} on ${manifest.target}, ${moment(manifest.takenAt)}, exit ${manifest.exit}`,
            options,
          ),
          ...hang('holds      ', manifest.members.map((one) => one.path).join(', '), options),
        ]
      : []),
    `sha256     ${digest}`,
    ...hang('signed     ', signedBy(signature), options),
    ...hang('judged     ', judgedAgain(again), options),
    ...problems.flatMap((problem) => hang('✗ ', problem, options)),
  ]
  const ending = whole
    ? paint('green', 'exit 0  it is what was bundled', options)
    : paint('red', `exit 2  ${plural(problems.length, 'reason')} not to believe it`, options)
  return `${(options.quiet ? [ending] : [...lines, '', ending]).join('\n')}\n`
}

const signedBy = (signature: ToldBundle['signature']): string => {
  if (!signature) return 'by nobody'
  return signature.known ? signature.says : `${signature.says} (nobody said whom to believe)`
}

const judgedAgain = (again: ToldBundle['again']): string => {
  if (!again) return 'not again: its facts cannot be judged with the specs that are here'
  const { same, differ } = again
  return differ.length === 0
    ? `again, with the specs that are here: ${plural(same, 'verdict')} as they were`
    : `again, with the specs that are here: ${same} as they were, otherwise ${differ.join(', ')}`
}
