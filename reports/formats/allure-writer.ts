import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { Stage, Status, type TestResult } from 'allure-js-commons'
import type { Writer } from 'allure-js-commons/sdk/reporter'
import AllureVitestReporter from 'allure-vitest/reporter'
import type { RunnerTask } from 'vitest'
import type { Vitest } from 'vitest/node'
import { AllureFiles } from './allure-files.ts'
import { uuidOf } from './allure-id.ts'
import { type AllureResult, messagesOf } from './allure-result.ts'

export interface AllureSettings {
  /** Folder for the results; made, and emptied of the results of another run. */
  readonly resultsDir: string
  /** Part of what a result's history goes by, and its environment in the report. */
  readonly lab?: string
  readonly target?: string
  /** When the run began. Results follow each other by a millisecond, in the order of the document: the report sorts by time. */
  readonly startedAtMs?: number
}

const STATES = { passed: 'pass', failed: 'fail', broken: 'fail', skipped: 'skip' } as const

/** Writes `allure-results` through allure-vitest. Status, labels, names and ids are ours; the format of the files is its work. */
export class AllureWriter {
  readonly #settings: AllureSettings
  readonly #told = new Map<string, AllureResult & { readonly startMs: number }>()
  readonly #inner: AllureVitestReporter

  constructor(settings: AllureSettings) {
    this.#settings = settings
    this.#inner = new AllureVitestReporter({
      resultsDir: settings.resultsDir,
      reportMatchers: false,
      listeners: [{ beforeTestResultWrite: (result) => this.#settle(result) }],
    })
  }

  /**
   * Writes the results of one run, and removes those of another.
   *
   * @throws Error when the folder holds anything that no Allure writer made, or two results have one id
   */
  write(results: readonly AllureResult[]): void {
    emptied(this.#settings.resultsDir)
    // Without projects it registers neither its setup file nor its runner: no code of Allure runs in a spec.
    this.#inner.onInit({ projects: [] } as unknown as Vitest)
    const { allureReporterRuntime } = this.#inner as unknown as {
      allureReporterRuntime: { writer: Writer }
    }
    allureReporterRuntime.writer = new AllureFiles(this.#settings.resultsDir)
    for (const [i, result] of results.toSorted(byPlace).entries())
      this.#hand(result, (this.#settings.startedAtMs ?? 0) + i)
  }

  #hand(result: AllureResult, startMs: number): void {
    if (this.#told.has(result.id)) throw new Error(`${result.id} was told to Allure twice`)
    this.#told.set(result.id, { ...result, startMs })
    const task = {
      type: 'test',
      mode: 'run',
      name: result.name,
      file: { filepath: result.id },
      meta: { allureRuntimeMessages: messagesOf(result, this.#settings) },
      result: {
        state: STATES[result.status as keyof typeof STATES],
        startTime: startMs,
        duration: result.tookMs,
        errors: [{ message: result.message }],
      },
    }
    this.#inner.handleTask(task as unknown as RunnerTask)
  }

  /** Says the status that the verdict has, whatever Allure has read out of messages and names. */
  #settle(result: TestResult): void {
    const told = this.#told.get(result.testCaseId ?? '')
    const { lab = '' } = this.#settings
    result.uuid = uuidOf(lab, told?.id ?? 'nobody')
    result.stage = Stage.FINISHED
    result.start = told?.startMs ?? 0
    result.stop = result.start + (told?.tookMs ?? 0)
    result.links = []
    result.labels = [...(told?.labels ?? []), ...(lab ? [{ name: 'lab', value: lab }] : [])]
    result.status = told?.status ?? Status.BROKEN
    result.statusDetails = told ? (told.message ? { message: told.message } : {}) : NOBODY
    result.fullName = told?.id ?? 'nobody'
    result.titlePath = [...(told?.titlePath ?? [])]
  }
}

const NOBODY = { message: 'a bug of ours: Allure wrote a result that nobody told it' }

const collator = new Intl.Collator('en', { numeric: true })

/** In the order of the document: ZT-9 before ZT-10. */
const byPlace = (a: AllureResult, b: AllureResult): number =>
  collator.compare(a.place, b.place) || (a.id < b.id ? -1 : 1)

const OURS =
  /-(?:result|container|globals)\.json$|-attachment(?:\.|$)|^(?:environment\.properties|categories\.json|executor\.json)$/

/** Allure never cleans its folder: results of an earlier run would be counted again. */
function emptied(dir: string): void {
  mkdirSync(dir, { recursive: true })
  const strange = readdirSync(dir).find((name) => !OURS.test(name))
  if (strange !== undefined)
    throw new Error(`${dir} holds ${strange}, which is no Allure result: give an empty folder`)
  for (const name of readdirSync(dir)) rmSync(`${dir}/${name}`)
}
