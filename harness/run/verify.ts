import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Reporter } from 'vitest/node'
import type { AllureVerdictsOptions } from '../../reports/formats/allure-reporter.ts'
import { type ConsoleOptions, consoleReport } from '../../reports/formats/console.ts'
import { runOf } from '../../reports/make-run.ts'
import { type Run, writeRun } from '../../reports/run.ts'
import { type Lab, openLab } from '../cli/labs.ts'
import { unusedWaivers } from '../judge/waivers.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { collectFacts, collectors, snapshotOf } from './collect.ts'
import { coverageOf, wordsOf } from './coverage.ts'
import { breakTarget } from './faults.ts'
import { judgeSnapshot } from './judge.ts'
import { readSnapshot, writeSnapshot } from './snapshot-file.ts'
import { swap } from './swap.ts'

type Stage = (says: string) => void

export interface Collection {
  readonly target: string
  /** Control whose fault is injected first; replicas only. */
  readonly fault?: string
  readonly signal: AbortSignal
  readonly onStage: Stage
}

export interface Verification {
  readonly only: readonly string[]
  /** Folder for the files of the run; one sub-folder per lab. */
  readonly out: string
  readonly signal: AbortSignal
  readonly format: Omit<ConsoleOptions, 'files'>
  readonly onStage: Stage
}

export interface Verified {
  readonly run: Run
  /** What a person reads on the console. */
  readonly text: string
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
  const snapshot = await collectLab(lab, about)
  about.signal.throwIfAborted()
  return await report(snapshot, about, about.allure)
}

/** Judges a stored snapshot again. Opens no socket, and gives the verdicts of the run that wrote it. */
export async function judgeFile(path: string, about: Verification): Promise<Verified> {
  const { snapshot } = await readSnapshot(path)
  return await report(snapshot, about, false)
}

/** Everything is written into a staging folder first: a reader meets the files of one run, never of two. */
async function report(snapshot: Snapshot, about: Verification, allure: boolean): Promise<Verified> {
  const out = resolve(about.out)
  await mkdir(out, { recursive: true })
  const staging = await mkdtemp(join(out, '.staging-'))
  try {
    const files = await writeFiles(snapshot, staging, about, allure)
    about.signal.throwIfAborted()
    const final = join(out, snapshot.lab)
    await swap(staging, final)
    return {
      run: files.run,
      text: consoleReport(files.run, {
        ...about.format,
        files: files.names.map((name) => join(about.out, snapshot.lab, name)),
      }),
    }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function writeFiles(
  snapshot: Snapshot,
  folder: string,
  about: Verification,
  allure: boolean,
) {
  const snapshotPath = join(folder, 'snapshot.json')
  const snapshotDigest = await writeSnapshot(snapshot, snapshotPath)
  const { profiles } = snapshot.inventory
  const resultsDir = join(folder, 'allure-results')
  const told = { lab: snapshot.lab, target: snapshot.target }
  const words = await wordsOf(profiles)
  about.onStage('judging')
  const judged = await judgeSnapshot({
    snapshotPath,
    profiles,
    only: about.only,
    reporters: allure ? [await allureWriter({ ...told, resultsDir, words })] : [],
  })
  const run = runOf(
    {
      startedAt: new Date(Date.parse(snapshot.takenAt) - snapshot.durationMs).toISOString(),
      durationMs: snapshot.durationMs,
      takenAt: snapshot.takenAt,
      target: snapshot.target,
      lab: snapshot.lab,
      profiles,
      only: about.only,
      inventoryDigest: snapshot.inventoryDigest,
      snapshotDigest,
      verdicts: judged.verdicts,
      broken: judged.broken,
      coverage: await coverageOf(profiles),
      waivers: {
        unused: about.only.length > 0 ? [] : unusedWaivers(snapshot.waivers, judged.verdicts),
      },
    },
    words,
  )
  await writeRun(run, folder)
  const names = ['run.json', 'snapshot.json']
  if (allure) {
    about.onStage('writing the Allure report')
    const { generateAllure } = await import('../../reports/formats/allure.ts')
    const name = `Plumbline: ${snapshot.lab}`
    await generateAllure(resultsDir, join(folder, 'allure-report'), { name, lab: snapshot.lab })
    names.push('allure-report/index.html')
  }
  return { run, names }
}

/** Allure takes half a second to load: only a run that wants its report pays for it. */
async function allureWriter(options: AllureVerdictsOptions): Promise<Reporter> {
  const { AllureVerdicts } = await import('../../reports/formats/allure-reporter.ts')
  return new AllureVerdicts(options)
}
