import { all, control, every } from '#harness'

control(
  'Disks of guests are stored compressed, and it is worth it',
  {
    statement: 'TG-179',
    impact: 'low',
    strength: 'target',
    kind: 'storage',
    standards: ['CM-6'],
    remedy:
      'Set `compression=lz4` or `zstd` on the dataset; blocks that are there stay as they are until they are written anew.',
  },
  ({ host, need, parameter }) => {
    const names = parameter.words('p.zfs.vm_datasets')
    const datasets = host(need('zfs').host).zfsDatasets
    const below = datasets.filter(({ name }) =>
      names.some((one) => name === one || name.startsWith(`${one}/`)),
    )
    all(
      () =>
        every(
          names.map((name) => ({ name })),
          'is a dataset here',
          ({ name }) => datasets.some((one) => one.name === name),
        ),
      () =>
        every(
          below.map(({ compression, name }) => ({ name, compression })),
          'is compressed',
          ({ compression }) => compression !== 'off',
        ),
      () =>
        every(
          datasets
            .filter(({ name }) => names.includes(name))
            .map(({ compressRatio, name }) => ({ name, compressRatio })),
          'is smaller for it',
          ({ compressRatio }) => compressRatio >= parameter.number('p.zfs.min_ratio'),
        ),
    )
  },
)
