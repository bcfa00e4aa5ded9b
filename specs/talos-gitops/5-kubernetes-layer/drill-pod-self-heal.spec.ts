import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'A deleted pod is replaced in time, and nobody who asks the application notices',
  {
    statement: 'TG-81',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill pod-self-heal`; where requests failed, give the application a second replica and a readiness probe.',
  },
  (views) => {
    const drill = lastDrill(views, 'pod-self-heal')
    const client = measured(drill, 'client')
    const pod = measured(drill, 'pod')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.pod.rto')),
      () =>
        that(
          pod.wasServing && pod.uidAfter !== pod.uidBefore,
          'a pod that served was lost, and another one took its place',
          pod,
        ),
      () =>
        that(
          client.requests > 0 && (pod.replicas < 2 || client.failed === 0),
          'with a second replica no request fails',
          { replicas: pod.replicas, ...client },
        ),
    )
  },
)
