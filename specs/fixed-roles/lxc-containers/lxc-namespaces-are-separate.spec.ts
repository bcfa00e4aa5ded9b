import { all, control, every, none, same, the } from '#harness'

control(
  'No guest shares a namespace with the hypervisor or with another guest',
  {
    statement: 'FR-43',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-39', 'SC-7', 'SC-4'],
    remedy:
      'Take `lxc.namespace.keep` and `lxc.namespace.share.*` out of the guest’s configuration, then stop and start it.',
  },
  ({ host, hosts, lab }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { guests, host: own } = host(name).guestWalls
    // User namespaces of unprivileged guests are their own as well.
    const links = guests.flatMap(({ spaces, vmid }) =>
      Object.entries(spaces).map(([kind, link]) => ({ vmid, kind, link })),
    )
    const ofHost = Object.values(own.spaces)
    const running = lab.guests.items.filter((it) => it.type === 'lxc' && it.status === 'running')
    all(
      () =>
        same(
          guests.map(({ vmid }) => String(vmid)),
          running.map(({ vmid }) => String(vmid)),
          'running guests whose namespaces were seen',
        ),
      () => every(links, 'is not the hypervisor’s', ({ link }) => !ofHost.includes(link)),
      () =>
        none(links, 'is another guest’s too', ({ link, vmid }) =>
          links.some((other) => other.vmid !== vmid && other.link === link),
        ),
      () =>
        none(lab.guestConfigs, 'is configured to share one', ({ raw }) =>
          raw.some(({ key }) => /^lxc\.namespace\.|^lxc\.net\.\d+\.type$/.test(key)),
        ),
    )
  },
)
