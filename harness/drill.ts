import type { Drill, DrillAbout } from './model/drill.ts'

/**
 * Breaks something on purpose and measures how long it takes to be well again. The title is a claim that is
 * true when it does. A file `specs/<profile>/<section>/<slug>.drill.ts` exports one by default; the defect under
 * which it must not recover lies at the same path under `fixtures/faults/`, as `<slug>.drill.fault.ts`.
 */
export const drill = (title: string, about: DrillAbout): Drill => ({ title, ...about })
