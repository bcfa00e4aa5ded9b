import type { Nightly } from '../model/inventory/nightly.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The day, YYYY-MM-DD by this machine's clock, when a digest is due on it that was not sent yet. */
export function digestDay(
  wanted: Nightly['digest'],
  last: string | undefined,
  now: Date,
): string | undefined {
  if (wanted === undefined || DAYS[now.getDay()] !== wanted) return undefined
  const two = (n: number) => String(n).padStart(2, '0')
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return today === last ? undefined : today
}
