import { control, every } from '#harness'

control(
  'Every dataset is compressed',
  {
    statement: 'ZF-20',
    impact: 'low',
    kind: 'storage',
    standards: ['CM-6'],
    remedy:
      'Run `zfs inherit compression <dataset>`, or name it in p.zfs.uncompressed; what is there already is compressed when it is written again.',
  },
  ({ host, need, parameter }) => {
    const accepted = parameter.words('p.zfs.uncompressed')
    every(
      host(need('zfs').host).zfsDatasets.map(({ name, compression }) => ({ name, compression })),
      'is compressed',
      ({ name, compression }) => compression !== 'off' || accepted.includes(name),
    )
  },
)
