import { control, every } from '#harness'
import { isFresh } from './series.ts'

control(
  'The devices of the network and the uplink are probed, and answer',
  {
    statement: 'ZF-108',
    impact: 'medium',

    kind: 'observability',
    standards: ['SI-4', 'SC-7'],
    remedy:
      'Give the device a target of the blackbox exporter in prometheus.yml; where all are missing, start the exporter.',
  },
  (views) => {
    const { lab, need } = views

    every(
      need('monitoring').network.map((instance) => ({
        instance,
        outcome: lab.vmSeries.probes[instance],
        probedAt: lab.vmSeries.probedAt[instance],
      })),
      'was probed of late, and answered',
      ({ outcome, probedAt }) => outcome === 1 && isFresh(views, probedAt),
    )
  },
)
