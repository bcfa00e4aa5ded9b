import type { Judgement } from '../harness/model/judgement.ts'
import { type Broken, exitOf, type Run, summarise } from './run.ts'
import { byId, isHollow, tell } from './tell.ts'

/** The document's words for a statement. */
export interface Wording {
  readonly heading: string
  readonly text: string
}

export type Words = (profile: string, statement: string) => Wording | undefined

/** What a run is made of. */
export interface RunParts extends Omit<Run, 'schema' | 'verdicts' | 'broken' | 'summary' | 'exit'> {
  readonly verdicts: readonly Judgement[]
  readonly broken: readonly Broken[]
}

/** Makes the run of what was judged. A pass that nothing was read for is not believed: it becomes a bug of ours. */
export function runOf({ verdicts, broken, ...about }: RunParts, words: Words): Run {
  const hollow = verdicts.filter(isHollow)
  const told = verdicts
    .filter((judgement) => !isHollow(judgement))
    .map((judgement) => tell({ ...judgement, ...words(judgement.profile, judgement.statement) }))
    .sort(byId)
  const bugs = hollow.map(({ id }) => ({ spec: id, message: 'passed without any evidence' }))
  const run = { verdicts: told, broken: [...broken, ...bugs] }
  return {
    schema: 'plumbline/run/1',
    ...about,
    ...run,
    summary: summarise(told),
    exit: exitOf(run),
  }
}
