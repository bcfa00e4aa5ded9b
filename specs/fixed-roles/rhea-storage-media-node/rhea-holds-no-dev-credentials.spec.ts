import { all, control, none, saw } from '#harness'

control(
  'No key on Rhea opens another machine, and no key of those opens Rhea',
  {
    statement: 'FR-37',
    impact: 'high',
    strength: 'target',
    kind: 'secrets',
    standards: ['AC-6', 'IA-5', 'SC-32', 'CIS-5.4'],
    remedy:
      'Take the line out of ~/.ssh/authorized_keys of the other machine, by its fingerprint (`ssh-keygen -lf`), and delete the key on Rhea.',
  },
  ({ host, hosts, inventory }) => {
    const others = hosts('development', 'hypervisor', 'service', 'monitoring')
    // Who administers all others is a way to them.
    const opened = [...others, ...hosts('access', 'router')]
    const people = (inventory.people ?? []).flatMap(({ sshKeys = [] }) => sshKeys)
    const heldBy = (name: string) => {
      const { items, ...whole } = host(name).privateKeys
      // An old key with a passphrase does not tell whose it is.
      const mute = items.find((it) => it.kind === 'pem' && /\/\.ssh\//.test(it.path))
      return {
        ...whole,
        ...(mute ? { complete: false, because: `${mute.path} does not tell what it opens` } : {}),
        items: items.flatMap(({ fingerprint, path }) =>
          fingerprint && !/^\/etc\/ssh\//.test(path) ? [{ host: name, path, fingerprint }] : [],
        ),
      }
    }
    const opens = (name: string, fingerprint: string) =>
      saw(host(name).authorizedKeys, (it) => it.fingerprint === fingerprint)
    all(
      ...hosts('storage').map(({ name }) => () => {
        none(heldBy(name), 'opens another machine', ({ fingerprint }) =>
          opened.some((it) => opens(it.name, fingerprint)),
        )
      }),
      ...others.map((it) => () => {
        none(
          heldBy(it.name),
          'opens Rhea',
          ({ fingerprint }) =>
            !people.includes(fingerprint) &&
            hosts('storage').some(({ name }) => opens(name, fingerprint)),
        )
      }),
      // Whose keys come from elsewhere, or by a certificate, was not seen by any file.
      ...[...others, ...hosts('storage')].map(({ name }) => () => {
        none(
          host(name).authorizedKeys,
          'is a key that nobody declared',
          ({ fingerprint }) => !people.includes(fingerprint),
        )
      }),
    )
  },
)
