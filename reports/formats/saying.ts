import type { RunVerdict } from '../run.ts'
import { clean } from './text.ts'

const OFFENDERS_SAID = 20

/** A verdict in words, for tools that show a message: the verdict itself comes first, so that nobody has to guess it. Empty for a pass. */
export function saying(one: RunVerdict): string {
  if (one.verdict === 'pass') return ''
  const { waiver } = one
  return clean(
    [
      `${one.verdict}: ${one.because}`,
      ...offendersOf(one),
      ...(waiver
        ? [`accepted by ${waiver.acceptedBy} until ${waiver.until}: ${waiver.because}`]
        : []),
    ].join('\n'),
  )
}

/** The first offenders, a line each, and how many more there are; none that the reason shows already. */
function offendersOf({ because, offenders, offendersTotal }: RunVerdict): readonly string[] {
  const said = offenders.slice(0, OFFENDERS_SAID).map((one) => JSON.stringify(one))
  if (said.every((one) => because.includes(one))) return []
  const more = offendersTotal - said.length
  return more > 0 ? [...said, `… and ${more} more, see run.json`] : said
}

/** Who was asked what, a line each. */
export const askings = ({ evidence, reads }: RunVerdict): string =>
  clean(
    evidence.length > 0
      ? evidence
          .map(({ source, ask, takenAt, reality }) => `${source}: ${ask} (${reality}, ${takenAt})`)
          .join('\n')
      : reads.length > 0
        ? `nobody answered for ${reads.join(', ')}`
        : 'nobody was asked',
  )
