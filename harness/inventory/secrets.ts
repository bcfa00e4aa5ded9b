import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { Unseen } from '../model/unseen.ts'
import { SECRET_REFERENCE } from './formats.ts'
import { localPath } from './local-path.ts'
import { isTooShort, type Redactor } from './redactor.ts'

export { Redactor } from './redactor.ts'

const MOST_BYTES = 64 * 1024
const EXEC_SECONDS = 10

/**
 * The secret behind `env:NAME`, `file:/path` or `exec:command`, without white space around it. The
 * redactor knows it before the caller does. `exec:` runs without a shell; arguments are split on spaces.
 *
 * @throws Unseen that says what to do, and never holds what was read
 */
export async function resolveSecret(
  reference: string,
  { signal, redactor }: { readonly signal: AbortSignal; readonly redactor: Redactor },
): Promise<string> {
  if (!SECRET_REFERENCE.test(reference))
    throw refused('a secret is not given by reference; write env:NAME, file:/path or exec:command')
  const kind = reference.slice(0, reference.indexOf(':'))
  const rest = reference.slice(kind.length + 1)
  const name = kind === 'exec' ? `exec:${program(rest)}` : reference
  const secret = (await read(kind, rest, signal)).trim()
  if (secret === '') throw refused(`secret ${name} is empty; put the secret there`)
  if (isTooShort(secret))
    throw refused(
      `secret ${name} has fewer than 6 characters, too few to be kept out of reports; choose a longer one`,
    )
  redactor.remember(secret)
  return secret
}

function read(kind: string, rest: string, signal: AbortSignal): string | Promise<string> {
  if (kind === 'env') return fromEnv(rest)
  return kind === 'file' ? fromFile(rest, signal) : fromExec(rest, signal)
}

const refused = (message: string): Unseen => new Unseen('unauthenticated', message)

const program = (command: string): string => command.trim().split(/ +/)[0] ?? ''

function fromEnv(name: string): string {
  const value = process.env[name]
  if (value === undefined)
    throw refused(`secret env:${name}: the variable is not set; export it, or use file: or exec:`)
  return value
}

/** Owner and mode are those of the file that is then read: both come from one open file. */
async function fromFile(path: string, signal: AbortSignal): Promise<string> {
  const file = localPath(path, '/')
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error) => {
    throw refused(`secret file:${path} cannot be opened (${error.code}); check its name and owner`)
  })
  try {
    const about = await handle.stat()
    const { mode, uid, size } = about
    if (!about.isFile()) throw refused(`secret file:${path} is not a file; name a file`)
    if (process.getuid && uid !== process.getuid())
      throw refused(`secret file:${path} belongs to another user; run: sudo chown $(id -u) ${path}`)
    if (process.getuid && (mode & 0o077) !== 0)
      throw refused(`secret file:${path} can be read by others; run: chmod 600 ${path}`)
    if (size > MOST_BYTES) throw refused(`secret file:${path} is larger than 64 KiB: not a secret`)
    return await handle.readFile({ encoding: 'utf8', signal })
  } finally {
    await handle.close()
  }
}

function fromExec(command: string, signal: AbortSignal): Promise<string> {
  const [file = '', ...words] = command.trim().split(/ +/)
  const limits = {
    timeout: EXEC_SECONDS * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_BYTES,
  } as const
  return new Promise((resolve, reject) => {
    execFile(file, words, { ...limits, signal, encoding: 'utf8' }, (error, stdout) => {
      if (error) reject(refused(`secret exec:${file} ${outcome(error)}; run it by hand`))
      else resolve(stdout)
    })
  })
}

/** What became of the command. The error's own message quotes the command line and what it printed. */
function outcome({ code, killed, name }: Error & { code?: unknown; killed?: boolean }): string {
  if (name === 'AbortError') return 'was interrupted'
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'printed more than 64 KiB'
  if (killed) return `gave no answer in ${EXEC_SECONDS} s`
  if (code === 'ENOENT') return 'is not installed'
  return typeof code === 'number' ? `ended with status ${code}` : `failed (${code})`
}
