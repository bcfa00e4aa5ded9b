import type { DrillEntry, Journal, Moment } from '../../reports/journal.ts'
import type { Lab } from '../cli/labs.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Target } from '../model/target.ts'
import { collectors, type Redact } from '../run/collect.ts'
import { type Blast, blastOf } from './blast.ts'
import { ourClock } from './clock.ts'
import type { PlacedDrill } from './find.ts'
import type { DrillLog } from './log.ts'
import { secondsOf } from './objective.ts'
import { whyRefused } from './permit.ts'
import { writeRecord } from './record.ts'
import { rehearse } from './rehearse.ts'
import { type Verdicts, Watch } from './watch.ts'

export interface Series {
  readonly lab: Lab
  readonly target: Target
  readonly redactor: Redact
  readonly drills: readonly PlacedDrill[]
  readonly allow: readonly string[]
  /** Who reads what in health. */
  readonly health: Verdicts
  /** Also carries each out under its own fault: it must not recover then. */
  readonly prove: boolean
  /** A tighter bound than the objective, in seconds. */
  readonly within?: number
  readonly log: DrillLog
  readonly signal: AbortSignal
  /** Told what is going to be touched, before it is. */
  readonly onDrill: (blast: Blast, objectiveSeconds: number, fault?: string) => void
  readonly onMoment: (moment: Moment) => void
  /** Told how it ended, and of the record that it left: its path, or why there is none. */
  readonly onDone: (entry: DrillEntry, record?: string) => void
  /** Folder of the files of this lab. */
  readonly folder: string
}

/** Under its fault a drill is watched for so many times as long as it took to recover, and so long at least. */
const PATIENCE = 3
const LEAST_SECONDS = 45

/**
 * Carries out drills, one after the other. One that leaves the lab unwell is the last, and a window may close meanwhile: what was
 * not come to is told.
 */
export async function carryOutAll(series: Series): Promise<Pick<Journal, 'drills' | 'notRun'>> {
  const { lab, target, redactor, drills, allow, prove } = series
  if (!target.hands?.shell)
    throw new BadInput([`target ${target.name} has no hands: nothing can be disturbed there`])
  const watch = new Watch(lab, target, redactor, series.health)
  const entries: DrillEntry[] = []
  const notRun: { drill: string; because: string }[] = []
  const asked = { target: target.name, allow, prove, inventory: lab.inventory }
  let unwell: string | undefined
  for (const drill of drills) {
    const refused = whyRefused(drill, { ...asked, now: new Date() })
    const because =
      unwell === undefined
        ? refused
        : [`the lab as it was: ${unwell} has left it unwell, or was ended`]
    if (because.length > 0) {
      notRun.push({ drill: drill.id, because: because.join('; ') })
      continue
    }
    const entry = await one(series, watch, drill)
    entries.push(entry)
    if (!isWell(entry)) unwell = drill.id
    if (!isWell(entry) || !prove || !drill.fault || entry.recoverySeconds === undefined) continue
    const within = Math.max(LEAST_SECONDS, Math.ceil(PATIENCE * entry.recoverySeconds))
    const under = await one({ ...series, within }, watch, drill, drill.fault)
    entries.push(under)
    if (!isWell(under)) unwell = drill.id
  }
  return { drills: entries, notRun }
}

async function one(
  series: Series,
  watch: Watch,
  drill: PlacedDrill,
  fault?: PlacedDrill['fault'],
): Promise<DrillEntry> {
  const { lab, target, log, signal, redactor, onDrill, onMoment, onDone } = series
  const about = { profile: drill.profile, inventory: lab.inventory }
  const objective = await secondsOf(drill.objective, 'rto', about)
  const shell = target.hands?.shell
  if (!shell) throw new Error(`target ${target.name} has no shell`)
  const objectiveSeconds = Math.min(objective, series.within ?? objective)
  const blast = blastOf(drill, series.health, await collectors(), fault)
  onDrill(blast, objectiveSeconds, fault?.says)
  const rehearsed = await rehearse({
    ...{ drill, watch, shell, log, clock: ourClock, signal, onMoment },
    ...(fault ? { fault } : {}),
    objectiveSeconds,
    mayLoseSeconds: await secondsOf(drill.stake?.mayLose ?? 'critical', 'rpo', about),
    redact: (text) => redactor.redact(text),
  })
  const recording = { drill, rehearsed, watch, inventory: lab.inventory, target: target.name }
  onDone(rehearsed.entry, await writeRecord({ ...recording, folder: series.folder }))
  return rehearsed.entry
}

/** Whether the lab can be believed to be as it was. */
const isWell = ({ rollback, steadyAfter, verdict }: DrillEntry): boolean =>
  verdict !== 'interrupted' && (rollback === 'not needed' || (rollback === 'done' && steadyAfter))
