import type { BlindProof, FaultProof, Proof } from '../proof.ts'
import { type ConsoleOptions, field, hang, paint, plural } from './text.ts'

/** A proof as text for a person: what was not noticed as it should be first, then what nobody has seen fail here. */
export function proofReport(proof: Proof, options: ConsoleOptions): string {
  const parts = options.quiet
    ? [[...wrong(proof, options).flat(), ...ending(proof, options)]]
    : [
        header(proof, options),
        ...wrong(proof, options),
        proven(proof, options),
        unproven(proof, options),
        ending(proof, options),
      ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function header(proof: Proof, options: ConsoleOptions): readonly string[] {
  const { controls, proven: seen, missed, collateral, broken, unprovenHere } = proof.summary
  const right = proof.blinds.filter(({ outcome }) => outcome === 'proven').length
  return [
    paint('bold', `${proof.lab} on ${proof.target}: proof of detection`, options),
    ...hang(
      'controls   ',
      `${seen}/${controls} proven, ${missed} missed, ${collateral} collateral, ${broken} broken, ${unprovenHere.length} unproven here`,
      options,
    ),
    `faults     ${proof.faults.length} injected`,
    `blinds     ${right}/${proof.blinds.length} hid exactly what relied on them`,
  ]
}

const wrong = (proof: Proof, options: ConsoleOptions): readonly (readonly string[])[] => [
  ...proof.faults
    .filter(({ outcome }) => outcome !== 'proven')
    .map((fault) => wrongFault(fault, options)),
  ...proof.blinds
    .filter(({ outcome }) => outcome !== 'proven')
    .map((blind) => wrongBlind(blind, options)),
]

function wrongFault(proof: FaultProof, options: ConsoleOptions): readonly string[] {
  const { control, fault, outcome, because = '', expected, failed, hidden } = proof
  const silent = outcome === 'broken' ? [] : expected.filter((id) => !failed.includes(id))
  const strangers = failed.filter((id) => !expected.includes(id))
  return [
    ...headline(outcome, control, options),
    ...field('fault', fault, options),
    ...field('because', because, options),
    ...field('silent', silent.join('\n'), options),
    ...field('also', strangers.join('\n'), options),
    ...field('hidden', hidden.join('\n'), options),
    ...field('do', REMEDY[outcome], options),
  ]
}

function wrongBlind(proof: BlindProof, options: ConsoleOptions): readonly string[] {
  const { blind, outcome, because = '', unverifiable, wrong: turned } = proof
  return [
    ...headline(outcome, `blind: ${blind}`, options),
    ...field('because', because, options),
    ...field('hidden', plural(unverifiable.length, 'control'), options),
    ...field('wrong', turned.join('\n'), options),
    ...field('do', outcome === 'broken' ? REMEDY.broken : REMEDY_BLIND, options),
  ]
}

const REMEDY = {
  missed: 'Make the control look at what the fault changes: as it is, it cannot fail.',
  collateral: 'Narrow the fault, or declare the others as alsoBreaks or alsoHides and say why.',
  broken:
    'Mend how it is made or undone: it showed nothing, and the rest was proven on a new target.',
  proven: '',
} as const
const REMEDY_BLIND =
  'A control that stays sure without its sensor has judged by something else: make it read the fact, and the fact unknown.'

const headline = (outcome: string, name: string, options: ConsoleOptions): readonly string[] => {
  const head = `✗ ${outcome.padEnd(10)}  `
  const [first = '', ...others] = hang(head, name, options)
  return [paint('red', head, options) + first.slice(head.length), ...others]
}

const proven = ({ faults, blinds }: Proof, options: ConsoleOptions): readonly string[] =>
  options.verbose
    ? [
        ...faults.map(({ outcome, control, fault }) => ({ outcome, says: `${control}: ${fault}` })),
        ...blinds.map(({ outcome, blind }) => ({ outcome, says: `blind: ${blind}` })),
      ]
        .filter(({ outcome }) => outcome === 'proven')
        .flatMap(({ says }) => hang('✓ proven  ', says, options))
    : []

function unproven({ summary }: Proof, options: ConsoleOptions): readonly string[] {
  const reasons = [...new Set(summary.unprovenHere.map(({ because }) => because))]
  return reasons.flatMap((reason) => [
    ...hang('unproven here: ', reason, options),
    ...summary.unprovenHere
      .filter(({ because }) => because === reason)
      .map(({ control }) => `    ${control}`),
  ])
}

function ending({ faults, blinds }: Proof, options: ConsoleOptions): readonly string[] {
  const all = [...faults, ...blinds]
  const bad = all.filter(({ outcome }) => outcome !== 'proven').length
  if (all.length === 0) return [paint('red', 'exit 3  nothing was injected', options)]
  return bad === 0
    ? [paint('green', `exit 0  all ${all.length} were noticed as they should be`, options)]
    : [paint('red', `exit 2  ${bad} of ${all.length} were not noticed as they should be`, options)]
}
