import { hostCollector, word } from '../model/collector.ts'
import type { ClusterCopies } from '../model/inventory/backups.ts'
import type { Inventory } from '../model/inventory.ts'
import { number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A file that keeps a copy of the cluster's own state. */
export interface CopyFile {
  readonly name: string
  readonly bytes: number
  readonly at: string
}

/** What `etcdutl snapshot status` says of a file. */
export interface SnapshotStatus {
  readonly name: string
  /** Exit status; the rest is there when it is 0. */
  readonly status: number
  readonly revision?: number
  readonly keys?: number
}

export interface CopiesSeen {
  /** Snapshots of etcd, the newest first. */
  readonly etcd: readonly CopyFile[]
  /** Of the two newest. */
  readonly statuses: readonly SnapshotStatus[]
  /** Machine configurations or secrets, and how each is encrypted: told by its head, which is not kept. */
  readonly secrets: readonly (CopyFile & { readonly encryption: 'age' | 'pgp' | 'sops' | 'none' })[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    clusterCopies: CopiesSeen
  }
}

/**
 * Copies of etcd and of the machine secrets, in the folders of `backups.cluster`.
 *
 * @source find, the first bytes of each secret, `etcdutl snapshot status -w json` (or etcdctl before release 3.6)
 */
export const clusterCopies = hostCollector('clusterCopies', {
  where: ({ name }, inventory) => inventory.backups?.cluster?.host === name,
  command: (_, inventory) => {
    const { etcd, machineSecrets } = copiesOf(inventory)
    const [snapshots, secrets] = [word(etcd), word(machineSecrets)]
    return [
      `ls -d ${snapshots} ${secrets} >/dev/null || exit 9`,
      `find ${snapshots} -maxdepth 1 -type f -printf 'etcd %T@ %s %f\\n' | sort -k2,2 -rn`,
      `tool=$(command -v etcdutl || command -v etcdctl) || exit 127`,
      `find ${snapshots} -maxdepth 1 -type f -printf '%T@ %f\\n' | sort -rn | head -n 2 | while read -r _ f; do s=$("$tool" snapshot status -w json "${snapshots}/$f" 2>/dev/null); echo "status $? $f $s"; done`,
      `find ${secrets} -maxdepth 1 -type f -printf '%T@ %s %f\\n' | sort -rn | while read -r t b f; do case "$(head -c 32 "${secrets}/$f" | tr -d '\\0')" in age-encryption.org*|'-----BEGIN AGE'*) k=age;; '-----BEGIN PGP MESSAGE'*) k=pgp;; *) if grep -q '^sops:' "${secrets}/$f" && grep -q 'ENC\\[' "${secrets}/$f"; then k=sops; else k=none; fi;; esac; echo "secret $t $b $k $f"; done`,
    ].join('; ')
  },
  parse: ({ stdout }): CopiesSeen => {
    const lines = stdout.split('\n').filter((line) => line !== '')
    const of = (kind: string) =>
      lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))
    const known = of('etcd').length + of('status').length + of('secret').length
    if (known !== lines.length)
      throw new Unseen('not understood', 'the list of copies has a line of another kind')
    return {
      etcd: of('etcd').map((line) => fileOf(line, /^(\S+) (\d+) (.+)$/)),
      statuses: of('status').map(statusOf),
      secrets: of('secret').map((line) => ({
        ...fileOf(line, /^(\S+) (\d+) (?:age|pgp|sops|none) (.+)$/),
        encryption: encryptionOf(line.split(' ')[2] ?? ''),
      })),
    }
  },
})

function copiesOf({ backups }: Inventory): ClusterCopies {
  if (!backups?.cluster) throw new Unseen('not asked', 'the inventory has no "backups.cluster"')
  return backups.cluster
}

function fileOf(line: string, form: RegExp): CopyFile {
  const [, at, bytes, name = ''] = form.exec(line) ?? []
  return {
    name,
    bytes: number(bytes, 'size of a copy'),
    at: new Date(number(at, 'time of a copy') * 1000).toISOString(),
  }
}

function statusOf(line: string): SnapshotStatus {
  const [, status, name = '', json = ''] = /^(\d+) (\S+) ?(.*)$/.exec(line) ?? []
  const exit = number(status, 'exit status of etcdutl')
  if (exit !== 0) return { name, status: exit }
  const about = object(parseJson(json, `status of ${name}`), `status of ${name}`)
  return {
    name,
    status: 0,
    revision: number(about.revision, `revision of ${name}`),
    keys: number(about.totalKey, `totalKey of ${name}`),
  }
}

function encryptionOf(kind: string): 'age' | 'pgp' | 'sops' | 'none' {
  const found = (['age', 'pgp', 'sops', 'none'] as const).find((one) => one === kind)
  if (!found) throw new Unseen('not understood', `${text(kind, 'encryption')} is no encryption`)
  return found
}
