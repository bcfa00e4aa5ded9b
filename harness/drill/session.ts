import { join } from 'node:path'
import type { Journal } from '../../reports/journal.ts'
import { openLab } from '../cli/labs.ts'
import { collectors } from '../run/collect.ts'
import { type Blast, blastOf } from './blast.ts'
import { DrillLog } from './log.ts'
import { secondsOf } from './objective.ts'
import { healthOf, untilOpen } from './open.ts'
import { permit } from './permit.ts'
import type { Plan } from './plan.ts'
import { carryOutAll, type Series } from './series.ts'

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
