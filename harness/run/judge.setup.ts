import { inject, test } from 'vitest'
import { declareInto } from '../control.ts'
import { type Bench, judge } from '../judge/judge.ts'
import type { Judgement } from '../model/judgement.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'
import { benchOf } from './bench.ts'
import { ROOT } from './load.ts'
import { readSnapshot } from './snapshot-file.ts'
import { place } from './specs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    snapshotPath: string
  }
  interface TaskMeta {
    verdict?: Judgement
  }
}

/** The snapshot is read once per worker, by path: handing the object to every file would copy it every time. */
const BENCH = Symbol.for('plumbline.bench')
const worker = globalThis as { [BENCH]?: Promise<Bench> & { path?: string } }

function bench(path: string): Promise<Bench> {
  if (worker[BENCH]?.path !== path)
    worker[BENCH] = Object.assign(
      readSnapshot(path).then(({ snapshot }) => benchOf(snapshot)),
      { path },
    )
  return worker[BENCH]
}

const ready = await bench(inject('snapshotPath'))

/** A control becomes a test. Its verdict travels in `task.meta`; what is not green in Vitest is thrown, so that no reader of test results can take it for a pass. */
declareInto((control) => {
  test(control.title, ({ task, skip }) => {
    const verdict = judge(place(control, task.file.filepath.slice(ROOT.length)), ready)
    task.meta.verdict = verdict
    if (verdict.verdict === 'unverifiable') throw new Unverifiable(verdict.because)
    if (verdict.verdict === 'fail')
      throw new Violation(verdict.because, verdict.title, verdict.offenders)
    if (verdict.verdict !== 'pass') skip(verdict.because)
  })
})
