import { all, control, none, that } from '#harness'
import { containersOf, runs } from './workloads.ts'

control(
  'Redis runs on vm-infra, answers, and is not published',
  {
    statement: 'ZF-59',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'SC-7', 'CM-7'],
    remedy:
      'See `docker logs redis` on vm-infra; remove `ports:` from its definition, containers that need it reach it over their network.',
  },
  (views) => {
    const { redisPing } = views.host('vm-infra')

    all(
      () => runs(views, 'redis'),
      // Asking for a login first is an answer of Redis as well.
      () => that(/^(\+PONG|-NOAUTH)/.test(redisPing.reply), 'it answers a ping', redisPing),
      () =>
        none(
          containersOf(views, 'redis', 'vm-infra').flatMap(({ name, published }) =>
            published.map((port) => ({ container: name, ...port })),
          ),
          'is published beyond the machine itself',
          ({ address }) => !/^(127\.|::1$)/.test(address),
        ),
    )
  },
)
