import { control, every } from '#harness'

control(
  'The API server answers lists quickly',
  {
    statement: 'TG-174',
    impact: 'low',
    strength: 'optional',
    kind: 'sizing',
    standards: ['SC-5'],
    remedy:
      'See the load of the control-plane node and of etcd; find who lists everything again and again.',
  },
  ({ lab, parameter }) =>
    every(
      lab.clusterLatencies.apiListSeconds.map((seconds) => ({ seconds })),
      'is quick enough',
      ({ seconds }) => seconds <= parameter.seconds('p.latency.api'),
    ),
)
