import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT } from './machines/asked.ts'
import { foldersOf } from './machines/folders.ts'

/** A file that is somebody's state by its kind: a database, a vault, a key store. */
export interface StateFile {
  readonly path: string
  /** When it changed last, ISO 8601. */
  readonly changedAt: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Files of the access machine; complete when there are not too many to tell. */
    stateFiles: Census<StateFile>
  }
}

const NAMES = [
  '*.sqlite',
  '*.sqlite3',
  '*.db',
  '*.ldf',
  '*.mdb',
  '*.kdbx',
  '*.age-key',
  '*.luks',
  '*.qcow2',
  'ca.key',
  'key4.db',
  'logins.json',
  'Login Data',
  '*.kdb',
  '*.vmdk',
  '*.vdi',
  '*.img',
  '*.hc',
  '*.rdb',
  '*.aof',
]
const PLACES = ['/root', '/home', '/srv', '/opt', '/mnt', '/var/lib', '/var/backups', '/var/www']
/** What the system keeps for itself and makes anew. */
const OWN =
  '/var/lib/(apt|dpkg|man-db|plocate|mlocate|fwupd|PackageKit|systemd|NetworkManager|sss|command-not-found)/|/\\.cache/|/__pycache__/'
const MOST = 500

/** @source find(1) in homes, /srv, /opt, /mnt and /var/lib; as root */
export const stateFiles = hostCollector('stateFiles', {
  where: ({ name }, { access }) => access?.host === name,
  timeoutSeconds: 60,
  command: (host) =>
    `${AS_ROOT}; ${foldersOf(PLACES, host)} find $r -xdev -type f \\( ${NAMES.map((name) => `-name '${name}'`).join(' -o ')} -o -path '*/pg_wal/*' -o -path '*/.password-store/*.gpg' \\) -printf 'file %T@ %p\\n' 2>/dev/null | grep -vE '${OWN}' | sort -u | head -n ${MOST}; echo looked`,
  parse: ({ stdout }): Census<StateFile> => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for state did not come to its end')
    const items = lines.map((line) => {
      const [, seconds, path] = /^file (\d{9,11})(?:\.\d+)? (\/.+)$/.exec(line) ?? []
      if (!seconds || !path)
        throw new Unseen('not understood', 'a file of state is not described as it should be')
      return { path, changedAt: new Date(Number(seconds) * 1000).toISOString() }
    })
    return items.length < MOST
      ? { items, complete: true }
      : { items, complete: false, because: `there are ${MOST} such files or more` }
  },
})
