import { that, type Views } from '#harness'
import { lastRun } from '../run.ts'

/** The last run of a canary, which has to be of late; `step` is the one step of that name. */
export function canary(views: Views, name: string) {
  const run = lastRun(views, name)
  const { endedAt } = run
  const isRecent = () => {
    const longest = views.parameter.seconds('p.canary.max_age')
    that(views.isRecent(endedAt, longest), `it was tried in the last ${longest} s`, {
      name,
      endedAt,
    })
  }
  return { ...run, isRecent }
}
