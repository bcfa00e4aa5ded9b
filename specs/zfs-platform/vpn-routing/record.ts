import { that, the, type Views } from '#harness'

/** The record of a trial that takes something away for a while; it counts for as long as a drill does. */
export function trial({ ageSeconds, host, need, parameter }: Views, name: string) {
  const run = the(
    host(need('canaries').host).canaries,
    `record ${name}`,
    (one) => one.name === name,
  )
  return {
    ...run,
    step: (wanted: string) => the(run.steps, wanted, (one) => one.do === wanted),
    steps: (wanted: string) => run.steps.filter((one) => one.do === wanted),
    isRecent: () => {
      const age = ageSeconds(run.endedAt)
      // Nothing lasts longer than the trial that it was part of: such a record was typed.
      const lasted = ageSeconds(run.startedAt) - age
      that(
        run.steps.every(({ seconds = 0 }) => seconds <= lasted),
        'it lasted as long as what was done in it',
        { name, startedAt: run.startedAt, endedAt: run.endedAt },
      )
      that(age >= 0 && age <= parameter.seconds('p.drill.max_age'), 'it was tried lately', {
        name,
        endedAt: run.endedAt,
      })
    },
  }
}
