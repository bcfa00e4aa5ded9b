import pLimit from 'p-limit'
import { type Lab, openLab } from '../cli/labs.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { collectFacts, collectors, snapshotOf } from './collect.ts'
import { breakTarget } from './faults.ts'
import { loseSubject } from './lose.ts'
import { type Allure, report, type Verification, type Verified } from './report.ts'
import { labsWith } from './select.ts'
import { readSnapshot } from './snapshot-file.ts'

export interface Collection {
  readonly target: string
  /** Control whose fault is injected first; replicas only. */
  readonly fault?: string
  /** Host, API or vantage that is off the network; replicas only. */
  readonly lose?: string
  readonly signal: AbortSignal
  readonly onStage: (says: string) => void
}

/** Opens the target, asks every question, and gives the facts as a snapshot. The target is closed whatever happens. */
export async function collectLab(
  lab: Lab,
  { target: name, fault, lose, signal, onStage }: Collection,
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
  await using _found = {
    [Symbol.asyncDispose]: lose ? loseSubject(closing, lose) : async () => {},
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

export interface Verifying
  extends Omit<Verification, 'only'>,
    Pick<Collection, 'target' | 'fault' | 'lose'> {
  readonly allure: boolean
  /** Labs that are collected at the same time; reports are written one after the other. */
  readonly atOnce: number
}

type Judging = Verifying & Pick<Verification, 'only'>

/**
 * The whole pipeline for some labs: collect, judge, report. While one is judged, the next ones are
 * collected; they are told of in the order they were named.
 *
 * @throws BadInput when a glob selects nothing anywhere; nobody has been asked anything then
 */
export async function* verifyLabs(
  labs: readonly Lab[],
  globs: readonly string[],
  aboutOf: (lab: string) => Verifying,
): AsyncGenerator<Verified> {
  const jobs = (await labsWith(labs, globs)).map(({ lab, only }) => {
    return { lab, about: { ...aboutOf(lab.inventory.lab), only } }
  })
  const limit = pLimit(jobs[0]?.about.atOnce ?? 1)
  const begun = jobs.map(({ lab, about }) => ({
    about,
    snapshot: limit(() => collectLab(lab, about)),
  }))
  // Each is awaited in its turn; one that fails before that is no unhandled failure.
  for (const { snapshot } of begun) snapshot.catch(() => {})
  await using press = jobs.some(({ about }) => about.allure) ? await openPress() : undefined
  for (const { about, snapshot } of begun) {
    const collected = await snapshot
    about.signal.throwIfAborted()
    yield await report(collected, about, press && allureOf(press, about))
  }
}

/** Allure takes half a second to load: only a run that wants its report pays for it, and while the lab is looked at. */
async function openPress(): Promise<Allure['press']> {
  const { AllurePress } = await import('../../reports/formats/allure.ts')
  return new AllurePress()
}

/** What was broken on purpose, or looked at in part, is no night. */
const allureOf = (press: Allure['press'], about: Judging): Allure | undefined =>
  about.allure ? { press, keep: !about.fault && !about.lose && about.only.length === 0 } : undefined

/** Judges a stored snapshot again. Opens no socket, and gives the verdicts of the run that wrote it. */
export async function judgeFile(path: string, about: Verification): Promise<Verified> {
  const { snapshot } = await readSnapshot(path)
  return await report(snapshot, about)
}
