import { all, control, every, none, the } from '#harness'

control(
  'Containers of services keep what they write in volumes with names, that their compose file declares',
  {
    statement: 'FR-52',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-6', 'CP-9'],
    remedy:
      'Declare the volume in the compose file and mount it by name, copy the data over, and create the container anew; a bind mount of configuration is `:ro`.',
  },
  ({ host, inventory, lab, need, parameter }) => {
    const { stacks } = need('placement')
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && need('engines').includes(name),
    )
    const harmless = parameter.words('p.storage.allowed_binds')
    const declared = (project: string) =>
      the(lab.composeFiles, `compose file of ${project}`, (it) => it.project === project).volumes
    const mounts = guests.flatMap(({ name }) =>
      host(name).containers.flatMap((it) =>
        it.mounts.map((mount) => ({
          host: name,
          container: it.name,
          project:
            stacks.find((stack) => stack.host === name && stack.containers.includes(it.name))
              ?.project ?? 'none',
          ...mount,
        })),
      ),
    )
    const written = mounts.filter(({ isWritable }) => isWritable)
    const nameOf = (source: string) => /\/volumes\/([^/]+)\/_data$/.exec(source)?.[1] ?? ''
    all(
      () =>
        every(
          written.filter(({ type }) => type === 'volume'),
          'has a name',
          ({ source }) => nameOf(source) !== '' && !/^[0-9a-f]{64}$/.test(nameOf(source)),
        ),
      () =>
        every(
          written.filter(({ type }) => type === 'volume'),
          'is declared in the compose file',
          ({ project, source }) => declared(project).some((it) => it.name === nameOf(source)),
        ),
      () =>
        none(
          written,
          'writes to a path of the guest, or to memory',
          ({ source, type }) =>
            type !== 'volume' &&
            !harmless.some(
              (path) => source === path || (path.endsWith('/') && source.startsWith(path)),
            ),
        ),
      ...stacks
        .filter((it) => guests.some(({ name }) => name === it.host))
        .map((it) => () => {
          every(it.containers, 'is there', (name) =>
            host(it.host).containers.some((one) => one.name === name),
          )
        }),
    )
  },
)
