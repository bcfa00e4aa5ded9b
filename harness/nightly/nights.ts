import type { Night } from '../../reports/night.ts'
import { EXIT } from '../cli/exit.ts'
import { parseDuration } from '../inventory/duration.ts'
import { Redactor, resolveSecret } from '../inventory/secrets.ts'
import { BadInput } from '../model/bad-input.ts'
import { type NightLab, nightLab } from './labs-known.ts'
import { night, UNTOLD } from './night.ts'
import { linesOf } from './tell.ts'

export interface NightOptions {
  readonly lab: readonly string[]
  readonly target: string
  readonly out: string
  readonly state: string
  readonly deadline?: string
  readonly tellNobody: boolean
  readonly tryChannels: boolean
  readonly report: boolean
  readonly fault?: string
  readonly lose?: string
}

const say = (text: string): void => void process.stdout.write(`${text.trimEnd()}\n`)
const warn = (text: string): void => void process.stderr.write(`nightly: ${text}\n`)

/** One night of each lab, one after the other; gives the worst exit status. One that breaks off costs the others nothing. */
export async function nights(options: NightOptions, signal: AbortSignal): Promise<number> {
  if (options.lab.length === 0) return explained(new BadInput(['name the lab: --lab ./lab.yaml']))
  let worst: number = EXIT.pass
  for (const named of options.lab) {
    const exit = await oneOf(named, options, signal).catch(explained)
    worst = Math.max(worst, signal.aborted ? EXIT.interrupted : exit)
  }
  return worst
}

function explained(error: unknown): number {
  if (error instanceof BadInput) {
    for (const problem of error.problems) warn(problem)
    warn('nothing was judged, and nobody was told')
    return EXIT.badInput
  }
  if (isFileTrouble(error)) {
    warn(`${error.message}: the nights cannot be kept; nobody was told`)
    return UNTOLD
  }
  warn(`a bug of ours, please report it:\n${error instanceof Error ? error.stack : String(error)}`)
  return EXIT.bug
}

/** A disk that is full, or a folder that is not ours. */
const isFileTrouble = (error: unknown): error is Error =>
  error instanceof Error &&
  ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(
    String((error as NodeJS.ErrnoException).code),
  )

async function oneOf(named: string, options: NightOptions, signal: AbortSignal): Promise<number> {
  const { target, out, state, deadline, fault, lose } = options
  if (deadline) understood(deadline)
  if ((fault || lose) && target === 'live')
    throw new BadInput(['--fault and --lose rehearse on a replica: a live lab is only looked at'])
  const lab = await nightLab(named, state)
  const hasChannel = (await linesOf(lab.settings, { signal, secret: async () => '' })).length > 0
  if (!hasChannel && (!options.tellNobody || options.tryChannels))
    throw new BadInput([
      `${lab.file}: nobody would be told: name a webhook, ntfy or email under "nightly", or say --tell-nobody when a red job is telling enough`,
    ])
  if (options.tryChannels) return await tryChannels(lab, target, signal)
  const more = [
    ...(options.report ? [] : ['--no-report']),
    ...(fault ? ['--fault', fault] : []),
    ...(lose ? ['--lose', lose] : []),
  ]
  const about = {
    ...{ lab, target, out, state, more, signal, say, warn },
    ...(deadline ? { deadline } : {}),
  }
  const done = await night(about)
  if (!done) return EXIT.bug
  closing(done)
  return done.exit
}

function understood(deadline: string): void {
  try {
    parseDuration(deadline)
  } catch (error) {
    throw new BadInput([`--deadline: ${error instanceof Error ? error.message : deadline}`])
  }
}

/** The last line says what somebody who looks at nothing else has to know. */
function closing({ lab, target, exit, changes, trouble, told }: Night): void {
  for (const { channel, outcome, because } of told)
    if (outcome === 'failed')
      warn(`${channel} was NOT told (${because}): the next night tries again`)
  const others = told.filter(({ channel }) => channel !== 'log')
  const reached = others.filter(({ outcome }) => outcome === 'told').map(({ channel }) => channel)
  const whom = reached.length > 0 ? `told ${reached.join(', ')}` : 'nobody was told anything'
  const n = changes.length
  const what = n === 0 ? 'no verdict changed' : `${n} ${n === 1 ? 'verdict' : 'verdicts'} changed`
  say(
    `night of ${lab} on ${target}: exit ${exit}, ${trouble ? `${trouble.kind}, ` : ''}${what}, ${whom}`,
  )
}

/** Sends a harmless message everywhere: a channel that was never tried is found dead on the first bad night. */
async function tryChannels(lab: NightLab, target: string, signal: AbortSignal): Promise<number> {
  const redactor = new Redactor()
  const secret = (ref: string) => resolveSecret(ref, { signal, redactor })
  const news = { lab: lab.name, target, at: new Date().toISOString(), changes: [], missed: [] }
  const message = {
    ...{ subject: `[${lab.name}] a trial: nights will be told here`, isBad: false, news },
    text: `Only a trial. What changes in a night of ${lab.name} on ${target} will be told here.\n`,
  }
  let exit: number = lab.unusable ? EXIT.badInput : EXIT.pass
  if (lab.unusable) warn(lab.unusable)
  for (const { name, send } of await linesOf(lab.settings, { signal, secret }))
    try {
      await send(message)
      say(`${name}: took the message`)
    } catch (error) {
      warn(`${name}: ${redactor.redact(error instanceof Error ? error.message : String(error))}`)
      exit = Math.max(exit, UNTOLD)
    }
  return exit
}
