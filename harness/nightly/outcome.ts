import { existsSync } from 'node:fs'
import type { Trouble } from '../../reports/night.ts'
import { type Run, readRun } from '../../reports/run.ts'
import { EXIT, exitOfRun } from '../cli/exit.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Watched } from './watch.ts'

/** What `plumb verify` came to. A run is there only when it can be believed to be the whole of it. */
export interface Outcome {
  readonly run?: Run
  readonly trouble?: Trouble
  readonly exit: number
}

/** Reads what a verification left: its run, or why there is none. Whatever is not understood is trouble. */
export async function outcomeOf(
  { exit, killedBy, isLate, said }: Watched,
  path: string,
  asked: { readonly lab: string; readonly target: string; readonly deadline: string },
): Promise<Outcome> {
  const without = (kind: Trouble['kind'], says: string, status: number = EXIT.bug): Outcome => ({
    trouble: { kind, says },
    exit: status,
  })
  if (isLate)
    return without(
      'deadline',
      `it was not done after ${asked.deadline}; last it said: ${lastOf(said)}`,
    )
  if (exit === undefined) return without('crash', `it was ended by ${killedBy}`)
  if (exit === EXIT.interrupted) return without('interrupted', 'somebody ended it', exit)
  if (!existsSync(path))
    // The problems of bad input hold no secret; what a crash says may.
    return exit === EXIT.badInput
      ? without('bad input', problemsIn(said, `${asked.lab} on ${asked.target}: `), exit)
      : without('crash', `it ended with status ${exit} and left no run: its log says more`)
  const run = await readRun(path).catch((error: unknown) => {
    if (error instanceof BadInput) return undefined
    throw error
  })
  if (!run || run.lab !== asked.lab || run.target !== asked.target)
    return without('crash', 'what it left is not its run')
  if (exit !== exitOfRun(run))
    return without('crash', `it ended with status ${exit}, and its run says ${exitOfRun(run)}`)
  const trouble = troubleOf(run)
  return { run, ...(trouble ? { trouble } : {}), exit }
}

function troubleOf({ broken, exit, waivers }: Run): Trouble | undefined {
  if (broken.length > 0) {
    const bugs = broken.slice(0, 5).map(({ spec }) => spec || 'the suite itself')
    return { kind: 'bug', says: `in ${bugs.join(', ')}${broken.length > 5 ? ', …' : ''}` }
  }
  if (exit === 3) return { kind: 'nothing judged', says: 'every control is not applicable here' }
  if (waivers.unused.length === 0) return undefined
  const lines = waivers.unused.map(({ control, until }) => `${control}, until ${until}`)
  return { kind: 'waivers', says: lines.sort().join('\n') }
}

/** Without what only tells how far it got. */
const problemsIn = (said: string, progress: string): string =>
  said
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(progress))
    .slice(0, 20)
    .join('\n') || 'it did not say what is wrong'

const lastOf = (said: string): string => said.trim().split('\n').at(-1) || 'nothing'
