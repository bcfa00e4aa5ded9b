import { execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../run/load.ts'

/** What a command left. */
interface Ran {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** One POST that was taken, or refused. */
interface Posted {
  readonly path: string
  readonly authorization?: string
  readonly body: Record<string, unknown>
}

/** A server on loopback that keeps what is posted to it and answers with `status`. */
export class Receiver implements AsyncDisposable {
  status = 204
  readonly posted: Posted[] = []
  readonly #server = createServer((request, response) => {
    let text = ''
    request.on('data', (bytes) => {
      text += bytes
    })
    request.on('end', () => {
      const { authorization } = request.headers
      this.posted.push({
        path: request.url ?? '',
        body: JSON.parse(text),
        ...(authorization ? { authorization } : {}),
      })
      response.writeHead(this.status, this.status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

/** A program that does as sendmail: takes a letter from its stdin, and keeps it in `mail` beside it. */
export async function sendmailIn(folder: string): Promise<string> {
  const path = join(folder, 'sendmail')
  await writeFile(path, `#!/bin/sh\n{ echo "args: $*"; cat; } >>'${join(folder, 'mail')}'\n`)
  await chmod(path, 0o755)
  return path
}

/** Runs `npm run nightly` in a process of its own. */
export const nightly = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'ci/nightly.ts', ...args],
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ exit: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    )
  })

/** A lab of one's own: the zero-trust one with a `nightly` section, and a folder for its nights. */
export class NightlyLab implements AsyncDisposable {
  readonly folder: string
  readonly #env: Record<string, string>

  private constructor(folder: string, env: Record<string, string>) {
    this.folder = folder
    this.#env = env
  }

  static async make(
    nightly: (folder: string) => string,
    env: Record<string, string> = {},
  ): Promise<NightlyLab> {
    const folder = await mkdtemp(join(tmpdir(), 'plumb-nightly-'))
    await cp(join(ROOT, 'fixtures/labs/zero-trust'), folder, { recursive: true })
    const text = await readFile(join(folder, 'lab.yaml'), 'utf8')
    await writeFile(join(folder, 'lab.yaml'), `${text}\n${nightly(folder)}`)
    return new NightlyLab(folder, env)
  }

  /** Runs a night as a user would, in a process of its own. */
  night(...more: readonly string[]): Promise<Ran> {
    const places = ['--state', join(this.folder, 'nights'), '--out', join(this.folder, 'out')]
    const lab = ['--lab', join(this.folder, 'lab.yaml'), '--target', 'embedded', '--no-report']
    return nightly([...lab, ...places, ...more], this.#env)
  }

  read(...path: readonly string[]): Promise<string> {
    return readFile(join(this.folder, ...path), 'utf8')
  }

  [Symbol.asyncDispose](): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}
