import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { access, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { BadInput } from '../model/bad-input.ts'

/** What a signature is made for: one made for anything else is none. */
const NAMESPACE = 'plumbline'

/** Whom to believe. */
export interface Signers {
  /** A file of allowed signers, as ssh-keygen(1) has it. */
  readonly file: string
  /** The one of them who has to have signed it. */
  readonly who: string
}

export interface Signature {
  /** What ssh-keygen says of who signed. */
  readonly says: string
  /** Whether it was compared with known signers; else it only fits the file. */
  readonly known: boolean
  /** Why it does not count. */
  readonly problem?: string
}

/**
 * Signs a file with an SSH key, into `<file>.sig`; an agent may hold the key, and its passphrase is asked for.
 *
 * @throws BadInput when ssh-keygen does not
 */
export async function sign(path: string, key: string): Promise<void> {
  await rm(`${path}.sig`, { force: true })
  const { exit, says } = await keygen(['-Y', 'sign', '-f', key, '-n', NAMESPACE, path])
  if (exit !== 0) throw new BadInput([`${path} was written, but not signed: ${says}`])
}

/** Who signed a file; nothing when there is no `<file>.sig`. */
export async function signatureOf(path: string, signers?: Signers): Promise<Signature | undefined> {
  const sig = `${path}.sig`
  const there = await access(sig).then(
    () => true,
    () => false,
  )
  if (!there) return undefined
  const how = signers ? ['verify', '-f', signers.file, '-I', signers.who] : ['check-novalidate']
  const { exit, says } = await keygen(['-Y', ...how, '-n', NAMESPACE, '-s', sig], path)
  return {
    says,
    known: signers !== undefined && exit === 0,
    ...(exit === 0 ? {} : { problem: `the signature does not hold: ${says}` }),
  }
}

/** Runs ssh-keygen, with a file as its input where it reads one; otherwise it may ask the terminal. */
async function keygen(args: readonly string[], input?: string) {
  const child = spawn('ssh-keygen', args, {
    stdio: [input === undefined ? 'inherit' : 'pipe', 'pipe', 'pipe'],
  })
  let says = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      says += text
    })
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new BadInput([`ssh-keygen cannot be run (${error.code}): it makes and reads signatures`]),
      ),
    )
    child.on('close', (code) => resolve(code ?? 1))
  })
  // It may have stopped reading: its exit says why.
  if (input !== undefined && child.stdin)
    await pipeline(createReadStream(input), child.stdin).catch(() => {})
  const exit = await ended
  return { exit, says: says.trim().replaceAll(/\s+/g, ' ') }
}
