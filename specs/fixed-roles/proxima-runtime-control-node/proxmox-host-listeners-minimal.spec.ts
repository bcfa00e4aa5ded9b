import { all, control, none, the } from '#harness'

control(
  'The hypervisor listens on the ports of a stock Proxmox node, and on no other',
  {
    statement: 'FR-26',
    impact: 'high',
    kind: 'exposure',
    standards: ['CM-7', 'SC-7', 'CIS-4.8'],
    remedy:
      'Stop what listens (`ss -lntup` names it), or bind it to loopback; take a forward out of `nft list ruleset`. A port that has to be goes into `p.proxima.listeners`.',
  },
  ({ host, hosts, parameter, vantage }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const allowed = parameter.words('p.proxima.listeners')
    const isLoopback = (address: string) => /^(127\.|::1$)/.test(address)
    const { listeners } = host(name)
    const seen = () => {
      const look = vantage('lan').openPorts
      return { ...look, items: look.items.filter((it) => it.host === name) }
    }
    all(
      () =>
        none(
          listeners,
          'listens and is not of a stock node',
          (it) =>
            !allowed.includes(`${it.port}/${it.protocol}`) &&
            !(isLoopback(it.address) && allowed.includes(`lo:${it.port}/${it.protocol}`)),
        ),
      () =>
        none(
          seen(),
          'answers the LAN and is not of a stock node',
          (it) => !allowed.includes(`${it.port}/${it.protocol}`),
        ),
      // A rule may lead a port elsewhere: then nobody listens here, and somebody answers.
      () =>
        none(
          seen(),
          'answers the LAN though nothing listens there',
          (it) =>
            !listeners.some(
              ({ address, port, protocol }) =>
                port === it.port && protocol === it.protocol && !isLoopback(address),
            ),
        ),
    )
  },
)
