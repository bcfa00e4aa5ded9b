import { all, control, every, none } from '#harness'

control(
  'No program can have the router open a port',
  {
    statement: 'ZT-49',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7(5)', 'CM-7', 'AC-4', 'CIS-4.8'],
    remedy:
      'Switch UPnP, NAT-PMP and PCP off on the router (`systemctl disable --now miniupnpd`), for every segment.',
  },
  ({ host, hosts, vantage, inventory }) => {
    const outside = ['internet', 'tailnet', 'stranger']
    const places = inventory.hosts.filter(({ role }) => role === 'vantage').map(({ name }) => name)
    const segments = inventory.vantages
      .filter(({ name, from }) => !outside.includes(name) && ['local', ...places].includes(from))
      .map(({ name }) => ({ segment: name, ...vantage(name).portMapping }))
    const daemons = /^(mini)?upnpd|natpmp|^pcp/
    all(
      () =>
        every(
          segments,
          'has nobody who opens ports on request',
          ({ ssdp, natPmp, pcp }) => ssdp.length === 0 && !natPmp && !pcp,
        ),
      // Silence of UDP proves nothing: what could answer is not there either.
      ...hosts('router').map(({ name }) => () => {
        none(
          host(name).listeners,
          'waits for requests to open ports',
          ({ protocol, port, address, programs }) =>
            (programs?.some((program) => daemons.test(program)) ?? false) ||
            (protocol === 'udp' && [1900, 5351].includes(port) && !/^(127\.|::1$)/.test(address)),
        )
      }),
    )
  },
)
