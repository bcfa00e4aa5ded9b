import { control, every, saw } from '#harness'

control(
  'What a Talos node stores, its state and its data, is encrypted on disk',
  {
    statement: 'TG-144',
    impact: 'medium',
    kind: 'secrets',
    strength: 'optional',
    subject: 'disk-encryption',
    standards: ['SC-28', 'CIS-3.6'],
    remedy:
      'Set `machine.systemDiskEncryption` for STATE and EPHEMERAL, and reinstall node by node; a key from a TPM or a KMS protects against the theft of the whole disk.',
  },
  ({ host, need }) => {
    const { host: name, nodes } = need('talos')
    const { talosVolumes } = host(name)

    every(
      nodes.flatMap(({ name: node }) => ['STATE', 'EPHEMERAL'].map((volume) => ({ node, volume }))),
      'is encrypted',
      ({ node, volume }) =>
        saw(
          talosVolumes,
          (one) =>
            one.node === node &&
            one.name === volume &&
            one.phase === 'ready' &&
            one.encryption !== undefined,
        ),
    )
  },
)
