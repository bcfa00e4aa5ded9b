import { all, control, none, that, the } from '#harness'

control(
  'No other machine than Proxima offers an interface of control',
  {
    statement: 'FR-27',
    impact: 'medium',
    kind: 'placement',
    standards: ['AC-5', 'CM-7', 'SC-7'],
    remedy:
      'Stop what answers there, or bind it to loopback; an interface that Nova uses belongs to Proxima.',
  },
  ({ host, hosts, inventory, parameter, vantage, need }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const ports = parameter.words('p.control.ports').map(Number)
    const others = need('machines')
      .map((it) => it.host)
      .filter((it) => it !== name)
    const { fingerprint } = host(need('access').host).adminLogins.api
    all(
      () =>
        none(
          vantage('lan').openPorts,
          'answers as a control interface',
          ({ host: at = '', port }) =>
            (others.includes(at) && ports.includes(port)) || (port === 8006 && at !== name),
        ),
      // What is bound to a tunnel is not seen from the LAN.
      ...others.map((it) => () => {
        none(
          host(it).listeners.map((listener) => ({ host: it, ...listener })),
          'listens as a control interface',
          ({ address, port }) => ports.includes(port) && !/^(127\.|::1$)/.test(address),
        )
      }),
      () =>
        that(
          fingerprint !== undefined &&
            fingerprint === inventory.apis.proxmox?.fingerprint?.replaceAll(':', '').toLowerCase(),
          'the interface that answers is that of Proxima',
          { fingerprint },
        ),
    )
  },
)
