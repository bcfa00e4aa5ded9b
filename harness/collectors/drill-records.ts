import { documentCollector } from '../model/collector.ts'
import type { DrillRecord } from '../model/drill-record.ts'
import { parseJson } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { extentOf, measurementsOf } from './drills/measurements.ts'
import { type Shape, shapeOf } from './drills/shape.ts'

/** A drill and the tracked file that tells of it. */
export interface DrillSeen extends DrillRecord {
  /** Path in the documents repository. */
  readonly file: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every drill record in `recovery.records`, the oldest first. Whoever asks for one that is not there has not been shown it. */
    drillRecords: readonly DrillSeen[]
  }
}

/**
 * What drills measured. A file that the suite did not write, or that somebody shortened, is not understood:
 * it cannot be told from one that was typed by hand.
 *
 * @source `*.json` in the folder `recovery.records`, as tracked at HEAD
 */
export const drillRecords = documentCollector('drillRecords', {
  read: async (documents, { recovery }) => {
    if (!recovery)
      throw new Unseen(
        'not asked',
        'the inventory has no "recovery": nobody says where records are',
      )
    const folder = `${recovery.records.replace(/\/+$/, '')}/`
    const files = (await documents.list()).filter(
      (path) => path.startsWith(folder) && path.endsWith('.json'),
    )
    const records: DrillSeen[] = []
    for (const file of files) records.push(recordOf(file, await documents.read(file)))
    return records.sort((a, b) => Date.parse(a.endedAt) - Date.parse(b.endedAt))
  },
})

function recordOf(file: string, written: string): DrillSeen {
  const of = shapeOf(parseJson(written, file), file)
  const record: DrillSeen = {
    file,
    schema: of.one('schema', ['plumbline/drill/1']),
    scenario: of.text('scenario'),
    target: of.one('target', ['live', 'containers', 'qemu']),
    startedAt: of.moment('startedAt'),
    endedAt: of.moment('endedAt'),
    recoverySeconds: of.amount('recoverySeconds'),
    objectiveSeconds: of.amount('objectiveSeconds'),
    result: of.one('result', ['recovered', 'missed']),
    ...(of.has('runbookDigest') ? { runbookDigest: of.text('runbookDigest') } : {}),
    measurements: measurementsOf(of.part('measurements')),
    writtenBy: writerOf(of),
  }
  refuseContradictions(record)
  return record
}

function writerOf(of: Shape): string {
  const writer = of.text('writtenBy')
  if (!/^plumbline \d+\.\d+\.\d+\S*$/.test(writer))
    throw new Unseen('not understood', 'a drill record was not written by this suite')
  return writer
}

/** Times that cannot be, or a success over its own objective, or nothing measured: typed, not measured. */
function refuseContradictions(record: DrillSeen): void {
  const { file, measurements, recoverySeconds, objectiveSeconds, result } = record
  const [startMs, endMs] = [Date.parse(record.startedAt), Date.parse(record.endedAt)]
  const lastedSeconds = (endMs - startMs) / 1000
  const { moments, seconds } = extentOf(measurements)
  const isOutside = (at: string) => Date.parse(at) < startMs || Date.parse(at) > endMs
  const contradictions: readonly (readonly [isSo: boolean, says: string])[] = [
    [Object.keys(measurements).length === 0, 'it measured nothing'],
    [lastedSeconds < recoverySeconds, 'recovery took longer than the whole drill'],
    [lastedSeconds < seconds, 'what it measured took longer than the whole drill'],
    [moments.some(isOutside), 'it measured before it began, or after its end'],
    [
      result === 'recovered' && recoverySeconds > objectiveSeconds,
      'it says recovered, but took longer than its objective',
    ],
  ]
  const [, wrong] = contradictions.find(([isSo]) => isSo) ?? []
  if (wrong) throw new Unseen('not understood', `${file} contradicts itself: ${wrong}`)
}
