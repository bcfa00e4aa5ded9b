import { hostCollector } from '../model/collector.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'

/** One run of a unit, as systemd itself noted it: nothing that the job printed counts. */
export interface JobRun {
  readonly unit: string
  readonly startedAt: string
  /** Absent while it runs, or when the machine went down under it. */
  readonly endedAt?: string
  readonly result: 'success' | 'failure' | 'unfinished'
}

/** Runs of the units that are named after SnapRAID, the newest last. */
export interface SyncJournal {
  /** The oldest entry of the journal: what lies before is not known, and nothing can be said of it. */
  readonly beginsAt: string
  readonly runs: readonly JobRun[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    syncJournal: SyncJournal
  }
}

const MEANS: Readonly<Record<string, 'started' | 'success' | 'failure'>> = {
  '7d4958e842da4a758f6c1cdc7b36dcc5': 'started',
  '39f53479d3a045ac8e11786248231fbf': 'success',
  be02cf6855d2428ba40df7e9d022f03d: 'failure',
}

/**
 * When syncs and scrubs ran and how they ended, by the message ids of systemd's own process.
 *
 * @source journalctl(1) -o json, systemd's catalog of messages
 */
export const syncJournal = hostCollector('syncJournal', {
  where: holdsPool,
  command: `b=$(journalctl -o json --no-pager --output-fields=_PID -q | head -n 1); echo "$b"; o=$(journalctl -u 'snapraid*.service' --since=-45d -o json --no-pager -q --output-fields=MESSAGE_ID,UNIT,JOB_RESULT,INVOCATION_ID,_PID) || exit; printf '%s\\n' "$o" | grep '"MESSAGE_ID"' || [ $? = 1 ]`,
  timeoutSeconds: 60,
  parse: ({ stdout }): SyncJournal => {
    const [first, ...rest] = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => object(parseJson(line, 'journalctl'), 'an entry of the journal'))
    if (!first) throw new Unseen('not permitted', 'the journal shows no entry at all')
    const runs = new Map<string, JobRun>()
    for (const entry of rest) note(entry, runs)
    return { beginsAt: atOf(first), runs: [...runs.values()] }
  },
})

type Entry = Readonly<Record<string, unknown>>

function note(entry: Entry, runs: Map<string, JobRun>): void {
  const means = MEANS[text(entry.MESSAGE_ID, 'MESSAGE_ID')]
  // Anybody can write a line with these ids; only process 1 is systemd.
  if (!means || entry._PID !== '1') return
  const id = text(entry.INVOCATION_ID, 'INVOCATION_ID of a run')
  const unit = text(entry.UNIT, 'UNIT of a run')
  const before = runs.get(id)
  if (means === 'started') runs.set(id, { unit, startedAt: atOf(entry), result: 'unfinished' })
  else if (before)
    runs.set(id, {
      ...before,
      endedAt: atOf(entry),
      result: entry.JOB_RESULT === 'done' ? means : 'failure',
    })
}

const atOf = (entry: Entry): string =>
  new Date(number(entry.__REALTIME_TIMESTAMP, '__REALTIME_TIMESTAMP') / 1000).toISOString()
