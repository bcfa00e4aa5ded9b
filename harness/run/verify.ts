import { type Lab, openLab } from '../cli/labs.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { collectFacts, collectors, snapshotOf } from './collect.ts'
import { breakTarget } from './faults.ts'
import { report, type Verification, type Verified } from './report.ts'
import { selectControls } from './select.ts'
import { readSnapshot } from './snapshot-file.ts'

export interface Collection {
  readonly target: string
  /** Control whose fault is injected first; replicas only. */
  readonly fault?: string
  readonly signal: AbortSignal
  readonly onStage: (says: string) => void
}

/** Opens the target, asks every question, and gives the facts as a snapshot. The target is closed whatever happens. */
export async function collectLab(
  lab: Lab,
  { target: name, fault, signal, onStage }: Collection,
): Promise<Snapshot> {
  const startedAt = new Date()
  onStage('opening')
  const { target, redactor } = await openLab(lab, name, signal, onStage)
  await using closing = target
  const questions = await collectors()
  // Undone before the target is closed; a replica that is kept running would stay broken.
  await using _undone = {
    [Symbol.asyncDispose]: fault ? await breakTarget(closing, fault) : async () => {},
  }
  onStage(fault ? `collecting under the fault of ${fault}` : 'collecting')
  const facts = await collectFacts({
    target: closing,
    collectors: questions,
    redactor,
    signal,
    onDone: (subject, facts, unknown) =>
      onStage(`…${subject}: ${facts} facts${unknown ? `, ${unknown} unknown` : ''}`),
  })
  return snapshotOf(facts, {
    target,
    inventoryDigest: lab.digest,
    waivers: lab.waivers,
    startedAt,
    endedAt: new Date(),
  })
}

/** The whole pipeline for one lab: collect, judge, report. */
export async function verifyLab(
  lab: Lab,
  about: Verification & {
    readonly target: string
    readonly fault?: string
    readonly allure: boolean
  },
): Promise<Verified> {
  // A glob that selects nothing is told before anybody is asked anything.
  await selectControls(lab.inventory.profiles, about.only)
  const snapshot = await collectLab(lab, about)
  about.signal.throwIfAborted()
  return await report(snapshot, about, about.allure)
}

/** Judges a stored snapshot again. Opens no socket, and gives the verdicts of the run that wrote it. */
export async function judgeFile(path: string, about: Verification): Promise<Verified> {
  const { snapshot } = await readSnapshot(path)
  return await report(snapshot, about, false)
}
