import { documentCollector } from '../model/collector.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A stored run of this suite, as its `run.json` tells of it. */
export interface ComplianceRun {
  /** Path in the documents repository. */
  readonly file: string
  readonly lab: string
  readonly target: string
  readonly startedAt: string
  /** Controls judged, and those of them that could not be verified. */
  readonly judged: number
  readonly unverifiable: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Runs stored in `reports/compliance`, the oldest first. */
    complianceRuns: readonly ComplianceRun[]
  }
}

const FOLDER = 'reports/compliance/'

/** @source `*.json` in `reports/compliance`, as tracked at HEAD */
export const complianceRuns = documentCollector('complianceRuns', {
  read: async (documents): Promise<readonly ComplianceRun[]> => {
    const files = (await documents.list()).filter(
      (path) => path.startsWith(FOLDER) && path.endsWith('.json'),
    )
    const runs: ComplianceRun[] = []
    for (const file of files) runs.push(runOf(file, await documents.read(file)))
    return runs.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
  },
})

const VERDICTS = ['pass', 'fail', 'waived', 'unverifiable'] as const

function runOf(file: string, written: string): ComplianceRun {
  const run = object(parseJson(written, file), file)
  if (run.schema !== 'plumbline/run/1')
    throw new Unseen('not understood', `${file} is no run of this suite`)
  const summary = object(run.summary, `summary of ${file}`)
  const counts = VERDICTS.map((verdict) => number(summary[verdict], `${verdict} of ${file}`))
  const startedAt = text(run.startedAt, `startedAt of ${file}`)
  if (Number.isNaN(Date.parse(startedAt)))
    throw new Unseen('not understood', `startedAt of ${file} is no moment`)
  return {
    file,
    lab: text(run.lab, `lab of ${file}`),
    target: text(run.target, `target of ${file}`),
    startedAt,
    judged: counts.reduce((sum, count) => sum + count, 0),
    unverifiable: number(summary.unverifiable, `unverifiable of ${file}`),
  }
}
