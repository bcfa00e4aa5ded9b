import {
  all,
  control,
  doneWithin,
  every,
  isInNetwork,
  lastDrill,
  measured,
  same,
  that,
} from '#harness'

control(
  'From outside of the LAN, Nova gets in by the path that was declared, and by no other',
  {
    statement: 'FR-32',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['AC-17', 'AC-20', 'CIS-12.7'],
    remedy:
      'Bring the tunnel up on Nova (`wg-quick up wg0`) and route the LAN into it; close a port-forward that let it in without. Then run `plumb drill remote-access`.',
  },
  ({ ageSeconds, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'remote-access')
    const { device, from, logins, withoutPath } = measured(record, 'remote')
    const { host: access, remotePath } = need('access')
    const { lan } = need('network')
    const machines = need('machines')
      .map((it) => it.host)
      .filter((it) => it !== access)
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), longest),
      () => that(!isInNetwork(from, lan), 'Nova was outside', { from }),
      () => that(device === remotePath.device, 'it went by the declared path', { device }),
      () =>
        same(
          logins.map(({ to }) => to),
          machines,
          'machines that were logged in to',
        ),
      () =>
        every(
          logins,
          'succeeded in time',
          ({ seconds, status }) =>
            status === 0 && seconds <= parameter.seconds('p.access.max_login'),
        ),
      () =>
        same(
          withoutPath.map(({ to }) => to),
          machines,
          'machines that were tried without the path',
        ),
      () => every(withoutPath, 'failed without the path', ({ status }) => status !== 0),
    )
  },
)
