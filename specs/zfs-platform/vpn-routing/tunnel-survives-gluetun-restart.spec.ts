import { all, control, every, that } from '#harness'
import { trial } from './record.ts'

control(
  'After a restart of Gluetun the services are behind the tunnel again by themselves',
  {
    statement: 'ZF-85',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'SC-24'],
    remedy:
      'Have a helper create the services anew when gluetun is (`depends_on: {gluetun: {condition: service_healthy, restart: true}}`, or a watcher); then restart gluetun, and record it as the canary `rejoin`.',
  },
  (views) => {
    const { parameter, need } = views
    const { isRecent, step, steps } = trial(views, 'rejoin')
    const longest = parameter.seconds('p.tunnel.rejoin_max')
    const { members } = need('tunnel')

    all(
      isRecent,
      () => every(['restart', 'recreate'], 'was done', (way) => step(way).status === 0),
      () =>
        that(steps('rejoin').length === 2, 'both ways were watched to their end', steps('rejoin')),
      () =>
        every(
          steps('rejoin'),
          `was over within ${longest} s, with every service behind the tunnel`,
          ({ status, seconds, count }) =>
            status === 0 && (seconds ?? Infinity) <= longest && count === members.length,
        ),
      () =>
        that(step('leaked').count === 0, 'nothing got past the tunnel meanwhile', step('leaked')),
      () =>
        that(step('containers').count === members.length + 1, 'no container was left over', {
          ...step('containers'),
          expected: members.length + 1,
        }),
    )
  },
)
