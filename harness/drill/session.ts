import { globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Journal } from '../../reports/journal.ts'
import { keepOf, type Lab, labsOf, openLab } from '../cli/labs.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Target } from '../model/target.ts'
import { collectors, type Redact } from '../run/collect.ts'
import { isAlive } from '../run/process.ts'
import { type Blast, blastOf } from './blast.ts'
import { DrillLog, type Left, readLog } from './log.ts'
import { secondsOf } from './objective.ts'
import { permit } from './permit.ts'
import type { Plan } from './plan.ts'
import { type Recovery, recoverFrom } from './recover.ts'
import { carryOutAll, type Series } from './series.ts'
import { type Verdicts, Watch } from './watch.ts'

export interface Session
  extends Pick<Series, 'prove' | 'within' | 'signal' | 'onDrill' | 'onMoment' | 'onDone'> {
  readonly target: string
  readonly allow: readonly string[]
  /** Folder of the runs. */
  readonly out: string
  readonly onStage: (lab: string, says: string) => void
}

/**
 * Carries out the drills of one lab. From before the first look until everything is undone nobody else can drill it.
 *
 * @throws BadInput when the lab is not lent, or somebody drills it
 */
export async function drillLab(plan: Plan, session: Session): Promise<Journal> {
  const { lab, drills, notRun } = plan
  const { target: name, allow, out, signal } = session
  const about = { schema: 'plumbline/journal/1', target: name, lab: lab.inventory.lab } as const
  if (drills.length === 0) return { ...about, drills: [], notRun }
  permit(drills, {
    target: name as 'live',
    allow,
    prove: session.prove,
    inventory: lab.inventory,
    now: new Date(),
  })
  const head = { lab: lab.inventory.lab, file: lab.file, target: name, allow }
  await using log = await DrillLog.begin(out, head)
  const stage = (says: string) => session.onStage(`${lab.inventory.lab} on ${name}`, says)
  const { target, redactor } = await untilOpen(signal, (opening) =>
    openLab(lab, name, opening, stage, allow),
  )
  await using closing = target
  stage('looking who reads what')
  const health = await healthOf(lab, name, signal, { target: closing, redactor })
  const carried = await carryOutAll({
    ...{ ...session, lab, target: closing, redactor, drills, allow, log, health },
    folder: join(out, lab.inventory.lab),
  })
  return { ...about, drills: carried.drills, notRun: [...notRun, ...carried.notRun] }
}

/** An interrupt ends the opening. What is open then is needed for the rollback. */
async function untilOpen<T>(signal: AbortSignal, open: (opening: AbortSignal) => Promise<T>) {
  const opening = new AbortController()
  const stop = () => opening.abort(signal.reason)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  return await open(opening.signal).finally(() => signal.removeEventListener('abort', stop))
}

/**
 * What every control reads. The lab itself is asked; of a replica its recordings tell, in a fraction of the time.
 */
async function healthOf(
  lab: Lab,
  targetName: string,
  signal: AbortSignal,
  opened?: { readonly target: Target; readonly redactor: Redact },
): Promise<Verdicts> {
  const isOpen = opened !== undefined && targetName === 'live'
  const asked = isOpen
    ? opened
    : await openLab(lab, targetName === 'live' ? targetName : 'embedded', signal)
  try {
    const watch = new Watch(lab, asked.target, asked.redactor)
    await watch.look([], signal)
    return await watch.everything()
  } finally {
    if (!isOpen) await asked.target[Symbol.asyncDispose]()
  }
}

/** What each drill would touch. Nothing is written, and of a lab that has recordings nobody is asked. */
export async function blastsOf(
  { lab, drills, waiting }: Plan,
  {
    target: name,
    prove,
    signal,
    onStage,
  }: Pick<Session, 'target' | 'prove' | 'signal' | 'onStage'>,
): Promise<readonly (Blast & { readonly objectiveSeconds: number })[]> {
  onStage(lab.inventory.lab, 'looking who reads what')
  const health = await healthOf(lab, name, signal)
  const questions = await collectors()
  return await Promise.all(
    [...drills, ...waiting].map(async (drill) => ({
      ...blastOf(drill, health, questions, prove ? drill.fault : undefined),
      objectiveSeconds: await secondsOf(drill.objective, 'rto', {
        profile: drill.profile,
        inventory: lab.inventory,
      }),
    })),
  )
}

/** What came of undoing what one interrupted drill left. */
export interface Recovered extends Recovery {
  readonly lab: string
  /** Why nothing had to be undone. */
  readonly gone?: string
}

/**
 * Undoes whatever interrupted drills left in a folder of runs, of some labs or of all.
 *
 * @throws BadInput for a lab that is none, and while the drill is still carried out
 */
export async function recoverAll(
  labs: readonly string[],
  { out, signal, onStage }: Pick<Session, 'out' | 'signal' | 'onStage'>,
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = []
  const meant = (labs.length > 0 ? await labsOf(labs) : []).map(({ inventory }) => inventory.lab)
  for (const file of globSync('*.drill.jsonl', { cwd: out }).sort()) {
    const path = join(out, file)
    const left = await readLog(path)
    if (!left || (labs.length > 0 && !meant.includes(left.head.lab))) continue
    if (isAlive(left.head.by))
      throw new BadInput([
        `process ${left.head.by.pid} drills ${left.head.lab}: it undoes everything itself, once it is told to end`,
      ])
    recovered.push(await recoverOne(path, left, signal, onStage))
  }
  return recovered
}

async function recoverOne(
  path: string,
  left: Left,
  signal: AbortSignal,
  onStage: Session['onStage'],
): Promise<Recovered> {
  const { lab: name, file, target: targetName, allow } = left.head
  const [lab] = await labsOf([file])
  if (!lab) throw new BadInput([`${path}: there is no lab ${file}`])
  const keep = await keepOf(targetName)
  const nothing = { lab: name, undone: 0, wrong: [], unsteady: [] }
  const gone =
    left.steps.length === 0
      ? 'nothing had been done yet'
      : keep && (await keep.since(lab.inventory)) === undefined
        ? 'the replica is gone, and what was done to it with it'
        : undefined
  if (gone !== undefined) {
    await rm(path, { force: true })
    return { ...nothing, gone }
  }
  const stage = (says: string) => onStage(`${name} on ${targetName}`, says)
  const { target, redactor } = await untilOpen(signal, (opening) =>
    openLab(lab, targetName, opening, stage, allow),
  )
  await using closing = target
  await using log = DrillLog.resume(path, left)
  const opened = { target: closing, redactor }
  const health = await healthOf(lab, targetName, signal, opened)
  return {
    lab: name,
    ...(await recoverFrom({ ...{ lab, ...opened, health, log, signal }, onStage: stage })),
  }
}
