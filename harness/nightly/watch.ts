import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

/** What became of a command. */
export interface Watched {
  /** Its exit status; absent when it was ended by a signal. */
  readonly exit?: number
  readonly killedBy?: string
  readonly isLate: boolean
  /** The end of what it said on stderr. */
  readonly said: string
}

export interface Watching {
  readonly deadlineMs: number
  /** How long it may clean up once it was asked to end. */
  readonly graceMs: number
  readonly signal: AbortSignal
}

const SAID = 16 * 1024
/** No timer counts further. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Runs a command in a process group of its own, passes on what it says, and ends all of it when its time
 * is over: first asked, then made to. Nothing it started is left.
 */
export async function watch(
  [program = '', ...args]: readonly string[],
  { deadlineMs, graceMs, signal }: Watching,
): Promise<Watched> {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  // Of its own group: nobody else would end it when this process is made to end.
  const quit = () => end(child, 'SIGKILL')
  process.on('exit', quit)
  let said = ''
  child.stdout.on('data', (bytes) => process.stdout.write(bytes))
  child.stderr.on('data', (bytes) => {
    process.stderr.write(bytes)
    said = (said + bytes).slice(-SAID)
  })
  const closed = new Promise((resolve) => child.on('close', resolve))
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const first = await Promise.race([
    ended.then(() => 'ended'),
    after(deadlineMs).then(() => 'late'),
    stop(signal),
  ])
  if (first !== 'ended') {
    end(child, 'SIGTERM')
    await Promise.race([ended, after(graceMs)])
    if (child.exitCode === null && child.signalCode === null) end(child, 'SIGKILL')
  }
  const [exit, killedBy] = await ended
  // What it left behind would hold the pipes open, and go on without anybody watching.
  end(child, 'SIGKILL')
  process.off('exit', quit)
  await Promise.race([closed, after(1000)])
  return {
    ...(exit === null ? {} : { exit }),
    ...(killedBy ? { killedBy } : {}),
    isLate: first === 'late',
    said,
  }
}

/** Keeps nobody waiting who has nothing else to wait for. */
const after = (ms: number): Promise<void> =>
  pause(Math.min(ms, LONGEST_MS), undefined, { ref: false })

const stop = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })

/** All of its group. */
function end({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
