import { number, text } from '../../model/parse.ts'

/** When a job of the backup server runs, and how it went last. */
export interface JobRun {
  /** Calendar event such as `daily` or `sat 18:15`; absent when nothing starts it. */
  readonly schedule?: string
  /** Absent when nothing starts it. */
  readonly nextAt?: string
  /** `OK`, `WARNINGS: 1`, or what went wrong; absent when it never ran, or runs for the first time. */
  readonly lastState?: string
  readonly lastEndedAt?: string
}

type Shape = { readonly [member: string]: unknown }

export const jobRunOf = (row: Shape, what: string): JobRun => ({
  ...optional('schedule', row.schedule, (value) => text(value, `schedule of ${what}`)),
  ...optional('nextAt', row['next-run'], (value) => moment(value, `next-run of ${what}`)),
  ...optional('lastState', row['last-run-state'], (value) =>
    text(value, `last-run-state of ${what}`),
  ),
  ...optional('lastEndedAt', row['last-run-endtime'], (value) =>
    moment(value, `last-run-endtime of ${what}`),
  ),
})

/** A member that is left out when the server leaves it out. */
export const optional = <Name extends string, T>(
  name: Name,
  value: unknown,
  read: (value: unknown) => T,
): { readonly [Key in Name]?: T } =>
  (value === undefined || value === null ? {} : { [name]: read(value) }) as {
    readonly [Key in Name]?: T
  }

/** Seconds since 1970 as ISO 8601. */
export const moment = (seconds: unknown, what: string): string =>
  new Date(number(seconds, what) * 1000).toISOString()
