import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Fingerprints of the private SSH keys that lie on a host; complete when root looked and every key told its own. */
    ownKeys: Census<OwnKey>
  }
}

/** A private key: with it, its holder enters wherever it is authorised. */
export interface OwnKey {
  readonly path: string
  /** E.g. `SHA256:…`. */
  readonly fingerprint: string
}

/**
 * Private keys by their fingerprints: neither key nor comment leaves the host.
 *
 * @source find(1), ssh-keygen(1) -l, as root
 */
export const ownKeys = hostCollector('ownKeys', {
  where: ({ name }, { placement }) =>
    placement?.stacks.some(({ host, domain }) => host === name && domain === 'dev') === true,
  timeoutSeconds: 40,
  command: `echo "uid $(id -u)"; f=$(find /root /home -xdev -maxdepth 5 -type f -size -64k -exec grep -lsE -e '-----BEGIN ([A-Z]+ )*PRIVATE KEY' '{}' +); for k in $f; do s=$(ssh-keygen -l -f "$k" 2>/dev/null </dev/null | sed -nE 's/^[0-9]+ (SHA256:[A-Za-z0-9+\\/]{43}) .*/\\1/p'); echo "key \${s:-unknown} $k"; done; echo looked`,
  parse: ({ stdout }): Census<OwnKey> => {
    const lines = stdout.trimEnd().split('\n')
    const [, uid] = /^uid (\d+)$/.exec(lines.shift() ?? '') ?? []
    if (uid === undefined || lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for private keys did not come to its end')
    const all = lines.map((line) => {
      const [, fingerprint, path] = /^key (unknown|SHA256:\S+) (\/.+)$/.exec(line) ?? []
      if (!fingerprint || !path)
        throw new Unseen('not understood', 'a private key is not described as it should be')
      return { fingerprint, path }
    })
    const items = all.filter(({ fingerprint }) => fingerprint !== 'unknown')
    if (uid !== '0')
      return { items, complete: false, because: 'only root sees the keys of everybody' }
    const mute = all.find(({ fingerprint }) => fingerprint === 'unknown')
    return mute
      ? { items, complete: false, because: `${mute.path} does not tell its fingerprint` }
      : { items, complete: true }
  },
})
