import { readFileSync } from 'node:fs'

/** A process and when it started, in ticks since the machine did: a process id is given out again. */
export interface Process {
  readonly pid: number
  /** Empty where there is no /proc. */
  readonly since: string
}

export const thisProcess = (): Process => ({
  pid: process.pid,
  since: startOf(process.pid) ?? '',
})

export function isAlive({ pid, since }: Process): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
  const started = startOf(pid)
  return started === undefined || since === '' || started === since
}

function startOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
