import type { Beside } from '../../reports/format.ts'
import { pastRuns } from '../../reports/history.ts'
import { readProof } from '../../reports/proof.ts'
import type { Run } from '../../reports/run.ts'
import { BadInput } from '../model/bad-input.ts'

/** Earlier runs that a report looks back on; a trend of more is for a dashboard. */
const NIGHTS = 30

/**
 * What lies beside a run: earlier ones in `history`, and the proof in `folder`. What cannot be used ends no
 * run: it is named, so that nobody takes a page without it for a lab without it.
 */
export async function besideOf(
  run: Run,
  { history, folder }: { readonly history: string; readonly folder: string },
): Promise<Required<Pick<Beside, 'nights' | 'unread'>> & Beside> {
  const past = await pastRuns(history, run, NIGHTS)
  try {
    const proof = await readProof(folder)
    return { nights: past.runs, unread: past.unread, ...(proof ? { proof } : {}) }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return { nights: past.runs, unread: [...past.unread, ...error.problems] }
  }
}
