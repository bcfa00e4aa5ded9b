import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A key by which a machine shows to whoever logs in that it is itself. */
export interface HostKey {
  /** E.g. `ED25519`. */
  readonly type: string
  /** E.g. `SHA256:…`. */
  readonly fingerprint: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Keys of the SSH daemon; at least one. */
    hostKeys: readonly HostKey[]
  }
}

/**
 * Keys of the daemon by their fingerprints: those of a clone are those of its original.
 *
 * @source ssh-keygen(1) -l of the public halves in /etc/ssh
 */
export const hostKeys = hostCollector('hostKeys', {
  where: ({ role }, { zfs, placement }) =>
    role === 'compute' && zfs !== undefined && placement !== undefined,
  command:
    'for k in /etc/ssh/ssh_host_*_key.pub; do s=$(ssh-keygen -l -f "$k") || exit; printf \'%s\\n\' "$s" | sed -E \'s/^[0-9]+ (SHA256:[A-Za-z0-9+/]{43}) .*\\(([A-Z0-9-]+)\\)$/key \\1 \\2/\'; done; echo looked',
  parse: ({ stdout }): readonly HostKey[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked' || lines.length === 0)
      throw new Unseen('cut short', 'the look for keys of the host did not come to its end')
    return lines.map((line) => {
      const [, fingerprint, type] = /^key (SHA256:\S{43}) ([A-Z0-9-]+)$/.exec(line) ?? []
      if (!fingerprint || !type)
        throw new Unseen('not understood', 'a key of the host is not described as it should be')
      return { type, fingerprint }
    })
  },
})
