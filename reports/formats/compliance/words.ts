import type { Judgement } from '../../../harness/model/judgement.ts'
import type { RunVerdict } from '../../run.ts'

export type Verdict = Judgement['verdict']

interface Told {
  readonly verdict: Verdict
  readonly sign: string
  /** Of one control. */
  readonly says: string
  /** Of a number of them. */
  readonly many: string
}

/** How verdicts are told, worst first: a sign and a word, so that no colour has to be seen. */
export const VERDICTS: readonly Told[] = [
  { verdict: 'fail', sign: '✗', says: 'fails', many: 'fail' },
  { verdict: 'unverifiable', sign: '?', says: 'unverifiable', many: 'unverifiable' },
  { verdict: 'waived', sign: '~', says: 'waived', many: 'waived' },
  { verdict: 'pass', sign: '✓', says: 'passes', many: 'pass' },
  {
    verdict: 'not-applicable',
    sign: '–',
    says: 'not applicable',
    many: 'not applicable',
  },
]

export const IMPACTS = ['critical', 'high', 'medium', 'low'] as const

/** The worst of several; undefined when there are none. */
export const worstOf = (verdicts: readonly RunVerdict[]): Verdict | undefined =>
  VERDICTS.find(({ verdict }) => verdicts.some((one) => one.verdict === verdict))?.verdict

export const toldOf = (verdict: Verdict): Told =>
  VERDICTS.find((one) => one.verdict === verdict) ?? {
    verdict,
    sign: '',
    says: verdict,
    many: verdict,
  }

/** Subjects of the facts that were read: hosts, vantages, `lab`. */
export const subjectsOf = ({ reads }: RunVerdict): readonly string[] => [
  ...new Set(reads.map((key) => key.slice(key.indexOf('@') + 1))),
]

/** `12 minutes`, `3 hours`, `9 days`. */
export function longOf(seconds: number): string {
  const [size, unit] =
    seconds < 7200 ? [60, 'minute'] : seconds < 172_800 ? [3600, 'hour'] : [86_400, 'day']
  const count = Math.round(seconds / Number(size))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

export const countOf = (of: readonly RunVerdict[], verdict: Verdict): number =>
  of.filter((one) => one.verdict === verdict).length

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`
