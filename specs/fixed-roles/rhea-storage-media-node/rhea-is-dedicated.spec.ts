import { all, control, every, isDeclared, none } from '#harness'

control(
  'On Rhea nothing runs but media, the sharing of files, and the base system',
  {
    statement: 'FR-34',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-7', 'SC-2'],
    remedy:
      'Move the container or service to a guest on Proxima, and stop it here; what serves media or files goes into `placement`.',
  },
  ({ host, hosts, need, parameter, vantage }) => {
    const { stacks, units } = need('placement')
    const { lanExposed, lanManagement } = need('network')
    const base = parameter.words('p.rhea.base_units')
    // By whatever name: what no package brought is no part of the base.
    const isOfBase = (unit: string) =>
      unit.startsWith('systemd-') || base.includes(unit.replace(/(@.*)?\.service$/, ''))
    const serves = ({ domain }: { domain: string }) => ['media', 'files'].includes(domain)
    all(
      ...hosts('storage').map(({ name }) => () => {
        every(host(name).workloads, 'serves media or files', (it) =>
          stacks.some(
            (stack) =>
              stack.host === name &&
              serves(stack) &&
              stack.project === it.project &&
              stack.containers.includes(it.name),
          ),
        )
      }),
      ...hosts('storage').map(({ name }) => () => {
        none(
          host(name).startUps.units,
          'is a service that is neither of the base nor for media or files',
          (it) =>
            (it.owner === undefined || /\.service$/.test(it.unit)) &&
            !(it.owner !== undefined && isOfBase(it.unit)) &&
            !units?.some((unit) => unit.host === name && serves(unit) && unit.unit === it.unit),
        )
      }),
      ...hosts('storage').map(({ name }) => () => {
        const { lingering, ofUsers } = host(name).startUps
        none([...ofUsers, ...lingering], 'starts for a user, or without one', () => true)
      }),
      ...hosts('storage').map(({ name }) => () => {
        none(
          host(name).startUps.crons,
          'is a job that nobody’s package brought',
          ({ owner }) => owner === undefined,
        )
      }),
      ...hosts('storage').map(({ name }) => () => {
        none(
          host(name).listeners.filter(({ address }) => !/^(127\.|::1$)/.test(address)),
          'listens and is not declared',
          ({ port, protocol }) =>
            !isDeclared({ host: name, port, protocol }, [...lanExposed, ...lanManagement]),
        )
      }),
      () =>
        none(
          vantage('lan').openPorts,
          'answers the LAN and is not declared',
          (it) =>
            hosts('storage').some(({ name }) => name === it.host) &&
            !isDeclared(it, [...lanExposed, ...lanManagement]),
        ),
    )
  },
)
