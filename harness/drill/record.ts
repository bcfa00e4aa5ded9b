import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrillEntry } from '../../reports/journal.ts'
import { writeWhole } from '../../reports/write-whole.ts'
import { drillRecords } from '../collectors/drill-records.ts'
import type { DrillMeasurements, DrillRecord } from '../model/drill-record.ts'
import type { Inventory } from '../model/inventory.ts'
import { ROOT } from '../run/load.ts'
import type { PlacedDrill } from './find.ts'
import type { Rehearsed } from './rehearse.ts'
import { RUNBOOKS, type Watching } from './watch.ts'

export interface Recording {
  readonly drill: PlacedDrill
  readonly rehearsed: Rehearsed
  readonly watch: Pick<Watching, 'seen'>
  readonly inventory: Inventory
  readonly target: string
  /** Folder of the files of this lab. */
  readonly folder: string
}

/**
 * Writes the record that the documents of a lab keep of a drill, for somebody to commit. It is read back first by
 * the collector that will read it there. Gives its path, or why there is none; undefined when this drill is to leave none.
 *
 * @throws Error when the collector would not understand it: that is our bug
 */
export async function writeRecord(recording: Recording): Promise<string | undefined> {
  const { drill, rehearsed, watch, inventory, folder } = recording
  const { entry } = rehearsed
  const isTold = entry.verdict === 'recovered' || entry.verdict === 'missed'
  if (drill.record === undefined || entry.fault !== undefined || !isTold) return undefined
  const measurements = measurementsOf(drill, rehearsed)
  if (!inventory.recovery) return undefined
  if (Object.keys(measurements).length === 0)
    return `none: nothing was measured that the documents keep of ${drill.record}`
  const record: DrillRecord = {
    schema: 'plumbline/drill/1',
    scenario: drill.record,
    target: recording.target as DrillRecord['target'],
    startedAt: entry.startedAt,
    endedAt: entry.endedAt,
    // One that was given up took as long as it was watched, at least.
    recoverySeconds: entry.recoverySeconds ?? secondsWatched(entry),
    objectiveSeconds: entry.objectiveSeconds,
    result: entry.verdict === 'recovered' ? 'recovered' : 'missed',
    ...digestOf(drill, watch),
    measurements,
    writtenBy: `plumbline ${await version()}`,
  }
  const text = `${JSON.stringify(record, undefined, 2)}\n`
  const name = `${drill.record}.json`
  const path = `${inventory.recovery.records.replace(/\/+$/, '')}/${name}`
  await drillRecords.read({ list: async () => [path], read: async () => text }, inventory)
  const place = join(folder, 'drills', name)
  await writeWhole(place, text)
  return place
}

function measurementsOf(
  { stake }: PlacedDrill,
  { entry: { data }, carried, rebuilt }: Rehearsed,
): DrillMeasurements {
  const by = carried.find(({ command }) => command === stake?.rebuilt?.by)
  const steps = carried.map(({ command, status }) => ({ command, status }))
  return {
    ...(carried.length > 0 ? { steps } : {}),
    ...(data
      ? {
          data: {
            manifestBefore: data.manifestBefore,
            manifestAfter: data.manifestAfter,
            files: data.files,
          },
        }
      : {}),
    ...(by && rebuilt
      ? {
          restore: {
            ...rebuilt,
            unrecoverable: rebuilt.lost - rebuilt.restored,
            seconds: by.seconds,
          },
        }
      : {}),
  }
}

const secondsWatched = ({ disturbedAt, endedAt }: DrillEntry): number =>
  (Date.parse(endedAt) - Date.parse(disturbedAt ?? endedAt)) / 1000

/** Of the runbook as it is written now: a record of an older one does not count. */
function digestOf({ recover }: PlacedDrill, watch: Pick<Watching, 'seen'>) {
  const page = watch.seen(RUNBOOKS) as
    | { readonly runbooks: readonly { readonly scenario: string; readonly digest: string }[] }
    | undefined
  const found = page?.runbooks.find(({ scenario }) => scenario === recover?.runbook)
  return found ? { runbookDigest: found.digest } : {}
}

async function version(): Promise<string> {
  const { version: found } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8'))
  return String(found)
}
