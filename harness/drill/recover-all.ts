import { globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepOf, labsOf, openLab } from '../cli/labs.ts'
import { BadInput } from '../model/bad-input.ts'
import { isAlive } from '../run/process.ts'
import { DrillLog, type Left, readLog } from './log.ts'
import { healthOf, untilOpen } from './open.ts'
import { type Recovery, recoverFrom } from './recover.ts'
import type { Session } from './session.ts'

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
