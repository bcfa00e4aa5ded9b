import { all, control, every, none } from '#harness'

control(
  'Every stack has networks of its own, and no container is on the default one',
  {
    statement: 'LA-33',
    impact: 'medium',
    kind: 'isolation',
    standards: ['SC-7', 'SC-39', 'AC-4', 'CIS-3.12'],
    remedy:
      'Take the container off the network it does not belong to (`docker network disconnect`), and let Compose make the networks.',
  },
  ({ host, hosts, inventory }) => {
    const networks = hosts('compute').flatMap(({ name: on }) => {
      const projectOf = (container: string) =>
        host(on).deployments.containers.find((it) => it.container === container)?.compose?.project
      return host(on).containerNetworks.map(({ name, driver, containers }) => ({
        host: on,
        network: name,
        driver,
        containers,
        projects: [...new Set(containers.map((it) => projectOf(it) ?? `none: ${it}`))],
      }))
    })
    const mayShareHost = (on: string, container: string) =>
      inventory.services.some(
        ({ name, host: at, container: own = name, hostNetwork }) =>
          own === container && at === on && hostNetwork,
      )

    all(
      () =>
        none(
          networks.filter(({ network }) => ['bridge', 'host'].includes(network)),
          'is used though it is nobody’s own',
          ({ host: on, network, containers }) =>
            containers.some((it) => network === 'bridge' || !mayShareHost(on, it)),
        ),
      () =>
        none(
          networks,
          'joins stacks, or a container that is of none',
          ({ projects, containers }) =>
            containers.length > 0 &&
            (projects.length > 1 || projects.some((it) => it.startsWith('none:'))),
        ),
      // macvlan and ipvlan go past the host’s firewall.
      () =>
        none(networks, 'goes past the firewall of the host', ({ driver }) =>
          ['macvlan', 'ipvlan'].includes(driver),
        ),
      () =>
        every(
          hosts('compute').flatMap(({ name: on }) =>
            host(on)
              .deployments.containers.filter(({ isRunning }) => isRunning)
              .map(({ container, networks: own }) => ({ host: on, container, networks: own })),
          ),
          'is on a network that the engine knows',
          ({ host: on, networks: own }) =>
            own.length > 0 &&
            own.every((it) =>
              networks.some(({ host: at, network }) => at === on && network === it),
            ),
        ),
    )
  },
)
