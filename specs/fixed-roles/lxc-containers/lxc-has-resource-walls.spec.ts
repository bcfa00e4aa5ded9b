import { all, control, every, that, the } from '#harness'

control(
  'Each guest has a ceiling of memory that the kernel enforces, and together they fit the machine',
  {
    statement: 'FR-44',
    impact: 'medium',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-6', 'SC-39'],
    remedy:
      '`pct set <vmid> --memory <MiB> --swap <MiB>`, and restart a guest whose limit was changed while it ran; lower the sum below the memory of the node.',
  },
  ({ host, hosts, lab, parameter }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { guests, host: own } = host(name).guestWalls
    const reserve = parameter.bytes('p.lxc.host_reserve')
    const sum = guests.reduce((total, it) => total + (it.memoryMax ?? Number.POSITIVE_INFINITY), 0)
    const said = (vmid: number, option: 'memory' | 'swap') => {
      const { options } = the(
        lab.guestConfigs,
        `configuration of ${vmid}`,
        (it) => it.vmid === vmid,
      )
      return Number(options[option] ?? 512) * 2 ** 20
    }
    all(
      () =>
        every(
          guests,
          'is held to the memory it was given',
          ({ memoryMax, vmid }) => memoryMax !== undefined && memoryMax === said(vmid, 'memory'),
        ),
      () =>
        every(
          guests,
          'is held to the swap it was given',
          ({ swapMax, vmid }) => swapMax !== undefined && swapMax === said(vmid, 'swap'),
        ),
      () =>
        that(sum + reserve <= own.memoryTotal, 'all of them fit the machine at once', {
          host: name,
          ceilings: sum,
          reserve,
          memory: own.memoryTotal,
        }),
    )
  },
)
