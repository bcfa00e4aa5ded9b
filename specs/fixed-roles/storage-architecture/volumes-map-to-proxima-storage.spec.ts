import { all, control, every, none, the } from '#harness'

control(
  'Volumes are what their compose files say, on storage that the node gave the guest',
  {
    statement: 'FR-52',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CM-6'],
    remedy:
      'Write the volume into the compose file and create it anew from there (`docker compose down`, `docker volume rm`, restore, `up`); use driver `local` without a device outside of an `mpN`.',
  },
  ({ host, inventory, lab, need }) => {
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && need('engines').includes(name),
    )
    const { stacks } = need('placement')
    const volumes = guests.flatMap(({ name, vmid }) =>
      host(name).dockerVolumes.map((it) => ({ host: name, vmid, ...it })),
    )
    const files = lab.composeFiles.filter(({ project }) =>
      stacks.some((it) => it.project === project && guests.some(({ name }) => name === it.host)),
    )
    const declared = files.flatMap(({ project, volumes: own }) =>
      own.map((it) => ({ project, ...it })),
    )
    all(
      () => every(volumes, 'is made by the engine itself', ({ driver }) => driver === 'local'),
      () =>
        every(volumes, 'has no device outside of what the node gave', ({ options, vmid }) => {
          const { mountPoints } = the(
            lab.guestConfigs,
            `configuration of ${vmid}`,
            (it) => it.vmid === vmid,
          )
          const given = mountPoints.filter(({ isHostPath, key }) => !isHostPath && key !== 'rootfs')
          return (
            Object.keys(options).length === 0 ||
            given.some(
              ({ path }) => options.device === path || options.device?.startsWith(`${path}/`),
            )
          )
        }),
      () =>
        every(declared, 'is there as it is declared', (it) =>
          volumes.some(
            ({ driver, name, options, project }) =>
              name === it.name &&
              project === it.project &&
              driver === it.driver &&
              Object.keys(options).length > 0 === it.hasOptions,
          ),
        ),
      () => none(declared, 'was made by hand', ({ isExternal }) => isExternal),
      () =>
        none(
          volumes,
          'is declared by no compose file',
          ({ name }) => !/^[0-9a-f]{64}$/.test(name) && !declared.some((it) => it.name === name),
        ),
      // What runs was made from the file that is committed.
      ...guests.map(({ name }) => () => {
        every(
          host(name).composeDefinitions,
          'is deployed as it is committed',
          ({ files: deployed, project }) => {
            const { sha256 } = the(
              lab.composeFiles,
              `compose file of ${project}`,
              (it) => it.project === project,
            )
            return deployed.length === 1 && deployed[0]?.sha256 === sha256
          },
        )
      }),
    )
  },
)
