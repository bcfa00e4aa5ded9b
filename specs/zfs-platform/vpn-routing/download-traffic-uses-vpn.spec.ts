import { all, control, every, none } from '#harness'
import { leavesByTunnel, spaceOf } from './space.ts'

control(
  'Whatever downloads does so behind the tunnel, and on no other machine',
  {
    statement: 'ZF-87',
    impact: 'critical',

    kind: 'isolation',
    standards: ['SC-7', 'AC-4'],
    remedy:
      'Tie the client to the namespace of gluetun with `network_mode`, name it under `tunnel.clients`, and remove clients elsewhere.',
  },
  (views) => {
    const { host, hosts, need, parameter } = views
    const { host: on, container: gate, clients = [] } = need('tunnel')
    const words = parameter.words('p.download.clients')
    const isClient = (name: string) => words.some((word) => name.toLowerCase().includes(word))
    const machines = hosts('compute').map(({ name }) => name)
    const found = machines.flatMap((machine) =>
      host(machine)
        .workloads.filter(
          ({ image, name, isRunning }) => isRunning && (isClient(image) || isClient(name)),
        )
        .map(({ name }) => ({ machine, container: name })),
    )
    const because = 'tunnel.clients names no download client: nobody knows what downloads'

    all(
      () => none({ items: [], complete: clients.length > 0, because }, 'downloads', () => true),
      () =>
        every(
          found,
          'is behind the tunnel, and declared',
          ({ machine, container }) =>
            machine === on &&
            clients.includes(container) &&
            spaceOf(views, container) !== undefined &&
            spaceOf(views, container) === spaceOf(views, gate),
        ),
      () =>
        none(
          hosts('hypervisor', 'service', 'compute').flatMap(({ name: machine }) =>
            host(machine)
              .services.filter(({ activeState }) => activeState === 'active')
              .map(({ unit, program }) => ({ machine, unit, program })),
          ),
          'downloads without a container',
          ({ unit, program = '' }) => isClient(unit) || isClient(program.split('/').at(-1) ?? ''),
        ),
      () => leavesByTunnel(views, clients),
    )
  },
)
