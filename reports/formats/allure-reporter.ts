import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Words } from '../make-run.ts'
import { isHollow } from '../tell.ts'
import { bugOf, resultOf } from './allure-result.ts'
import { type AllureSettings, AllureWriter, type Timing } from './allure-writer.ts'

export interface AllureVerdictsOptions extends AllureSettings {
  /** The document's words, for feature and story. */
  readonly words?: Words
  /** Whether a control was selected; a spec file may hold others. */
  readonly isSelected?: (id: string) => boolean
}

/**
 * Writes the Allure results of a judge run. Every test tells its verdict in `task.meta.verdict`; one that
 * does not is a bug of ours, whatever Vitest says of it.
 */
export class AllureVerdicts implements Reporter {
  readonly #options: AllureVerdictsOptions
  readonly #writer: AllureWriter
  /** Ids that were written, of controls and of bugs. */
  readonly #told = new Set<string>()

  constructor(options: AllureVerdictsOptions) {
    this.#options = options
    this.#writer = new AllureWriter(options)
  }

  onInit(): void {
    this.#writer.open()
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[] = []): void {
    for (const module of modules) {
      const spec = module.relativeModuleId
      for (const test of module.children.allTests()) this.#tell(test, spec)
      for (const { message } of module.errors()) this.#complain(spec, message)
    }
    for (const { message } of errors) this.#complain('', message)
  }

  #tell(test: TestCase, spec: string): void {
    const { verdict } = test.meta() as { readonly verdict?: Judgement }
    const timing = timingOf(test)
    const doubt = verdict ? this.#doubt(test, verdict) : whyNone(test)
    if (doubt !== undefined) this.#complain(spec, `${test.name}: ${doubt}`, timing)
    else if (verdict && this.#options.isSelected?.(verdict.id) !== false) {
      this.#told.add(verdict.id)
      const wording = this.#options.words?.(verdict.profile, verdict.statement)
      this.#writer.write(resultOf({ ...verdict, ...wording }), timing)
    }
  }

  /** Why a verdict is not to be believed. */
  #doubt(test: TestCase, verdict: Judgement): string | undefined {
    if (this.#told.has(verdict.id)) return `${verdict.id} was judged twice`
    if (isHollow(verdict)) return 'passed without any evidence'
    if (verdict.verdict === 'pass' && test.result().state !== 'passed')
      return `told a pass, but ended ${test.result().state}: ${whyNone(test)}`
    return undefined
  }

  #complain(spec: string, message: string, timing: Timing = now()): void {
    const bug = bugOf({ spec, message })
    if (this.#told.has(bug.id)) return
    this.#told.add(bug.id)
    this.#writer.write(bug, timing)
  }
}

const whyNone = (test: TestCase): string =>
  test.result().errors?.[0]?.message ?? 'ended without a verdict'

const now = (): Timing => ({ startedAtMs: Date.now(), durationMs: 0 })

function timingOf(test: TestCase): Timing {
  const seen = test.diagnostic()
  return seen ? { startedAtMs: seen.startTime, durationMs: seen.duration } : now()
}
