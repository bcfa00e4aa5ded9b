import { all, control, every, that } from '#harness'
import { trial } from './record.ts'
import { firewallIsOn } from './space.ts'

control(
  'Without the tunnel, the automation services reach nothing, and nothing leaks',
  {
    statement: 'ZF-87',
    impact: 'critical',

    kind: 'isolation',
    standards: ['SC-7', 'SC-24', 'AC-4'],
    remedy:
      'Remove `FIREWALL=off` and wide FIREWALL_OUTBOUND_SUBNETS from the environment of gluetun and create it anew; then stop the tunnel, watch the uplink, and record it as the canary `kill-switch`.',
  },
  (views) => {
    const { host, need, parameter } = views
    const { host: on, device, endpoint } = need('tunnel')
    const { filters } = host(on).tunnelSpace
    const { isRecent, step } = trial(views, 'kill-switch')
    /** A packet passes every backend: one that drops is enough. */
    const holds = (family: 4 | 6) =>
      filters.some(
        (table) =>
          table.family === family &&
          table.policies.OUTPUT === 'DROP' &&
          table.rules
            .filter(
              ({ chain, target }) => chain === 'OUTPUT' && target !== 'DROP' && target !== 'REJECT',
            )
            .every(
              ({ outDevice, isForAnswers, reach, protocol, port, target }) =>
                target === 'ACCEPT' &&
                (outDevice === 'lo' ||
                  outDevice === device ||
                  isForAnswers ||
                  reach === 'bridge' ||
                  reach === 'lan' ||
                  (reach === 'one' && protocol === endpoint.protocol && port === endpoint.port)),
            ),
      )

    all(
      () =>
        every(
          ([4, 6] as const).map((family) => ({
            family,
            rules: filters
              .filter((table) => table.family === family)
              .flatMap(({ backend, policies, rules }) => [
                `${backend} OUTPUT ${policies.OUTPUT ?? 'no policy'}`,
                ...rules.filter(({ chain }) => chain === 'OUTPUT').map(({ text }) => text),
              ]),
          })),
          'drops what is not for the tunnel',
          ({ family }) => holds(family),
        ),
      () => firewallIsOn(views),
      isRecent,
      () =>
        that(
          step('stop').status === 0 &&
            (step('probe').count ?? 0) > 0 &&
            step('answered').count === 0 &&
            (step('capture').seconds ?? 0) >= parameter.seconds('p.leak.capture'),
          'the tunnel was stopped, and for a while nothing was reached',
          {
            stop: step('stop'),
            probe: step('probe'),
            answered: step('answered'),
            capture: step('capture'),
          },
        ),
      () => that(step('leaked').count === 0, 'not one packet got past it', step('leaked')),
    )
  },
)
