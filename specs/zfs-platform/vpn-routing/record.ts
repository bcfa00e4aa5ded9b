import { that, type Views } from '#harness'
import { lastRun } from '../run.ts'

/** The record of a trial that takes something away for a while; it counts for as long as a drill does. */
export function trial(views: Views, name: string) {
  const run = lastRun(views, name)
  const { endedAt, startedAt } = run
  const isRecent = () => {
    // Nothing lasts longer than the trial that it was part of: such a record was typed.
    const lasted = views.ageSeconds(startedAt) - views.ageSeconds(endedAt)
    that(
      run.all.every(({ seconds = 0 }) => seconds <= lasted),
      'it lasted as long as what was done in it',
      { name, startedAt, endedAt },
    )
    const longest = views.parameter.seconds('p.drill.max_age')
    that(views.isRecent(endedAt, longest), 'it was tried lately', { name, endedAt })
  }
  return { ...run, isRecent }
}
