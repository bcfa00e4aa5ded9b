import { control, that } from '#harness'

control(
  'Traces of today follow a request through more than one service',
  {
    statement: 'LA-26',
    impact: 'low',
    strength: 'target',
    kind: 'observability',
    standards: ['AU-12', 'SI-4'],
    remedy:
      'Send spans of the proxy and of a service to Tempo, with the header traceparent passed on.',
    subject: 'tracing',
  },
  ({ isRecent, lab, parameter }) => {
    const longest = parameter.seconds('p.tracing.max_age')

    that(
      lab.traces.some(({ at, services }) => services.length >= 2 && isRecent(at, longest)),
      'a trace of the last minutes has spans of two services',
      lab.traces.slice(0, 5),
    )
  },
)
