import { all, control, every, none } from '#harness'

control(
  'Being on the LAN opens nothing by itself',
  {
    statement: 'ZT-51',
    impact: 'critical',
    kind: 'identity',
    standards: ['AC-3', 'IA-2', 'SC-7', 'AC-4', 'PL-8', 'CIS-4.7', 'CIS-13.4'],
    remedy:
      'Demand a login for every network in the service’s settings (no “allowed without authentication” range), close management ports on the LAN, allow SSH keys only.',
  },
  ({ vantage, need, parameter, inventory }) => {
    const { lanExposed, lanManagement } = need('network')
    const management = parameter.words('p.lan.management_ports').map(Number)
    const { webAnswers, openPorts, sshMethods } = vantage('lan')
    const service = (name: string) => inventory.services.find((x) => x.name === name)
    const anonymous = webAnswers
      .filter(({ id }) => id.startsWith('anonymous:'))
      .map(({ service: name, url, status, error, certificate }) => ({
        service: name,
        url,
        status,
        error,
        hasShownCertificate: certificate !== undefined,
      }))
    all(
      () =>
        every(
          anonymous,
          'refuses whoever has no login',
          ({ service: name, status = 0, hasShownCertificate }) =>
            service(name)?.publicOnLan !== undefined ||
            service(name)?.unauthenticated?.refuses.includes(status) ||
            (status === 0 && !hasShownCertificate),
        ),
      () =>
        every(
          lanExposed.filter(({ protocol }) => protocol === 'tcp'),
          'has a URL that shows whether it asks for a login, or a reason why it need not',
          (open) =>
            inventory.services.some(
              ({ host, ports, unauthenticated, publicOnLan }) =>
                host === open.host &&
                ports.includes(open.port) &&
                (publicOnLan !== undefined || unauthenticated?.url.includes(`:${open.port}/`)),
            ),
        ),
      () =>
        none(
          openPorts,
          'lets the LAN manage it, or reach its data past the service',
          ({ host, port, protocol }) =>
            management.includes(port) &&
            protocol === 'tcp' &&
            !lanManagement.some((x) => x.host === host && x.port === port),
        ),
      () =>
        none(sshMethods, 'takes more than keys over SSH', ({ methods = [] }) =>
          methods.some((method) => method !== 'publickey'),
        ),
    )
  },
)
