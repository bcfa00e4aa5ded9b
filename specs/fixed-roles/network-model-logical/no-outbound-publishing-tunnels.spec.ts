import { all, control, none } from '#harness'
import { isTunnel } from './tunnels.ts'

control(
  'No program publishes a service through a connection that it makes itself',
  {
    statement: 'FR-56',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'AC-17', 'CM-7'],
    remedy:
      'Stop it and see that nothing starts it again (`systemctl disable --now UNIT`, `docker rm NAME`); a way in that was decided on goes through the router.',
  },
  ({ host, hosts, inventory, need }) => {
    const machines = hosts().map(({ name }) => name)
    const unvisited = inventory.guests.filter(
      ({ vmid }) => !inventory.hosts.some((it) => it.vmid === vmid),
    )
    const engines = need('engines')
    const { access } = inventory
    const inside = hosts().filter(({ role }) => role !== 'router')
    all(
      ...machines.map((name) => () => {
        none(host(name).tunnels, 'is a way in by a tunnel', () => true)
      }),
      // A container goes by any name; its image and its process do not.
      ...engines.map((name) => () => {
        none(
          host(name).workloads.map(({ image, name: container }) => ({
            host: name,
            container,
            image,
          })),
          'is the image of a tunnel',
          ({ image }) => image.split('/').some(isTunnel),
        )
      }),
      ...hosts('hypervisor', 'development', 'access', 'storage').map(({ name }) => () => {
        none(
          host(name).processes.map((it) => ({ host: name, ...it })),
          'is a tunnel in some namespace',
          (it) => isTunnel(it.program.split('/').at(-1) ?? '') || isTunnel(it.name),
        )
      }),
      // Who is configured to forward says nothing of it on the command line.
      ...inside.map(({ name }) => () => {
        none(host(name).remoteForwards, 'is a configuration that opens a way back', () => true)
      }),
      // The kernel makes tunnels without any program. The access machine has the one that was declared.
      ...inside.map(({ name }) => () => {
        none(
          host(name).addresses.map(({ address, device }) => ({ host: name, address, device })),
          'is the end of a tunnel',
          ({ device }) =>
            /^(wg|tun|tap\d+$|tailscale|zt|nebula|netbird|utun|ppp|gre|sit|ipsec|vti)/.test(
              device,
            ) && !(access?.host === name && access.remotePath.device === device),
        )
      }),
      () => {
        const because = `nobody looked into ${unvisited.map(({ name }) => name).join(', ')}: add it to hosts`
        none(
          { items: [], complete: unvisited.length === 0, because },
          'hides in a guest',
          () => true,
        )
      },
    )
  },
)
