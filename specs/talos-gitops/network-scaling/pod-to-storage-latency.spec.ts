import { control, every } from '#harness'

control(
  'Reading from and writing to a volume takes no more than fifty milliseconds',
  {
    statement: 'TG-184',
    impact: 'medium',
    strength: 'target',
    kind: 'sizing',
    standards: ['SC-5', 'SC-6'],
    remedy:
      'See the disks of the hypervisor with `zpool iostat -l`, and the network between the nodes; a rebuild of replicas slows everything down.',
  },
  ({ lab, parameter }) => {
    const attached = lab.longhornVolumes.items.filter(({ state }) => state === 'attached')
    every(
      attached.flatMap(({ claim, name }) =>
        (['read', 'write'] as const).map((does) => ({
          volume: name,
          claim,
          does,
          seconds: lab.clusterLatencies.storage.find(
            (one) => one.volume === name && one.does === does,
          )?.seconds,
        })),
      ),
      'is fast enough',
      ({ seconds }) => seconds !== undefined && seconds <= parameter.seconds('p.latency.storage'),
    )
  },
)
