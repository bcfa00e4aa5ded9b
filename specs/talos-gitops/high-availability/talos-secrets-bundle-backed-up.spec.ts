import { all, control, every, known, none, that } from '#harness'

control(
  'What a node needs to be built again with the same secrets is kept, encrypted',
  {
    statement: 'TG-221',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9(8)', 'IA-5', 'CIS-11.3'],
    remedy:
      'Write the machine configuration of each node and the secrets bundle into the folder, encrypted with age or sops, after every change.',
  },
  ({ isRecent, host, need, parameter }) => {
    const { cluster } = need('backups')
    known(
      cluster !== undefined,
      'the inventory has no `backups.cluster`: nobody says where copies are kept',
    )
    const { secrets } = host(cluster.host).clusterCopies
    const longest = parameter.seconds('p.talos.secrets_max_age')
    all(
      () =>
        none(
          secrets.map(({ encryption, name }) => ({ name, encryption })),
          'is not encrypted',
          ({ encryption }) => encryption === 'none',
        ),
      () =>
        every(
          need('talos').nodes.map(({ name }) => ({ name })),
          'has its configuration kept',
          ({ name }) => secrets.some((file) => file.name.startsWith(`${name}.`) && file.bytes > 0),
        ),
      () =>
        that(
          secrets.some(({ bytes, name }) => name.startsWith('secrets.') && bytes > 0),
          'the secrets bundle is kept',
          { files: secrets.map(({ name }) => name) },
        ),
      () =>
        every(
          secrets.map(({ at, name }) => ({ name, at })),
          'is not older than the last rotation',
          ({ at }) => isRecent(at, longest),
        ),
    )
  },
)
