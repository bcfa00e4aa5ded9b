import { all, control, every, none, the } from '#harness'

control(
  'The containers that need the GPU were given it, and no others',
  {
    statement: 'ZT-39',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-6', 'AC-6', 'SC-39'],
    remedy:
      'Ask for it in the compose file (`devices: [{ driver: nvidia, count: 1, capabilities: [gpu] }]`) and create the container again; after `systemctl daemon-reload` a container may have lost it and has to be restarted.',
    subject: 'gpu',
  },
  ({ host, inventory, need }) => {
    const name = need('gpu').host
    const { containers, containerGpus } = host(name)
    const wanted = inventory.services.filter((it) => it.host === name && it.gpu === true)
    const isWanted = (container: string) => wanted.some((service) => service.name === container)
    const asked = containers.map(({ name: container, deviceRequests, devices, runtime }) => ({
      container,
      asksForGpu:
        deviceRequests.some((request) => /^(gpu|nvidia|cdi)$/.test(request)) ||
        runtime === 'nvidia' ||
        devices.some((path) => path.startsWith('/dev/nvidia')),
    }))

    all(
      () =>
        every(
          wanted.map((service) =>
            the(asked, `container ${service.name}`, (it) => it.container === service.name),
          ),
          'asks for the GPU',
          ({ asksForGpu }) => asksForGpu,
        ),
      // Without it, software does the work, and nobody is told.
      () =>
        every(
          wanted.map((service) =>
            the(
              containerGpus,
              `running container ${service.name}`,
              (it) => it.container === service.name,
            ),
          ),
          'finds the GPU among its devices',
          ({ nodes }) =>
            nodes.some((node) => /^nvidia\d+$/.test(node)) && nodes.includes('nvidiactl'),
        ),
      () =>
        none(
          asked,
          'asks for the GPU, and nobody says that it needs it',
          ({ asksForGpu, container }) => asksForGpu && !isWanted(container),
        ),
      () =>
        none(
          containerGpus,
          'finds a GPU, and nobody says that it needs it',
          ({ nodes, container }) => nodes.length > 0 && !isWanted(container),
        ),
    )
  },
)
