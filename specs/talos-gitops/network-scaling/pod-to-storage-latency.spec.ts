import { control, every, the } from '#harness'

/** Measurements; where there is none at all, nobody was shown anything. */
const shown = <T>(items: readonly T[]) => ({
  items,
  complete: items.length > 0,
  because: 'Prometheus shows no such measurement',
})

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
        (['read', 'write'] as const).map((does) => ({ volume: name, claim, does })),
      ),
      'is fast enough',
      ({ does, volume }) =>
        the(
          shown(lab.clusterLatencies.storage),
          `measurement of ${volume}`,
          (one) => one.volume === volume && one.does === does,
        ).seconds <= parameter.seconds('p.latency.storage'),
    )
  },
)
