import { the, type Views } from '#harness'

/** The last run of what somebody tries on a schedule, as the record of it tells. */
export function lastRun({ host, need }: Views, name: string) {
  const run = the(
    host(need('canaries').host).canaries,
    `record ${name}`,
    (one) => one.name === name,
  )
  return {
    ...run,
    all: run.steps,
    step: (wanted: string) => the(run.steps, wanted, (one) => one.do === wanted),
    steps: (wanted: string) => run.steps.filter((one) => one.do === wanted),
  }
}
