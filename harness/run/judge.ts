import { type Reporter, startVitest, type TestCase, type TestModule } from 'vitest/node'
import type { Judgement } from '../model/judgement.ts'
import { ROOT } from './load.ts'
import { selectControls } from './select.ts'

/** A bug of ours: a spec that threw something that is neither a finding nor a lack of evidence. */
export interface Broken {
  readonly spec: string
  readonly message: string
}

export interface Judged {
  /** Sorted by id. */
  readonly verdicts: readonly Judgement[]
  readonly broken: readonly Broken[]
}

export interface Judging {
  readonly snapshotPath: string
  readonly profiles: readonly string[]
  /** Globs over control ids, e.g. `zero-trust/smb-*`; none means all. */
  readonly only: readonly string[]
  /** More listeners of the same Vitest run, e.g. the Allure writer. */
  readonly reporters?: readonly Reporter[]
}

/**
 * Judges the controls of some profiles over a stored snapshot, in Vitest's workers. Opens no socket.
 *
 * @throws BadInput when a glob matches no control
 */
export async function judgeSnapshot(judging: Judging): Promise<Judged> {
  const specs = await selectControls(judging.profiles, judging.only)
  const seen = new Listener()
  const vitest = await startVitest('test', specs.files, {
    root: ROOT,
    config: false,
    watch: false,
    pool: 'threads',
    isolate: false,
    include: ['specs/*/*/*.spec.ts'],
    setupFiles: ['harness/run/judge.setup.ts'],
    reporters: [seen, ...(judging.reporters ?? [])],
    provide: { snapshotPath: judging.snapshotPath },
    silent: true,
    passWithNoTests: true,
    testTimeout: 60_000,
  })
  // Vitest sets the exit status of its own verdict; ours is worked out from the run.
  process.exitCode = 0
  await vitest.close()
  const verdicts = seen.verdicts.filter(({ id }) => specs.ids.has(id))
  const judged = new Set(verdicts.map(({ id }) => id))
  const lost = [...specs.ids].filter((id) => !judged.has(id) && seen.broken.length === 0)
  return {
    verdicts: verdicts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    broken: [
      ...seen.broken,
      ...lost.map((id) => ({ spec: id, message: 'was selected, but nobody judged it' })),
    ],
  }
}

/** Keeps verdicts and bugs as Vitest tells of them. */
class Listener implements Reporter {
  readonly verdicts: Judgement[] = []
  readonly broken: Broken[] = []

  onTestCaseResult(test: TestCase): void {
    const { verdict } = test.meta()
    const { state, errors } = test.result()
    // A pass counts only when the test itself ended well: a hook or a matcher may have failed after it.
    if (verdict && (verdict.verdict !== 'pass' || state === 'passed')) this.verdicts.push(verdict)
    else
      this.broken.push({
        spec: test.module.relativeModuleId,
        message: `${test.name}: ${errors?.[0]?.message ?? 'ended without a verdict'}`,
      })
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[]): void {
    for (const module of modules)
      for (const { message } of module.errors())
        this.broken.push({ spec: module.relativeModuleId, message })
    for (const { message } of errors) this.broken.push({ spec: '', message })
  }
}
