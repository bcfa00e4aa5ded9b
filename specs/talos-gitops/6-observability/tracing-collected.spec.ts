import { control, every } from '#harness'

control(
  'Traces of the applications arrive',
  {
    statement: 'TG-155',
    impact: 'low',
    strength: 'target',
    kind: 'observability',
    standards: ['AU-6', 'SI-4'],
    remedy:
      'Give the application the address of the collector in `OTEL_EXPORTER_OTLP_ENDPOINT`, and see its log.',
  },
  ({ isRecent, lab, parameter }) =>
    every(
      parameter.words('p.tracing.services').map((service) => ({
        service,
        newestAt: lab.tracedServices.find(({ name }) => name === service)?.newestAt ?? 'never',
      })),
      'sent one lately',
      ({ newestAt }) =>
        newestAt !== 'never' && isRecent(newestAt, parameter.seconds('p.tracing.max_silence')),
    ),
)
