import { all, control, none, saw, that, the } from '#harness'

control(
  'A game server runs, answers in the words of its game, and can be reached from the LAN',
  {
    statement: 'ZF-95',
    impact: 'medium',

    kind: 'configuration',
    standards: ['SI-13'],
    remedy:
      'Start the server in the panel and wait until it has loaded its world; open its port in the firewall of the machine.',
  },
  ({ host, lab, need, vantage }) => {
    const { host: on, server } = need('games')
    const { uuid } = the(
      lab.panel.servers,
      `server ${server.name}`,
      ({ name }) => name === server.name,
    )

    all(
      () => {
        const { state } = the(lab.wingsServers, server.name, (one) => one.uuid === uuid)
        that(state === 'running', 'it runs', { server: server.name, state })
      },
      // One that still loads its world takes connections, and says nothing.
      () => {
        const status = host(on).gameStatus
        that(status.isJoinable && (status.maxPlayers ?? 0) > 0, 'it takes players', status)
      },
      () =>
        that(
          saw(
            vantage('lan').openPorts,
            (open) => open.host === on && open.port === server.port && open.protocol === 'tcp',
          ),
          'players on the LAN reach it',
          { host: on, port: server.port },
        ),
      // A look with holes may have been made from elsewhere.
      () =>
        none({ ...vantage('lan').openPorts, items: [] }, 'was left out of the look', () => true),
    )
  },
)
