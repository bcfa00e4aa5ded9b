import { all, control, every, none, that } from '#harness'

control(
  'System containers are ports of the LAN’s own bridge, and nobody hides their address',
  {
    statement: 'ZF-51',
    impact: 'medium',
    kind: 'topology',
    standards: ['SC-7', 'CM-6'],
    remedy:
      'Set `bridge=vmbr0` in net0 of the container; remove rules that masquerade on the hypervisor, and see `bridge link` for the uplink.',
  },
  ({ host, hosts, lab, need }) => {
    const { bridge } = need('addressing')
    const containers = lab.guestConfigs.items.filter(({ type }) => type === 'lxc')
    const name = hosts('hypervisor')[0]?.name ?? ''
    const { ports, masquerades } = host(name).bridgeLinks
    const isIn = (port: string, master: string) =>
      ports.some((one) => one.name === port && one.bridge === master)

    all(
      () =>
        every(
          {
            ...lab.guestConfigs,
            items: containers.map(({ vmid, networks }) => ({ vmid, networks })),
          },
          'has the bridge of the LAN in net0, and no other interface',
          ({ networks }) => networks.length === 1 && networks[0]?.bridge === bridge,
        ),
      // With the firewall on, a bridge of its own stands between a guest and the LAN.
      () =>
        every(
          containers.map(({ vmid }) => ({ vmid })),
          'is joined to it in the kernel',
          ({ vmid }) =>
            isIn(`veth${vmid}i0`, bridge) ||
            (isIn(`veth${vmid}i0`, `fwbr${vmid}i0`) && isIn(`fwpr${vmid}p0`, bridge)),
        ),
      () =>
        that(
          ports.some((one) => one.bridge === bridge && !/^(veth|tap|fwpr)/.test(one.name)),
          'the bridge has a way to the wire',
          { bridge, ports: ports.filter((one) => one.bridge === bridge) },
        ),
      () => none(masquerades, 'hides who sent a packet', () => true),
    )
  },
)
