import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Reporter } from 'vitest/node'
import type { Beside, Format } from '../../reports/format.ts'
import type { AllurePress } from '../../reports/formats/allure.ts'
import type { AllureVerdictsOptions } from '../../reports/formats/allure-reporter.ts'
import { type ConsoleOptions, consoleReport } from '../../reports/formats/console.ts'
import { keepRun } from '../../reports/history.ts'
import { runOf } from '../../reports/make-run.ts'
import { type Run, writeRun } from '../../reports/run.ts'
import { writeWhole } from '../../reports/write-whole.ts'
import { unusedWaivers } from '../judge/waivers.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { besideOf } from './beside.ts'
import { coverageOf, documentsOf, wordsOf } from './coverage.ts'
import { judgeSnapshot } from './judge.ts'
import { mapOf } from './lab-map.ts'
import { files, load } from './load.ts'
import { writeSnapshot } from './snapshot-file.ts'
import { swap } from './swap.ts'

export interface Verification {
  readonly only: readonly string[]
  /** Folder for the files of the run; one sub-folder per lab. */
  readonly out: string
  /** Whether every format's file is written, beside the run and its snapshot. */
  readonly formats: boolean
  /** Folder of earlier runs that somebody else keeps; by default the run joins those of its own `out`. */
  readonly history?: string
  readonly signal: AbortSignal
  readonly format: Omit<ConsoleOptions, 'files'>
  readonly onStage: (says: string) => void
}

export interface Verified {
  readonly run: Run
  /** What a person reads on the console. */
  readonly text: string
}

/** How the Allure report is made, and whether the run is kept for the trends of later ones. */
export interface Allure {
  readonly press: AllurePress
  readonly keep: boolean
}

/** Folder of the runs that were kept. No lab has its name. */
export const historyIn = (out: string): string => join(out, '.history')

/** Everything is written into a staging folder first: a reader meets the files of one run, never of two. */
export async function report(
  snapshot: Snapshot,
  about: Verification,
  allure?: Allure,
): Promise<Verified> {
  const out = resolve(about.out)
  await mkdir(out, { recursive: true })
  const staging = await mkdtemp(join(out, '.staging-'))
  try {
    const files = await writeFiles(snapshot, staging, about, allure)
    about.signal.throwIfAborted()
    const final = join(out, snapshot.lab)
    // A report of the run before would be taken for one of this run.
    await swap(staging, final, [...ALLURE, ...(await formatsOf()).map(({ file }) => file)])
    // A run that proves nothing would hide the one before it.
    if (allure?.keep && !about.history && files.run.exit !== 3)
      await keepRun(files.run, historyIn(out))
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
  allure?: Allure,
) {
  const snapshotPath = join(folder, 'snapshot.json')
  const snapshotDigest = await writeSnapshot(snapshot, snapshotPath)
  const { profiles } = snapshot.inventory
  const resultsDir = join(folder, 'allure-results')
  const startedAtMs = Date.parse(snapshot.takenAt) - snapshot.durationMs
  const told = { lab: snapshot.lab, target: snapshot.target, startedAtMs }
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
      startedAt: new Date(startedAtMs).toISOString(),
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
      documents: await documentsOf(profiles),
      map: mapOf(snapshot.inventory),
      waivers: {
        unused: about.only.length > 0 ? [] : unusedWaivers(snapshot.waivers, judged.verdicts),
      },
    },
    words,
  )
  await writeRun(run, folder)
  const names = ['run.json', 'snapshot.json']
  const isTold = about.formats || allure !== undefined
  const beside = isTold
    ? await besideOf(run, {
        history: about.history ?? historyIn(about.out),
        folder: join(about.out, snapshot.lab),
      })
    : { nights: [], unread: [] }
  for (const line of beside.unread) about.onStage(`left out: ${line}`)
  if (about.formats) names.push(...(await tellAll(run, folder, beside)))
  if (allure) {
    about.onStage('writing the Allure report')
    const { sheetOf } = await import('../../reports/formats/allure.ts')
    const page = join(folder, 'allure-report')
    await allure.press.print(sheetOf([run], beside.nights), [resultsDir], page)
    names.push('allure-report/index.html')
  }
  return { run, names }
}

const ALLURE = ['allure-results', 'allure-report']

const formatsOf = async (): Promise<readonly Format[]> => {
  const modules = await Promise.all(files('reports/formats/*.format.ts').map(load))
  return modules.map(({ format }) => format as Format)
}

/** Every format's file, found by path; gives their names. */
export async function tellAll(
  run: Run,
  folder: string,
  beside: Beside = {},
): Promise<readonly string[]> {
  const formats = await formatsOf()
  await Promise.all(formats.map(({ file, of }) => writeWhole(join(folder, file), of(run, beside))))
  return formats.map(({ file }) => file).sort()
}

/** Allure takes half a second to load: only a run that wants its report pays for it. */
async function allureWriter(options: AllureVerdictsOptions): Promise<Reporter> {
  const { AllureVerdicts } = await import('../../reports/formats/allure-reporter.ts')
  return new AllureVerdicts(options)
}
