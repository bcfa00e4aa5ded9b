import { that, the, type Views } from '#harness'

/** The last run of a canary, which has to be of late; `step` is the one step of that name. */
export function canary({ ageSeconds, host, need, parameter }: Views, name: string) {
  const run = the(
    host(need('canaries').host).canaries,
    `canary ${name}`,
    (one) => one.name === name,
  )
  return {
    ...run,
    step: (wanted: string) => the(run.steps, wanted, (one) => one.do === wanted),
    steps: (wanted: string) => run.steps.filter((one) => one.do === wanted),
    isRecent: () => {
      const age = ageSeconds(run.endedAt)
      const longest = parameter.seconds('p.canary.max_age')
      that(age >= 0 && age <= longest, `it was tried in the last ${longest} s`, {
        name,
        endedAt: run.endedAt,
      })
    },
  }
}
