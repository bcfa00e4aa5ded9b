import { all, control, every, none, the } from '#harness'

control(
  'Each guest serves one responsibility, and hosts what belongs to it and nothing else',
  {
    statement: 'FR-41',
    impact: 'high',
    kind: 'placement',
    standards: ['SC-2', 'CM-7', 'SC-39'],
    remedy:
      'Move the containers that do not belong there into a guest of their own (`docker compose down`, then up elsewhere), label what has no project, and set the tag with `pct set <vmid> --tags`.',
  },
  ({ host, inventory, lab, need }) => {
    const { stacks } = need('placement')
    const guests = inventory.guests.filter(({ type }) => type === 'lxc')
    const hostOf = (vmid: number) => the(inventory.hosts, `host ${vmid}`, (it) => it.vmid === vmid)
    const domainsOn = (name: string) => [
      ...new Set(stacks.filter((it) => it.host === name).map(({ domain }) => domain)),
    ]
    const running = guests.flatMap(({ responsibility, vmid }) => {
      const { name } = hostOf(vmid)
      return host(name).workloads.map(({ name: container, project = 'none' }) => ({
        guest: name,
        container,
        project,
        domain: stacks.find((it) => it.project === project && it.host === name)?.domain ?? 'none',
        responsibility,
      }))
    })
    all(
      () =>
        every(
          guests,
          'has one responsibility',
          ({ responsibility, vmid }) => domainsOn(hostOf(vmid).name).join() === responsibility,
        ),
      () =>
        every(
          running,
          'belongs to the responsibility of its guest',
          (it) => it.domain === it.responsibility,
        ),
      () =>
        every(running, 'is one of the containers that its project is made of', (it) =>
          stacks.some(
            ({ containers, host: at, project }) =>
              at === it.guest && project === it.project && containers.includes(it.container),
          ),
        ),
      () =>
        none(lab.guestConfigs, 'is tagged otherwise', ({ options, vmid }) =>
          guests.some((it) => it.vmid === vmid && options.tags !== it.responsibility),
        ),
    )
  },
)
