import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watch } from './watch.ts'

const sh = (
  script: string,
  deadlineMs = 20_000,
  graceMs = 200,
  signal = new AbortController().signal,
) => watch(['/bin/sh', '-c', script], { deadlineMs, graceMs, signal })

/** One that ended, and that nobody has asked after, is dead. */
const isAlive = async (pid: number): Promise<boolean> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')
  return !/\) [ZX]/.test(stat)
}

test('a command that ends by itself keeps its status and its last words', async () => {
  expect(await sh('echo no >&2; exit 4')).toEqual({ exit: 4, isLate: false, said: 'no\n' })
})

test('one that hangs is asked to end, and can still say something', async () => {
  const done = await sh('trap "echo cleaned >&2; exit 130" TERM; while :; do sleep 0.05; done', 400)
  expect(done).toMatchObject({ exit: 130, isLate: true, said: expect.stringContaining('cleaned') })
})

test('one that does not listen is made to, with all it started', async () => {
  const { said, ...done } = await sh('trap "" TERM; sleep 60 & echo $! >&2; wait; sleep 60', 400)
  expect(done).toEqual({ killedBy: 'SIGKILL', isLate: true })
  await pause(100)
  expect(await isAlive(Number(said))).toBe(false)
})

test('what it leaves behind is ended, and keeps nobody waiting', async () => {
  const begun = performance.now()
  const { said, exit } = await sh('sleep 60 & echo $! >&2; exit 0')
  expect(exit).toBe(0)
  expect(performance.now() - begun).toBeLessThan(10_000)
  await pause(100)
  expect(await isAlive(Number(said))).toBe(false)
})

test('an interruption ends it and is no lateness', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 200)
  expect(await sh('sleep 60', 60_000, 200, stop.signal)).toMatchObject({
    isLate: false,
    killedBy: 'SIGTERM',
  })
})

test('nothing it started is left when whoever watches it ends', async () => {
  const watching = `
    import { watch } from ${JSON.stringify(import.meta.resolve('./watch.ts'))}
    const about = { deadlineMs: 60_000, graceMs: 60_000, signal: new AbortController().signal }
    void watch(['/bin/sh', '-c', 'trap "" TERM; echo $$; sleep 60'], about)
    setTimeout(() => process.exit(130), 1500)`
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', watching],
    {
      encoding: 'utf8',
    },
  )
  expect(Number(stdout)).toBeGreaterThan(1)
  await pause(100)
  expect(await isAlive(Number(stdout))).toBe(false)
})

test('a deadline longer than a timer counts does not fire at once', async () => {
  expect(await sh('sleep 0.3; exit 1', 2 ** 40)).toMatchObject({ exit: 1, isLate: false })
})
