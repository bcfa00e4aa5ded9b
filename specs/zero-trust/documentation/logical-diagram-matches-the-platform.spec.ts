import { all, control, every, same, saw } from '#harness'

control(
  'The diagram shows the guests and services that there are, and whom storage serves',
  {
    statement: 'ZT-02',
    impact: 'medium',
    kind: 'documentation',
    standards: ['PL-2', 'PL-8', 'CM-8', 'CIS-12.4'],
    remedy:
      'Draw docs/architecture/diagram.md again: a node for each guest and service by its name in lab.yaml, and an arrow from the storage VM to each host that mounts one of its shares.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { nodes, edges } = lab.platformDiagram
    const smb = need('smb')
    const machines = hosts('router', 'hypervisor').map(({ name }) => name)
    const guests = inventory.guests.map(({ name }) => name)
    const consumers = hosts('compute', 'service', 'monitoring').map(({ name }) => name)
    const sources = hosts()
      .filter(({ name }) => name === smb.host)
      .flatMap(({ name, address, tailnetAddress = address }) => [name, address, tailnetAddress])
    /** `//vm102/media` or `vm102:media`. */
    const isShare = ({ fstype, source }: { fstype: string; source: string }) =>
      /^(cifs|smb3|fuse\.rclone)$/.test(fstype) &&
      sources.some((at) => source.startsWith(`//${at}/`) || source.startsWith(`${at}:`))

    all(
      () =>
        same(
          nodes,
          [...machines, ...guests, ...inventory.services.map(({ name }) => name)],
          'nodes of the diagram',
        ),
      // What is drawn has to be there: a name in a list of ours is no counterpart.
      () =>
        every(
          inventory.guests.map(({ name, vmid }) => ({ name, vmid })),
          'is a guest that the hypervisor has',
          ({ vmid }) => saw(lab.guests, (guest) => guest.vmid === vmid),
        ),
      () =>
        same(
          consumers.filter((name) => host(name).mounts.some(isShare)),
          edges
            .filter(({ from, to }) => from === smb.host && consumers.includes(to))
            .map(({ to }) => to),
          'hosts that mount a share of the storage VM',
        ),
      () =>
        every(
          inventory.services.map(({ name, host: at }) => ({ name, at })),
          'is drawn on the host that it runs on',
          ({ name, at }) => name === at || edges.some(({ from, to }) => from === at && to === name),
        ),
    )
  },
)
