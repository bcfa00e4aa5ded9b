import { all, control, every, none, that, the } from '#harness'

control(
  'The whole GPU is passed through to the compute VM, and to nothing else',
  {
    statement: 'ZT-39',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-6', 'CM-8', 'SC-39'],
    remedy:
      'Bind every function of the card to vfio-pci on the hypervisor (see `lspci -nnk`), give it to the VM with `qm set <vmid> -hostpci0 <address>,pcie=1`, then stop and start the VM.',
    subject: 'gpu',
  },
  ({ host, hosts, lab, inventory, need }) => {
    const gpu = need('gpu')
    const { node } = need('pve')
    const { vmid } = the(inventory.hosts, `host ${gpu.host}`, ({ name }) => name === gpu.host)
    const devices = hosts('hypervisor').flatMap(({ name }) => host(name).pciDevices)
    const card = devices.filter(({ vendor }) => vendor === gpu.vendor)
    const groups = card.flatMap(({ iommuGroup = [] }) => iommuGroup)
    const configs = lab.guestConfigs
    const mine = the(configs, `configuration of ${gpu.host}`, (config) => config.vmid === vmid)
    const mapped = (id: string) =>
      lab.pciMappings
        .filter((mapping) => mapping.id === id)
        .flatMap((mapping) => mapping.devices.filter((device) => device.node === node))
        .flatMap(({ addresses }) => addresses)
    const given = ({ passthrough }: typeof mine) =>
      passthrough.flatMap((it) => (it.mapping === undefined ? it.addresses : mapped(it.mapping)))
    const holds = (config: typeof mine, address: string) =>
      given(config).some((at) => address === at || address.startsWith(`${at}.`))

    all(
      () => that(card.length > 0, 'the hypervisor has a device of that maker', gpu),
      () => every(card, `belongs to ${gpu.host}`, ({ address }) => holds(mine, address)),
      () =>
        every(
          card,
          'is bound to vfio-pci, as a whole, in an IOMMU group',
          (it) => it.driver === 'vfio-pci' && it.iommuGroup !== undefined && !it.isVirtualFunction,
        ),
      () =>
        none(
          devices.filter(({ address }) => !card.some((it) => it.address === address)),
          'shares an IOMMU group with the GPU',
          (it) =>
            it.iommuGroup !== undefined &&
            groups.includes(it.iommuGroup) &&
            !it.class.startsWith('0604'), // bridges only carry the others
        ),
      () => none(mine.passthrough, 'is a slice of a card', ({ isSlice }) => isSlice),
      () =>
        none(mine.pending, 'waits for the next start', ({ key }) => /^(hostpci|args)/.test(key)),
      () =>
        every(
          lab.guests.items.filter((it) => it.vmid === vmid),
          'runs',
          isRunning,
        ),
      () =>
        none(
          {
            ...configs,
            items: configs.items
              .filter((config) => config.vmid !== vmid)
              .map((config) => ({
                vmid: config.vmid,
                args: config.options.args ?? '',
                functions: card.filter(({ address }) => holds(config, address)).length,
              })),
          },
          'has the GPU too',
          ({ args, functions }) => functions > 0 || /vfio-pci/.test(args),
        ),
    )
  },
)

const isRunning = ({ status }: { readonly status: string }): boolean => status === 'running'
