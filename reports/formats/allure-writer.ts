import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { Stage, Status, type TestResult } from 'allure-js-commons'
import AllureVitestReporter from 'allure-vitest/reporter'
import type { RunnerTask } from 'vitest'
import type { Vitest } from 'vitest/node'
import { type AllureResult, messagesOf } from './allure-result.ts'

export interface AllureSettings {
  /** Folder for the results; made, and emptied of the results of another run. */
  readonly resultsDir: string
  /** Told as the report's environment, and part of what a result's history goes by. */
  readonly lab?: string
  readonly target?: string
}

/** When something was judged, on this machine's clock. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly startedAtMs: number
  readonly durationMs: number
}

const STATES = { passed: 'pass', failed: 'fail', broken: 'fail', skipped: 'skip' } as const

/** Writes `allure-results` through allure-vitest. Status, labels and names are ours; files, ids and attachments are its work. */
export class AllureWriter {
  readonly #settings: AllureSettings
  readonly #told = new Map<string, AllureResult & Timing>()
  readonly #inner: AllureVitestReporter

  constructor(settings: AllureSettings) {
    this.#settings = settings
    const { resultsDir, lab, target } = settings
    this.#inner = new AllureVitestReporter({
      resultsDir,
      reportMatchers: false,
      environmentInfo: { ...(lab ? { lab } : {}), ...(target ? { target } : {}) },
      listeners: [{ beforeTestResultWrite: (result) => this.#settle(result) }],
    })
  }

  /** @throws Error when the folder holds anything that no Allure writer made */
  open(): void {
    emptied(this.#settings.resultsDir)
    // Without projects it registers neither its setup file nor its runner: no code of Allure runs in a spec.
    this.#inner.onInit({ projects: [] } as unknown as Vitest)
  }

  write(result: AllureResult, timing: Timing): void {
    if (this.#told.has(result.id)) throw new Error(`${result.id} was told to Allure twice`)
    this.#told.set(result.id, { ...result, ...timing })
    const historyId = `${this.#settings.lab ?? ''}/${result.id}`
    const task = {
      type: 'test',
      mode: 'run',
      name: result.name,
      file: { filepath: result.id },
      meta: { allureRuntimeMessages: messagesOf(result, historyId) },
      result: {
        state: STATES[result.status as keyof typeof STATES],
        startTime: timing.startedAtMs,
        duration: timing.durationMs,
        errors: [{ message: result.message }],
      },
    }
    this.#inner.handleTask(task as unknown as RunnerTask)
  }

  /** Says the status that the verdict has, whatever Allure has read out of messages and names. */
  #settle(result: TestResult): void {
    const told = this.#told.get(result.testCaseId ?? '')
    result.stage = Stage.FINISHED
    if (told) {
      result.start = Math.round(told.startedAtMs)
      result.stop = Math.round(told.startedAtMs + told.durationMs)
    }
    result.links = []
    result.labels = [...(told?.labels ?? [])]
    result.status = told?.status ?? Status.BROKEN
    result.statusDetails = told ? (told.message ? { message: told.message } : {}) : NOBODY
    result.fullName = told?.id ?? 'nobody'
    result.titlePath = [...(told?.titlePath ?? [])]
  }
}

const NOBODY = { message: 'a bug of ours: Allure wrote a result that nobody told it' }

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
