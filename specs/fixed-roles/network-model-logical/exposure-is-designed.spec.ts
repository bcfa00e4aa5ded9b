import { all, control, every, isDeclared, none, saw } from '#harness'

control(
  'What can be reached from outside is exactly what was decided, port by port',
  {
    statement: 'FR-57',
    impact: 'high',
    strength: 'optional',
    kind: 'documentation',
    standards: ['CM-3', 'SC-7', 'CA-9'],
    remedy:
      'Close the port, or record the decision with `exposure:<host>:<port>/<protocol>` in its scope; take an approval back that nothing uses any more.',
    subject: 'exposure',
  },
  ({ host, hosts, lab, need, vantage }) => {
    const { wanAllowed } = need('network')
    // Whose address it is says whom the decision has to be about; at the router’s own it may lead anywhere.
    const behind = (address: string) => {
      const at = hosts().find(
        ({ name, role }) =>
          role !== 'router' && host(name).addresses.some((it) => it.address === address),
      )
      return at === undefined ? {} : { host: at.name }
    }
    const accepted = lab.decisionRecords.filter(({ status }) => status === 'accepted')
    const replaced = accepted.flatMap(({ supersedes }) => supersedes)
    const ways = hosts('router').flatMap(({ name }) =>
      host(name).routerRules.ways.map((way) => ({ router: name, ...way })),
    )
    // A decision about the router itself says nothing about what stands behind it.
    const isDecided = (way: (typeof ways)[number], about: typeof wanAllowed) =>
      isDeclared(
        way,
        about.filter((it) => (it.host === way.router) === (way.hook === 'input')),
      )
    all(
      () =>
        every(
          wanAllowed,
          'is allowed by a decision about that very port',
          ({ because, host: at, port, protocol }) =>
            accepted.some(
              ({ id, scope }) =>
                new RegExp(`\\b${id}\\b`).test(because) &&
                scope.includes(`exposure:${at}:${port}/${protocol}`) &&
                !replaced.includes(id),
            ),
        ),
      () =>
        none(
          vantage('internet').openPorts,
          'can be reached, and nobody decided so',
          ({ address, port, protocol }) =>
            !isDeclared({ ...behind(address), port, protocol }, wanAllowed),
        ),
      () => none(ways, 'is let in, and nobody decided so', (way) => !isDecided(way, wanAllowed)),
      // An approval of what is no longer there would let the next one in unseen.
      () =>
        every(
          wanAllowed,
          'can be reached',
          (it) =>
            ways.some((way) => isDecided(way, [it])) ||
            saw(vantage('internet').openPorts, ({ port, protocol }) =>
              isDeclared({ port, protocol }, [it]),
            ),
        ),
    )
  },
)
