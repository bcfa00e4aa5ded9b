import { all, control, every, that } from '#harness'

const DATASETS = ['infra', 'monitoring', 'apps', 'media', 'downloads', 'dev'].map(
  (name) => `services/${name}`,
)

control(
  'Every dataset of services is at another place as well, with a snapshot of the last two days',
  {
    statement: 'ZF-122',
    impact: 'high',
    strength: 'future',
    kind: 'backup',
    standards: ['CP-6', 'CP-9', 'CIS-11.4'],
    remedy:
      'See `journalctl -u syncoid` on the hypervisor, send what is missing with `syncoid -r tank/services <host>:<dataset>/services`, and keep the snapshot that both have.',
    subject: 'replication',
  },
  ({ ageSeconds, host, inventory, need, parameter }) => {
    const { host: name, pool, replica } = need('zfs')
    const { lan } = need('network')
    const longest = 2 * parameter.seconds('p.zfs.service_snapshot_max_age')
    const [network = ''] = lan.split('/')
    const prefix = network.slice(0, network.lastIndexOf('.') + 1)
    const there = inventory.hosts.find((one) => one.name === replica?.host)

    all(
      () =>
        that(
          there !== undefined && there.name !== name && !there.address.startsWith(prefix),
          'the copies are on a machine elsewhere',
          { replica, address: there?.address },
        ),
      // By guid: a snapshot of the same name need not be the same one.
      () =>
        every(
          DATASETS.map((dataset) => {
            const copies = host(replica?.host ?? '').replicaSnapshots.filter(
              (one) => one.dataset === `${replica?.dataset}/${dataset}`,
            )
            const common = host(name).zfsSnapshots.filter(
              (one) =>
                one.dataset === `${pool}/${dataset}` &&
                copies.some(({ guid }) => guid === one.guid),
            )
            const ages = common.map(({ createdAt }) => ageSeconds(createdAt))
            return { dataset, copies: copies.length, youngestSeconds: Math.min(...ages) }
          }),
          'has a recent snapshot in common with its copy',
          ({ youngestSeconds }) => youngestSeconds <= longest && youngestSeconds >= -60,
        ),
    )
  },
)
