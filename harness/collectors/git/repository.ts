import { Unseen } from '../../model/unseen.ts'

/** A Git repository on a host. */
export interface Repository {
  /** Of its work tree, or of itself when it is bare. */
  readonly path: string
  readonly isBare: boolean
  /** User who owns it. */
  readonly owner: string
  /** Without any name or password in a URL. */
  readonly remotes: readonly { readonly name: string; readonly url: string }[]
  /** Remotes that did not say what they have. */
  readonly silentRemotes: readonly string[]
  /** Local branches, with the number of commits that no remote has. */
  readonly branches: readonly { readonly name: string; readonly unpushed: number }[]
  /** Commits on no branch and no remote. */
  readonly detached: number
  readonly stashes: number
  /** Files changed or not tracked. */
  readonly changes: number
  /** Tracked files that define a container. */
  readonly definitions: readonly string[]
  /** Tracked files that name a storage machine. */
  readonly mentions: readonly string[]
}

const KEYS = [
  'remote',
  'answers',
  'silent',
  'branch',
  'detached',
  'stashes',
  'changes',
  'definition',
  'mentions',
]

/** Reads what was said about one repository. */
export function repositoryOf(block: string): Repository {
  const [head = '', ...lines] = block.split('\n')
  const [, kind, owner, path] = /^repository (tree|bare) (\S+) (\/.*)$/.exec(head) ?? []
  if (!kind || !owner || !path)
    throw new Unseen('not understood', 'a repository is not described as it should be')
  const rows = lines.map((line) => /^(\w+) (.*)$/.exec(line) ?? [])
  if (!rows.every(([, key = '']) => KEYS.includes(key)))
    throw new Unseen('not understood', `git said something else about ${path}`)
  const of = (key: string) => rows.filter(([, is]) => is === key).map(([, , rest = '']) => rest)
  const told = new Set([...of('answers'), ...of('silent')])
  const remotes = of('remote').map((line) => {
    const [name = '', ...url] = line.split(' ')
    return { name, url: url.join(' ') }
  })
  if (!remotes.every(({ name }) => told.has(name)))
    throw new Unseen('cut short', `nothing was said of a remote of ${path}`)
  const isBare = kind === 'bare'
  return {
    path,
    isBare,
    owner,
    remotes,
    silentRemotes: of('silent'),
    branches: of('branch').map((line) => {
      const [count = '', ...name] = line.split(' ')
      return { name: name.join(' '), unpushed: counted(count, path) }
    }),
    detached: counted(of('detached')[0] ?? '0', path),
    stashes: counted(of('stashes')[0], path),
    changes: isBare ? 0 : counted(of('changes')[0], path),
    definitions: of('definition'),
    mentions: of('mentions'),
  }
}

function counted(text: string | undefined, path: string): number {
  if (!/^\d+$/.test(text ?? ''))
    throw new Unseen('cut short', `not everything was counted in ${path}`)
  return Number(text)
}
