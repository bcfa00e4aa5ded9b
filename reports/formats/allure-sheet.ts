import type { Run } from '../run.ts'
import { type GateRule, gateOf } from './allure-gate.ts'
import { historyOf, nightsOf, type Point } from './allure-history.ts'

/** All that a page shows besides its results: a function of the runs, and nothing of the machine or the day it is made on. */
export interface Sheet {
  readonly title: string
  /** When the youngest run was taken. */
  readonly atMs: number
  readonly labs: readonly LabSheet[]
  readonly history: readonly Point[]
  readonly gate: readonly GateRule[]
}

/** A lab is an environment of the report. */
export interface LabSheet {
  readonly lab: string
  readonly variables: Readonly<Record<string, string>>
}

/** Earlier nights that a page shows: enough for two weeks and small enough for one page. */
export const NIGHTS_SHOWN = 13

/**
 * What a page of these runs shows: one run a lab, and those before it for the trend.
 *
 * @param past runs that were kept of the same labs, in any order
 */
export function sheetOf(runs: readonly Run[], past: readonly Run[]): Sheet {
  const labs = runs.map(({ lab }) => lab)
  const nights = nightsOf(past, runs).slice(-NIGHTS_SHOWN)
  return {
    title: `Plumbline: ${labs.length === 1 ? labs[0] : `${labs.length} labs`}`,
    atMs: Math.max(0, ...runs.map(({ takenAt }) => Date.parse(takenAt))),
    labs: runs.map((run) => ({ lab: run.lab, variables: variablesOf(run) })),
    history: nights.map(historyOf),
    gate: runs.flatMap(gateOf),
  }
}

function variablesOf(run: Run): Readonly<Record<string, string>> {
  const { statements, claimed, narrative, unclaimed } = run.coverage
  return {
    target: run.target,
    collected: run.takenAt,
    profiles: run.profiles.join(', '),
    ...(run.only?.length ? { only: run.only.join(', ') } : {}),
    statements: `${statements}: ${claimed} judged, ${narrative} narrative, ${unclaimed.length} unclaimed`,
    exit: String(run.exit),
    inventory: run.inventoryDigest.slice(0, 12),
    snapshot: run.snapshotDigest.slice(0, 12),
  }
}
