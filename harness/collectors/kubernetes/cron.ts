import { Unseen } from '../../model/unseen.ts'

const DAY = 86_400
/** Long enough for a yearly schedule to come twice. */
const DAYS = 800
const WORDS: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

/**
 * Longest time between two moments of a cron schedule of five numeric fields.
 *
 * @throws Unseen for any other form
 */
export function longestCronGapSeconds(schedule: string): number {
  const refused = () => new Unseen('not understood', `"${schedule}" is no schedule understood here`)
  const fields = (WORDS[schedule.trim()] ?? schedule).trim().split(/\s+/)
  const [minutes = '', hours = '', days = '', months = '', weekdays = ''] = fields
  if (fields.length !== 5) throw refused()
  const of = (field: string, from: number, to: number) => {
    const values = valuesOf(field, from, to)
    if (values.length === 0) throw refused()
    return values
  }
  const moments = of(hours, 0, 23).flatMap((hour) =>
    of(minutes, 0, 59).map((minute) => hour * 3600 + minute * 60),
  )
  const [inMonth, onDay] = [of(months, 1, 12), of(days, 1, 31)]
  const onWeekday = of(weekdays, 0, 7).map((day) => day % 7)
  // Where both are restricted, cron runs on either of them.
  const isDay = (at: Date) => {
    const [day, week] = [onDay.includes(at.getUTCDate()), onWeekday.includes(at.getUTCDay())]
    return days.startsWith('*') || weekdays.startsWith('*') ? day && week : day || week
  }
  const all = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) => {
    const at = new Date(Date.UTC(2024, 0, 1 + day))
    return inMonth.includes(at.getUTCMonth() + 1) && isDay(at)
      ? moments.map((moment) => day * DAY + moment)
      : []
  })
  const gaps = all.slice(1).map((at, i) => at - (all[i] ?? at))
  if (gaps.length === 0) throw refused()
  return Math.max(...gaps)
}

/** Numbers that a field names; empty when one part is not understood. */
function valuesOf(field: string, from: number, to: number): readonly number[] {
  const parts = field.split(',').map((part) => {
    const [, range = '', step] = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(part) ?? []
    const [start = from, end = step === undefined ? start : to] =
      range === '*' ? [from, to] : range.split('-').map(Number)
    if (range === '' || step === '0' || start < from || end > to) return []
    const by = Number(step ?? 1)
    return Array.from({ length: end - start + 1 }, (_, i) => start + i).filter(
      (value) => (value - start) % by === 0,
    )
  })
  return parts.some((values) => values.length === 0)
    ? []
    : [...new Set(parts.flat())].sort((a, b) => a - b)
}
