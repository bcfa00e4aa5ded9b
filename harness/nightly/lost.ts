import type { Run } from '../../reports/run.ts'

/** `mounts@vm102 is unknown (refused): vm102: …`: who could not be asked. */
const UNKNOWN = /\S+@\S+ is unknown \([^)]+\): ([^:\n]+): /

/**
 * Who gave no answer at all in a run, by the reason of an unverifiable verdict. One host that is gone
 * makes dozens of controls unverifiable: they are told of as one thing.
 */
export function lostIn({
  verdicts,
}: Pick<Run, 'verdicts'>): (because: string) => string | undefined {
  const answered = new Set(verdicts.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  return (because) => {
    const source = UNKNOWN.exec(because)?.[1]
    return source !== undefined && !answered.has(source) ? source : undefined
  }
}
