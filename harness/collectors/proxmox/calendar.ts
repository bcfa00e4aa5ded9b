import { Unseen } from '../../model/unseen.ts'

const WORDS: Readonly<Record<string, string>> = {
  minutely: '*:*',
  hourly: '*:00',
  daily: '*-*-* 00:00',
  weekly: 'mon 00:00',
  monthly: '*-*-1 00:00',
  quarterly: '*-1,4,7,10-1 00:00',
  semiannually: '*-1,7-1 00:00',
  yearly: '*-1-1 00:00',
  annually: '*-1-1 00:00',
}
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const DAY = 86_400
/** Long enough for a yearly event to come twice. */
const DAYS = 800

/**
 * Longest time between two moments of a calendar event, as Proxmox and systemd write them: `sun 04:00`,
 * `mon..fri 2:30`, `*-*-1 05:00`, `0/6:00`, `daily`.
 *
 * @throws Unseen for any other form
 */
export function longestGapSeconds(event: string): number {
  const { days, moments } = partsOf(event.trim().toLowerCase())
  const all: number[] = []
  for (let day = 0; day < DAYS; day++) {
    const at = new Date(Date.UTC(2024, 0, 1 + day))
    if (days(at)) all.push(...moments.map((moment) => day * DAY + moment))
  }
  const gaps = all.slice(1).map((at, i) => at - (all[i] ?? at))
  if (gaps.length === 0) throw refused(event)
  return Math.max(...gaps)
}

const refused = (event: string) =>
  new Unseen('not understood', `"${event}" is no calendar event that is understood here`)

function partsOf(event: string) {
  const words = (WORDS[event] ?? event).split(/\s+/)
  const time = words.at(-1)?.includes(':') ? words.pop() : undefined
  const date = words.at(-1)?.match(/^[\d*,./-]+$/) ? words.pop() : undefined
  const week = words.pop()
  if (words.length > 0 || (time ?? date ?? week) === undefined) throw refused(event)
  const isWeekday = week === undefined ? () => true : weekdaysOf(week, event)
  const isDate = date === undefined ? () => true : datesOf(date, event)
  return {
    days: (at: Date) => isWeekday(at) && isDate(at),
    moments: momentsOf(time ?? '0:00', event),
  }
}

function weekdaysOf(week: string, event: string): (at: Date) => boolean {
  const wanted = week.split(',').flatMap((part) => {
    const [from = -1, to = from] = part.split('..').map((day) => WEEKDAYS.indexOf(day.slice(0, 3)))
    if (from < 0 || to < 0) throw refused(event)
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7)
  })
  return (at) => wanted.includes(at.getUTCDay())
}

function datesOf(date: string, event: string): (at: Date) => boolean {
  const [days = '*', months = '*', years = '*', more] = date.split('-').reverse()
  if (more !== undefined || years !== '*') throw refused(event)
  const inMonth = valuesOf(months, 1, 12, event)
  const onDay = valuesOf(days, 1, 31, event)
  return (at) => inMonth.includes(at.getUTCMonth() + 1) && onDay.includes(at.getUTCDate())
}

function momentsOf(time: string, event: string): readonly number[] {
  const [hours = '', minutes = '', seconds = '0', more] = time.split(':')
  if (more !== undefined) throw refused(event)
  const [first = 0] = valuesOf(seconds, 0, 59, event)
  return valuesOf(hours, 0, 23, event).flatMap((hour) =>
    valuesOf(minutes, 0, 59, event).map((minute) => hour * 3600 + minute * 60 + first),
  )
}

/** Numbers that a field names: a list of numbers, ranges and `*`, each with a step if wanted. */
function valuesOf(field: string, from: number, to: number, event: string): readonly number[] {
  const found = field.split(',').flatMap((part) => {
    const [, range = '', step = '1'] = /^(\*|\d+(?:\.\.\d+)?)(?:\/(\d+))?$/.exec(part) ?? []
    if (range === '' || Number(step) === 0) throw refused(event)
    const [start, end] = range === '*' ? [from, to] : range.split('..').map(Number)
    const last = end ?? (part.includes('/') ? to : start)
    return Array.from({ length: to + 1 }, (_, n) => n).filter(
      (n) =>
        n >= (start ?? from) && n <= (last ?? to) && (n - (start ?? from)) % Number(step) === 0,
    )
  })
  if (found.length === 0) throw refused(event)
  return [...new Set(found)].sort((a, b) => a - b)
}
