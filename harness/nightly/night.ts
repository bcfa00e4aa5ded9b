import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from '../../reports/formats/notification.ts'
import { keepRun } from '../../reports/history.ts'
import type { Night, Telling } from '../../reports/night.ts'
import type { Run } from '../../reports/run.ts'
import { EXIT } from '../cli/exit.ts'
import { parseDuration } from '../inventory/duration.ts'
import { Redactor, resolveSecret } from '../inventory/secrets.ts'
import { ROOT } from '../run/load.ts'
import { keepNight } from './history.ts'
import type { NightLab } from './labs-known.ts'
import { lock } from './lock.ts'
import { Memory } from './memory.ts'
import { writeMetrics } from './metrics.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { standingAfter } from './standing.ts'
import { type Line, linesOf, tell } from './tell.ts'
import { type Ending, unknownTo } from './told.ts'
import { watch } from './watch.ts'

/** Somebody could not be told, or something could not be kept. */
export const UNTOLD = 5
const KEEP = 30
const DEADLINE = '1h'
const GRACE_MS = 15_000

export interface Asked {
  readonly lab: NightLab
  readonly target: string
  readonly out: string
  readonly state: string
  readonly deadline?: string
  /** Further arguments of `plumb verify`. */
  readonly more: readonly string[]
  readonly signal: AbortSignal
  /** For people: what happened, and what went wrong. */
  readonly say: (text: string) => void
  readonly warn: (text: string) => void
}

/**
 * One night of one lab: verify, compare with what was told last, tell, keep. Undefined when another night
 * of the same lab is not over, or this one was interrupted: then nothing is kept.
 */
export async function night(asked: Asked): Promise<Night | undefined> {
  const { lab, target, state, signal, warn } = asked
  const folder = join(state, lab.name, target)
  await mkdir(folder, { recursive: true })
  using held = lock(join(folder, 'lock'))
  if (!held) {
    warn(`another night of ${lab.name} on ${target} is not over: this one did not run`)
    return undefined
  }
  const startedAt = new Date().toISOString()
  const outcome = await verified(asked, folder).catch(notStarted)
  if (signal.aborted) return undefined
  return await concluded(asked, folder, startedAt, outcome)
}

/** Runs `plumb verify` as a process of its own: whatever becomes of it, somebody is left to tell. */
async function verified(asked: Asked, folder: string): Promise<Outcome> {
  const { lab, target, out, state, more, signal } = asked
  if (lab.unusable)
    return { trouble: { kind: 'bad input', says: lab.unusable }, exit: EXIT.badInput }
  const deadline = asked.deadline ?? lab.settings.deadline ?? DEADLINE
  const desk = await mkdtemp(join(folder, '.run-'))
  try {
    const result = join(desk, 'run.json')
    const where = ['--lab', lab.file, '--target', target, '--out', out, '--history', state]
    const command = [process.execPath, join(ROOT, 'harness/cli/index.ts'), 'verify', ...where]
    const watched = await watch([...command, '--json', result, ...more], {
      ...{ deadlineMs: parseDuration(deadline), graceMs: GRACE_MS, signal },
    })
    return await outcomeOf(watched, result, { lab: lab.name, target, deadline })
  } finally {
    await rm(desk, { recursive: true, force: true })
  }
}

async function concluded(
  asked: Asked,
  folder: string,
  startedAt: string,
  { run, trouble, exit }: Outcome,
): Promise<Night> {
  const { lab, target, state, signal, warn } = asked
  const memory = await Memory.open(join(folder, 'told.json'))
  if (memory.trouble) warn(memory.trouble)
  const before = memory.of(LOG)
  const ending: Ending = {
    at: new Date().toISOString(),
    standing: run ? standingAfter(run, before.standing ?? {}) : (before.standing ?? {}),
    ...(trouble ? { trouble } : {}),
  }
  const { changes } = unknownTo(before, ending)
  const redactor = new Redactor()
  const means = { signal, secret: (ref: string) => resolveSecret(ref, { signal, redactor }) }
  const keep = lab.settings.keep ?? KEEP
  const telltale = { settings: lab.settings, memory, ending, about: aboutOf(asked, run), keep }
  const told: Telling[] = []
  for (const line of [...(await linesOf(lab.settings, means)), logLine(asked)])
    told.push(await tell(line, telltale, (text) => redactor.redact(text)))
  const isUntold = memory.trouble || told.some(({ outcome }) => outcome === 'failed')
  const night: Night = {
    ...{ schema: 'plumbline/night/1', lab: lab.name, target, startedAt, endedAt: ending.at },
    judged: run !== undefined && run.exit !== 3,
    ...(trouble ? { trouble } : {}),
    ...{ changes, told, exit: isUntold ? Math.max(exit, UNTOLD) : exit },
  }
  const problems = [
    // A run that proves nothing would hide the one before it.
    ...(run && night.judged ? await whyNot('run', keepRun(run, state, keep)) : []),
    ...(await whyNot('night', keepNight(folder, night, keep))),
    ...(await whyNot('metrics', writeMetrics(night, night.judged ? run : undefined, state, lab))),
  ]
  for (const problem of problems) warn(problem)
  return problems.length > 0 ? { ...night, exit: Math.max(night.exit, UNTOLD) } : night
}

const notStarted = (error: unknown): Outcome => ({
  trouble: { kind: 'crash', says: `it could not be started: ${saying(error)}` },
  exit: EXIT.bug,
})

/** What is not kept is said, and keeps nothing else from being kept. */
const whyNot = (what: string, keeping: Promise<unknown>): Promise<readonly string[]> =>
  keeping.then(
    () => [],
    (error: unknown) => [`the ${what} could not be written: ${saying(error)}`],
  )

const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The log is told too, and remembers what the night before was. */
const LOG = 'log'

const logLine = ({ say }: Asked): Line => ({
  name: LOG,
  send: async ({ text }: Message) => say(text),
})

const aboutOf = ({ lab, target, out }: Asked, run: Run | undefined) => ({
  ...{ lab: lab.name, target },
  ...(run ? { summary: run.summary, report: `Report: ${join(out, lab.name)}` } : {}),
})
