import { execFile } from 'node:child_process'
import type { Documents } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { stopped } from './stopped.ts'

const mostBytes = 16 * 1024 * 1024
const mostMs = 20_000

/**
 * The documents of a folder in a git work tree, as committed: HEAD is read once, so that all answers are
 * of one commit, and what lies uncommitted in the folder does not count.
 *
 * @param path the folder; tracked paths are relative to it
 * @throws Unseen `unreachable` (no such folder) · `not understood` (no repository, no commit) ·
 * `not permitted` (owned by another user) · `tool absent` (no git)
 */
export async function openGit(path: string, signal: AbortSignal): Promise<Documents> {
  const git = (args: readonly string[]) => run(path, args, signal)
  const head = (await git(['rev-parse', '--verify', 'HEAD^{commit}'])).toString().trim()
  const files = entriesOf((await git(['ls-tree', '-r', '-z', head])).toString('utf8'))
  return {
    list: async () => [...files.keys()].sort(),
    async read(name) {
      const blob = files.get(name)
      if (blob === undefined)
        throw new Unseen(
          'not understood',
          `${name} is not a tracked file of ${path} at ${head.slice(0, 12)}`,
        )
      return decoded(await git(['cat-file', 'blob', blob]), `${path}: ${name}`)
    },
  }
}

/** Blobs by path. Symbolic links and submodules are no documents. */
function entriesOf(tree: string): Map<string, string> {
  const files = tree.split('\0').flatMap((entry) => {
    const [, blob, name] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? []
    return blob && name ? [[name, blob] as const] : []
  })
  return new Map(files)
}

function decoded(bytes: Buffer, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Unseen('not understood', `${what} is not UTF-8 text`)
  }
}

/** No shell, no hook, no network, no prompt; no variable of a surrounding git, as in a commit hook. */
function run(path: string, args: readonly string[], signal: AbortSignal): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const env = {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
  }
  const options = {
    env,
    signal,
    encoding: 'buffer',
    maxBuffer: mostBytes,
    timeout: mostMs,
  } as const
  execFile('git', ['-C', path, ...args], options, (error, stdout, stderr) => {
    if (!error) resolve(stdout)
    else if (signal.aborted) reject(stopped(signal, `git in ${path}`))
    else reject(failure(path, error, stderr.toString()))
  })
  return promise
}

type ExecError = Error & { readonly code?: unknown; readonly killed?: boolean }

function failure(path: string, error: ExecError, stderr: string): Unseen {
  const unseen = (reason: Unseen['reason'], what: string) => new Unseen(reason, `${path}: ${what}`)
  if (error.code === 'ENOENT') return unseen('tool absent', 'git is not installed')
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return unseen('too large', 'a document of more than 16 MiB')
  if (error.killed) return unseen('timed out', 'git did not answer in 20 s')
  if (/cannot change to/.test(stderr)) return unseen('unreachable', 'there is no such folder')
  if (/dubious ownership/.test(stderr))
    return unseen(
      'not permitted',
      'the repository belongs to another user; `git config --global --add safe.directory` allows it',
    )
  if (/not a git repository/.test(stderr))
    return unseen('not understood', 'this is no git repository')
  if (/Needed a single revision/.test(stderr))
    return unseen('not understood', 'the repository has no commit yet')
  return unseen('not understood', `git failed with status ${String(error.code)}`)
}
