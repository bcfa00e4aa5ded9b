import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Words } from '../make-run.ts'
import { isHollow, tell } from '../tell.ts'
import { type AllureResult, bugOf, resultOf } from './allure-result.ts'
import { type AllureSettings, AllureWriter } from './allure-writer.ts'

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
  /** By id, of controls and of bugs. */
  readonly #told = new Map<string, AllureResult>()

  constructor(options: AllureVerdictsOptions) {
    this.#options = options
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[] = []): void {
    for (const module of modules) {
      const spec = module.relativeModuleId
      for (const test of module.children.allTests()) this.#tell(test, spec)
      for (const { message } of module.errors()) this.#complain(spec, message)
    }
    for (const { message } of errors) this.#complain('', message)
    new AllureWriter(this.#options).write([...this.#told.values()])
  }

  #tell(test: TestCase, spec: string): void {
    const { verdict } = test.meta() as { readonly verdict?: Judgement }
    const doubt = verdict ? this.#doubt(test, verdict) : whyNone(test)
    if (doubt !== undefined) this.#complain(spec, `${test.name}: ${doubt}`)
    else if (verdict && this.#options.isSelected?.(verdict.id) !== false) {
      const wording = this.#options.words?.(verdict.profile, verdict.statement)
      this.#told.set(verdict.id, resultOf(tell({ ...verdict, ...wording })))
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

  #complain(spec: string, message: string): void {
    const bug = bugOf({ spec, message })
    this.#told.set(bug.id, bug)
  }
}

const whyNone = (test: TestCase): string =>
  test.result().errors?.[0]?.message ?? 'ended without a verdict'
