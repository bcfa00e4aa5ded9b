import { all, control, every } from '#harness'
import { isFresh } from './series.ts'

control(
  'Processor, memory, disk and network of all five machines are recorded, and move',
  {
    statement: 'ZF-106',
    impact: 'medium',

    kind: 'observability',
    standards: ['SI-4', 'CA-7'],
    remedy:
      'Start prometheus-node-exporter on the machine that is missing, and give it a target in prometheus.yml; restart one that repeats itself.',
  },
  (views) => {
    const { lab, need } = views
    const { instances } = need('monitoring')
    const machines = ['vm-infra', 'vm-apps', 'vm-media', 'vm-games', 'vm-dev']
    const families = ['processor', 'memory', 'disk', 'network'].flatMap((family) =>
      machines.map((machine) => ({ machine, family, instance: instances[machine] ?? 'none' })),
    )

    all(
      () =>
        every(
          families.map(({ machine, family, instance }) => ({
            machine,
            family,
            newest: lab.vmSeries.newest[family]?.[instance],
          })),
          'has a sample of late',
          ({ newest }) => isFresh(views, newest),
        ),
      // A frozen exporter repeats one value for ever; time spent by a processor never stands still.
      () =>
        every(
          families
            .filter(({ family }) => family === 'processor')
            .map(({ machine, family, instance }) => ({
              machine,
              moved: lab.vmSeries.moved[family]?.[instance],
            })),
          'has moved within ten minutes',
          ({ moved }) => moved !== undefined && moved > 0,
        ),
    )
  },
)
