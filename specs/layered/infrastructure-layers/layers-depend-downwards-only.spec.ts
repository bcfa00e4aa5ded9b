import { all, control, every, none, saw } from '#harness'
import { vlanOf } from '../vlans.ts'

control(
  'No layer needs one above it to start',
  {
    statement: 'LA-01',
    impact: 'medium',
    kind: 'topology',
    standards: ['CP-2', 'CP-10', 'PL-8', 'CIS-12.2'],
    remedy:
      'Point the resolver of hypervisors and NAS at the edge, mount nothing of a guest there, and keep disks of guests on storage that no guest serves.',
  },
  ({ host, hosts, inventory, need }) => {
    const lower = hosts('hypervisor', 'storage')
    const guests = inventory.hosts
      .filter(({ vmid }) => vmid !== undefined)
      .flatMap(({ address, alsoAt = [] }) => [address, ...alsoAt])
    const { vlans } = need('segments')

    all(
      () =>
        every(
          lower.map(({ name }) => ({ host: name, servers: host(name).resolver })),
          'resolves names without a guest',
          ({ servers }) =>
            !saw(servers, () => false) && servers.items.some((it) => !guests.includes(it)),
        ),
      () =>
        none(
          lower.flatMap(({ name }) =>
            host(name)
              .mounts.filter(({ fstype }) => /^(nfs|cifs|fuse\.sshfs)/.test(fstype))
              .map(({ source, path }) => ({ host: name, source, path })),
          ),
          'is served by a guest',
          ({ source }) =>
            guests.some(
              (address) => source.includes(`${address}:`) || source.startsWith(`//${address}/`),
            ),
        ),
      () =>
        none(
          lower.flatMap(({ name }) =>
            host(name).defaultRoutes.map(({ gateway = '' }) => ({ host: name, gateway })),
          ),
          'goes out by a guest',
          ({ gateway }) => guests.includes(gateway),
        ),
      () =>
        every(
          vlans.map(({ name, gateway }) => ({ vlan: name, gateway })),
          'is routed by no guest',
          ({ gateway }) => !guests.includes(gateway) && vlanOf(gateway, vlans) !== undefined,
        ),
    )
  },
)
