import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** One time that systemd started a unit, in any boot that the journal still holds. */
export interface UnitStart {
  readonly unit: string
  readonly startedAt: string
}

/** Starts of the units that use storage, and of their mounts. */
export interface UnitStarts {
  /** Time of the oldest entry of the journal: it says nothing about what was before. */
  readonly keptSince: string
  /** Oldest first. */
  readonly starts: readonly UnitStart[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    unitStarts: UnitStarts
  }
}

/** What systemd writes when the start of a unit is done; never changes. */
const STARTED = '39f53479d3a045ac8e11786248231fbf'

const JOURNAL = 'journalctl --system --no-pager --quiet --output=json'

/**
 * When units came up: since a unit may be restarted any day, its present state does not say.
 *
 * @source journalctl(1), systemd.journal-fields(7)
 */
export const unitStarts = hostCollector('unitStarts', {
  where: (host, inventory) => unitsOf(host, inventory).length > 0,
  command: (host, inventory) =>
    `o=$(${JOURNAL} --output-fields=_BOOT_ID | head -n 1) && printf '%s\\n' "$o" && ${JOURNAL} --output-fields=UNIT,MESSAGE_ID --lines=1000 MESSAGE_ID=${STARTED} ${unitsOf(
      host,
      inventory,
    )
      .map((unit) => `"UNIT=${unit}"`)
      .join(' ')}`,
  parse: ({ stdout }): UnitStarts => {
    const [oldest, ...entries] = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => object(parseJson(line, 'journalctl'), 'a journal entry'))
    if (!oldest) throw new Unseen('not understood', 'the journal holds nothing at all')
    return {
      keptSince: timeOf(oldest),
      starts: entries.map(startOf).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
    }
  },
})

function startOf(entry: Readonly<Record<string, unknown>>): UnitStart {
  if (entry.MESSAGE_ID !== STARTED)
    throw new Unseen('not understood', 'the journal gave an entry that is no start of a unit')
  return {
    unit: text(entry.UNIT, 'unit of a journal entry'),
    startedAt: timeOf(entry),
  }
}

const timeOf = (entry: Readonly<Record<string, unknown>>): string =>
  new Date(number(entry.__REALTIME_TIMESTAMP, 'time of a journal entry') / 1000).toISOString()

function unitsOf({ name }: Host, { storage, smb }: Inventory): readonly string[] {
  const users = storage?.mountUsers.filter(({ host }) => host === name) ?? []
  const units = [
    ...(smb?.host === name ? ['smbd.service'] : []),
    ...users.flatMap(({ unit, paths }) => [word(unit), ...paths.map(mountUnitOf)]),
  ]
  return [...new Set(units)]
}

/** The mount unit of a path, as `systemd-escape -p` names it. Only plain paths: no character that it would escape but `-`. */
function mountUnitOf(path: string): string {
  if (!/^\/[A-Za-z0-9_./-]+$/.test(path)) throw new Error(`"${path}" is no plain path`)
  return `${path.slice(1).replaceAll('-', String.raw`\x2d`).replaceAll('/', '-')}.mount`
}
