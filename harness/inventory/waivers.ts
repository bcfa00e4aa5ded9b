import { existsSync } from 'node:fs'
import type { Waiver } from '../model/waiver.ts'
import { readYaml } from './document.ts'
import { formats } from './formats.ts'
import type { Problem } from './position.ts'
import { shapeProblems } from './shape.ts'
import { walk } from './walk.ts'

const DAY = 86_400_000
const MOST_DAYS = 180

/** One entry of waivers.yaml, as written. */
type Entry = Omit<Waiver, 'acceptedBy'> & { readonly 'accepted-by': string }

/**
 * The waivers in a file; none when there is no such file. `now` decides which are over.
 *
 * @throws BadInput with every problem: shape, expired, too far ahead, the same one twice
 */
export async function readWaivers(file: string, now = new Date()): Promise<readonly Waiver[]> {
  if (!existsSync(file)) return []
  const { value, accept } = await readYaml(file)
  accept([...(await shapeProblems('waivers', value)), ...dates(value, now), ...repeated(value)])
  return (value as readonly Entry[]).map(({ 'accepted-by': acceptedBy, ...waiver }) => ({
    ...waiver,
    acceptedBy,
  }))
}

function dates(value: unknown, now: Date): readonly Problem[] {
  return walk(value, '[].until').flatMap(({ path, at, value: until }) => {
    if (!formats.date?.fits(String(until))) return []
    const end = Date.parse(`${until}T00:00:00Z`) + DAY
    const problem = (says: string) => [{ path, at, says }]
    if (end <= now.getTime())
      return problem(
        `this waiver ended on ${until}; repair what it accepts, or decide again and renew it`,
      )
    if (end - now.getTime() > (MOST_DAYS + 1) * DAY)
      return problem(`${until} is more than ${MOST_DAYS} days ahead; choose a nearer day`)
    return []
  })
}

/** Two waivers for one offender have two ends: one of them is wrong. */
function repeated(value: unknown): readonly Problem[] {
  const entries = Array.isArray(value) ? value : []
  const keys = entries.map((entry) => JSON.stringify([entry?.control, entry?.offender]))
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key)
    if (first === index || !entries[index]?.control) return []
    return [
      {
        path: [index],
        at: 'value',
        says: `[${index}] accepts what [${first}] accepts already; keep one`,
      },
    ]
  })
}
