import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'
import { foldersOf } from './machines/folders.ts'

/** A file that holds a secret half of something. Nothing of the key itself is kept. */
export interface PrivateKey {
  /** `ssh`, `pem` (TLS, an authority), `age`, `wireguard`, `pgp`. */
  readonly kind: string
  readonly path: string
  /** Of an SSH key, e.g. `SHA256:…`; absent for others, and where the file does not tell. */
  readonly fingerprint?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Complete when every file could be looked into. */
    privateKeys: Census<PrivateKey>
  }
}

const PLACES = [
  '/root',
  '/home',
  '/srv',
  '/opt',
  '/mnt',
  '/etc',
  '/var/lib/step-ca',
  '/usr/local/etc',
]
/** Those whose content is no text, by name. */
const STORES = ['*.p12', '*.pfx', '*.jks', '*.keystore', '*.kdbx']
const MOST = 500

/**
 * Private keys by content; by name only those that are no text. Fingerprints are of their public halves.
 *
 * @source find(1), grep(1), ssh-keygen(1) -l; as root
 */
export const privateKeys = hostCollector('privateKeys', {
  where: isOfMachines,
  timeoutSeconds: 60,
  command: (host) =>
    [
      `${AS_ROOT}; ${foldersOf(PLACES, host)}`,
      `l=$({ find $r -xdev -type f \\( -path '*/private-keys-v1.d/*.key' -o ${STORES.map((name) => `-name '${name}'`).join(' -o ')} \\) 2>/dev/null; find $r -xdev -type f -size -64k -exec grep -lsaE -e '-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY|^AGE-SECRET-KEY-1|^[[:space:]]*PrivateKey[[:space:]]*=' '{}' +; } | sort -u | head -n ${MOST});`,
      `printf '%s\\n' "$l" | while read -r f; do [ -n "$f" ] || continue; f1=-; if grep -qsaE '^[[:space:]]*PrivateKey[[:space:]]*=' "$f"; then k=wireguard; elif grep -qsa '^AGE-SECRET-KEY-1' "$f"; then k=age; elif grep -qsaE 'BEGIN PGP' "$f" || case $f in */private-keys-v1.d/*) true;; *) false;; esac; then k=pgp; else f1=$(ssh-keygen -l -f "$f" 2>/dev/null </dev/null | sed -nE 's/^[0-9]+ (SHA256:[A-Za-z0-9+\\/]{43}) .*/\\1/p'); if [ -n "$f1" ]; then k=ssh; else k=pem; f1=-; fi; fi; echo "key $k $f1 $f"; done; echo "looked $(printf '%s\\n' "$l" | grep -c .)"`,
    ].join(' '),
  parse: ({ stdout }): Census<PrivateKey> => {
    const lines = stdout.trimEnd().split('\n')
    const [, count] = /^looked (\d+)$/.exec(lines.pop() ?? '') ?? []
    if (Number(count) !== lines.length)
      throw new Unseen('cut short', 'the look for private keys did not come to its end')
    const items = lines.map((line): PrivateKey => {
      const [, kind, fingerprint, path] =
        /^key (ssh|pem|age|wireguard|pgp) (-|SHA256:\S{43}) (\/.+)$/.exec(line) ?? []
      if (!kind || !fingerprint || !path)
        throw new Unseen('not understood', 'a private key is not described as it should be')
      return { kind, path, ...(fingerprint === '-' ? {} : { fingerprint }) }
    })
    return items.length < MOST
      ? { items, complete: true }
      : { items, complete: false, because: `there are ${MOST} private keys or more` }
  },
})
