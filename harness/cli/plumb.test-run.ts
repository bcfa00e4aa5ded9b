import { execFile } from 'node:child_process'
import { ROOT } from '../run/load.ts'

/** What a command left: its exit status and both streams. */
export interface Ran {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `plumb` as a user would, in a process of its own; `wrapper` comes before it on the command line. */
export const plumb = (args: readonly string[], wrapper: readonly string[] = []): Promise<Ran> =>
  new Promise((resolve) => {
    const [file = process.execPath, ...before] = [...wrapper, process.execPath]
    execFile(
      file,
      [...before, 'harness/cli/index.ts', ...args],
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ exit: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    )
  })
