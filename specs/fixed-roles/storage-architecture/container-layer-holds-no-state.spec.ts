import { all, control, every, none, same } from '#harness'

control(
  'Containers write next to nothing outside their volumes, and no state at all',
  {
    statement: 'FR-53',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'CP-10', 'SC-28'],
    remedy:
      'Find what it writes with `docker diff NAME`, mount a named volume there, and create the container anew after copying the data.',
  },
  ({ host, inventory, need, parameter }) => {
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && need('engines').includes(name),
    )
    const most = parameter.bytes('p.storage.max_layer')
    const state = new RegExp(parameter.text('p.storage.state_paths'))
    all(
      ...guests.map(({ name }) => () => {
        same(
          host(name).containerLayers.items.map(({ container }) => container),
          host(name).containers.map((it) => it.name),
          'containers that were looked into',
        )
      }),
      ...guests.map(({ name }) => () => {
        every(
          host(name).containerLayers.items.map(({ bytes, container }) => ({
            host: name,
            container,
            bytes,
          })),
          'writes little outside its volumes',
          ({ bytes }) => bytes <= most,
        )
      }),
      // A database of a hundred kilobytes is small, and all that counts.
      ...guests.map(({ name }) => () => {
        const { items, ...whole } = host(name).containerLayers
        none(
          {
            ...whole,
            items: items.flatMap(({ container, paths }) =>
              paths.map((path) => ({ host: name, container, path })),
            ),
          },
          'is state outside of any volume',
          ({ path }) => state.test(path),
        )
      }),
    )
  },
)
