import { all, control, none, saw, that } from '#harness'

control(
  'AdGuard Home resolves for the network, protects without a pause, and has current lists',
  {
    statement: 'ZF-46',
    impact: 'critical',
    kind: 'configuration',
    standards: ['SC-20', 'SC-21', 'CM-6', 'CIS-9.2'],
    remedy:
      'Switch protection on in its dashboard, update its lists under Filters, and free port 53 from whatever else holds it (`ss -lunp sport = :53`).',
  },
  ({ host, isRecent, need, parameter }) => {
    const [name = ''] = need('dns').servers
    const { adguard, listeners } = host(name)
    const longest = parameter.seconds('p.dns.filter_max_age')
    const { isProtecting, pausedUntil, isFiltering, port, addresses } = adguard
    const atPort = listeners.filter((one) => one.port === 53 && !/^(127\.|::1$)/.test(one.address))

    all(
      () =>
        that(
          isProtecting && isFiltering && pausedUntil === undefined,
          'it protects and filters, without a pause',
          { isProtecting, isFiltering, pausedUntil },
        ),
      () =>
        that(
          saw(
            adguard.lists,
            ({ isEnabled, bytes, updatedAt = '' }) =>
              isEnabled && bytes > 1024 && isRecent(updatedAt, longest),
          ),
          'a list that is on holds names, and is current',
          { lists: adguard.lists },
        ),
      () =>
        that(
          port === 53 && addresses.some((one) => ['0.0.0.0', '::', '192.168.0.11'].includes(one)),
          'it is set to answer at the address of the guest',
          { port, addresses },
        ),
      () =>
        that(
          ['udp', 'tcp'].every((protocol) => atPort.some((one) => one.protocol === protocol)),
          'somebody answers there, over UDP and TCP',
          { atPort },
        ),
      () =>
        none(
          atPort,
          'is held by something else than AdGuard Home',
          ({ programs = [] }) => !programs.includes('AdGuardHome'),
        ),
    )
  },
)
