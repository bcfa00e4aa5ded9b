import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A point in time that a repository can give back. */
export interface ResticSnapshot {
  readonly id: string
  /** Id of its whole tree: the same data has the same one, in whatever place. */
  readonly tree: string
  readonly at: string
  readonly tags: readonly string[]
  readonly paths: readonly string[]
  readonly host: string
  /** Id of the one it was made from; absent when all data was read anew. */
  readonly parent?: string
  /** Of restic 0.17 and later: what it read, and what of that was new. */
  readonly summary?: { readonly files: number; readonly bytes: number; readonly addedBytes: number }
}

/** A time when the data of a repository was read back. */
export interface ResticCheck {
  readonly at: string
  readonly isGood: boolean
  /** Part that was read, as `n/t`; absent when only the structure was looked at. */
  readonly subset?: string
}

/** One place of backups. */
export interface ResticRepository {
  readonly name: string
  /** Whether it could be opened now. One that is not attached is told of by its receipts. */
  readonly isOpen: boolean
  /** Id of the repository, as its encrypted configuration has it; absent when it is not open. */
  readonly id?: string
  readonly snapshots: readonly ResticSnapshot[]
  readonly checks: readonly ResticCheck[]
  /** The last copy into it, as its job noted it: when, and the serial of the drive it was written to. */
  readonly receipt?: {
    readonly at: string
    readonly serial: string
    readonly snapshots: number
    /** Tags of what was copied. */
    readonly tags: readonly string[]
  }
}

declare module '../model/facts.ts' {
  interface HostFacts {
    resticRepositories: readonly ResticRepository[]
  }
}

const placesOf = ({ backup }: Inventory) => backup?.repositories ?? []

/**
 * Snapshots of each repository, receipts of copies into it, and what its checks found. The password comes from a file of
 * root’s, is never in a process list, and no lock is taken.
 *
 * @source restic(1) 0.17 or later: cat config, snapshots --json; /var/lib/backup/<name>.{checks,receipt} of the job
 */
export const resticRepositories = hostCollector('resticRepositories', {
  where: ({ name }, { backup }) => backup?.host === name,
  timeoutSeconds: 180,
  command: (_, inventory) =>
    [
      'export RESTIC_PASSWORD_FILE=/etc/backup/password; [ ! -e /etc/backup/env ] || . /etc/backup/env; command -v restic >/dev/null || exit 127;',
      ...placesOf(inventory).map(
        ({ name, location }) =>
          `echo "repository ${word(name)}"; if c=$(restic -r ${word(location)} --no-lock cat config 2>/dev/null); then printf '%s\\n' "$c" | tr -d '\\n ' | sed 's/^/config /'; echo; s=$(restic -r ${word(location)} --no-lock snapshots --json) || exit; printf 'snapshots %s\\n' "$s"; fi; for k in checks receipt; do f=/var/lib/backup/${word(name)}.$k; [ ! -e "$f" ] || sed "s/^/$k /" "$f" || exit; done;`,
      ),
      'echo looked',
    ].join(' '),
  parse: ({ stdout }, _, inventory): readonly ResticRepository[] => {
    const body = stdout.trimEnd()
    if (!body.endsWith('\nlooked'))
      throw new Unseen('cut short', 'not every repository was looked at')
    const found = body
      .slice(0, -'\nlooked'.length)
      .split(/\n(?=repository )/)
      .map((block) => repositoryOf(block.split('\n')))
    const lost = placesOf(inventory).find(({ name }) => !found.some((it) => it.name === name))
    if (lost) throw new Unseen('cut short', `nothing was said of ${lost.name}`)
    return found
  },
})

function repositoryOf([head = '', ...lines]: readonly string[]): ResticRepository {
  const [, name] = /^repository (\S+)$/.exec(head) ?? []
  if (!name) throw new Unseen('not understood', 'a repository has no name')
  const after = (mark: string) =>
    lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1))
  const [config] = after('config')
  const [snapshots] = after('snapshots')
  const [receipt] = after('receipt')
  if ((config === undefined) !== (snapshots === undefined))
    throw new Unseen('cut short', `${name} was opened, and its snapshots were not listed`)
  return {
    name,
    isOpen: config !== undefined,
    ...(config === undefined
      ? {}
      : { id: text(object(parseJson(config, 'cat config'), 'config').id, 'id of a repository') }),
    snapshots:
      snapshots === undefined
        ? []
        : list(parseJson(snapshots, 'snapshots'), 'snapshots').map(snapshotOf),
    checks: after('checks').map(checkOf),
    ...(receipt === undefined ? {} : { receipt: receiptOf(receipt) }),
  }
}

function snapshotOf(value: unknown): ResticSnapshot {
  const row = object(value, 'a snapshot')
  const id = text(row.id, 'id of a snapshot')
  const words = (key: string) =>
    list(row[key] ?? [], `${key} of ${id}`).map((one) => text(one, key))
  const summary = row.summary === undefined ? undefined : object(row.summary, `summary of ${id}`)
  return {
    id,
    tree: text(row.tree, `tree of ${id}`),
    at: new Date(text(row.time, `time of ${id}`)).toISOString(),
    tags: words('tags'),
    paths: words('paths'),
    host: text(row.hostname, `hostname of ${id}`),
    ...(row.parent === undefined ? {} : { parent: text(row.parent, `parent of ${id}`) }),
    ...(summary === undefined
      ? {}
      : {
          summary: {
            files: number(summary.total_files_processed, `files of ${id}`),
            bytes: number(summary.total_bytes_processed, `bytes of ${id}`),
            addedBytes: number(summary.data_added, `data_added of ${id}`),
          },
        }),
  }
}

function checkOf(line: string): ResticCheck {
  const [, at, result, subset] = /^(\d{9,11}) (ok|failed)(?: (\d+\/\d+))?$/.exec(line) ?? []
  if (!at) throw new Unseen('not understood', 'a line about a check has another form')
  return {
    at: new Date(Number(at) * 1000).toISOString(),
    isGood: result === 'ok',
    ...(subset === undefined ? {} : { subset }),
  }
}

function receiptOf(line: string) {
  const [, at, serial, count, tags] = /^(\d{9,11}) (\S+) (\d+)((?: \S+)+)$/.exec(line) ?? []
  if (!at || !serial || !tags) throw new Unseen('not understood', 'a receipt has another form')
  return {
    at: new Date(Number(at) * 1000).toISOString(),
    serial,
    snapshots: Number(count),
    tags: tags.trim().split(' '),
  }
}
