import { all, control, every, isDeclared, none, saw } from '#harness'

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
    const doors = inventory.services.map(({ name, host, ports, unauthenticated, publicOnLan }) => {
      const answer = webAnswers.items.find(({ id }) => id === `anonymous:${name}`)
      const isSilent = answer?.isSilent === true
      const hasRefused = unauthenticated?.refuses.includes(answer?.status ?? 0) ?? false
      const isPublic = publicOnLan !== undefined
      return {
        service: name,
        host,
        ports,
        url: unauthenticated?.url,
        status: answer?.status,
        isSilent,
        hasRefused,
        isPublic,
      }
    })
    all(
      () =>
        every(
          doors.filter(({ url }) => url !== undefined),
          'gives nothing to whoever has no login',
          ({ service, isSilent, hasRefused, isPublic }) =>
            isPublic ||
            (saw(webAnswers, ({ id }) => id === `anonymous:${service}`) &&
              (isSilent || hasRefused)),
        ),
      // A door that is open and says nothing may ask for a login, or not.
      () => {
        const mute = doors.filter(
          (x) =>
            x.isSilent &&
            !x.isPublic &&
            openPorts.items.some(
              (port) =>
                x.host === port.host && x.ports.includes(port.port) && isDeclared(port, lanExposed),
            ),
        )
        const because = `${mute.map(({ url }) => url).join(', ')} gave no answer: what it asks for is not known`
        none({ items: [], complete: mute.length === 0, because }, 'lets in everybody', () => true)
      },
      () =>
        every(
          lanExposed.filter(({ protocol }) => protocol === 'tcp'),
          'has a URL that shows whether it asks for a login, or a reason why it need not',
          (open) =>
            doors.some(
              (x) =>
                x.host === open.host &&
                x.ports.includes(open.port) &&
                (x.isPublic || x.url?.includes(`:${open.port}/`)),
            ),
        ),
      () =>
        none(
          openPorts,
          'lets the LAN manage it, or reach its data past the service',
          (x) =>
            x.protocol === 'tcp' && management.includes(x.port) && !isDeclared(x, lanManagement),
        ),
      () =>
        none(sshMethods, 'takes more than keys over SSH', ({ methods = [] }) =>
          methods.some((method) => method !== 'publickey'),
        ),
    )
  },
)
