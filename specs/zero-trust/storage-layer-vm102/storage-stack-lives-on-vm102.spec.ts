import { all, control, none, that, the } from '#harness'

control(
  'Parity, pool and shares are provided by VM102, a running virtual machine, and by nothing else',
  {
    statement: 'ZT-33',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8', 'CM-2', 'CIS-1.1'],
    remedy:
      'Start VM 102 on the hypervisor, correct its address in lab.yaml, and move storage services that run elsewhere onto it.',
  },
  ({ host, hosts, lab, need }) => {
    const storage = need('storage')
    const name = storage.host
    const server = host(name)
    const isSmb = ({ protocol, port }: { protocol: string; port: number }) =>
      protocol === 'tcp' && port === 445
    const isPool = ({ fstype }: { fstype: string }) => fstype === 'fuse.mergerfs'

    all(
      () => the(hosts(), `host ${name} with vmid 102`, (h) => h.name === name && h.vmid === 102),
      () => {
        const guest = the(lab.guests, 'guest 102', ({ vmid }) => vmid === 102)
        that(guest.type === 'qemu' && guest.status === 'running', 'it is a running VM', guest)
      },
      () => {
        const { options } = the(lab.guestConfigs, 'configuration of 102', (c) => c.vmid === 102)
        const { productUuid } = server.identity
        const shown = {
          items: [productUuid ?? ''].filter(Boolean),
          complete: productUuid !== undefined,
          because: `the firmware of ${name} shows no uuid`,
        }
        the(shown, 'machine with the uuid that the hypervisor gave 102', (uuid) =>
          (options.smbios1 ?? '').toLowerCase().split(',').includes(`uuid=${uuid}`),
        )
      },
      () => the(server.mounts, 'pool', (mount) => isPool(mount) && mount.path === storage.pool),
      () => that(server.snapraidConfig.parity.length > 0, 'it has parity', { host: name }),
      () =>
        that(
          server.listeners.some((l) => isSmb(l) && l.programs?.includes('smbd') === true),
          'smbd listens on it',
          { host: name, port: 445 },
        ),
      () =>
        none(
          hosts().filter((h) => h.name !== name),
          'does storage work beside it',
          (h) => host(h.name).mounts.some(isPool) || host(h.name).listeners.some(isSmb),
        ),
    )
  },
)
