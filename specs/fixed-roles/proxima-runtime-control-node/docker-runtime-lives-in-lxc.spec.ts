import { all, control, every, none, saw, that, the } from '#harness'

control(
  'Every guest that runs containers has an engine of its own, in its own namespaces',
  {
    statement: 'FR-25',
    impact: 'high',
    kind: 'placement',
    standards: ['SC-39', 'SC-4', 'CM-6'],
    remedy:
      'Install Docker in the guest (`pct enter <vmid>`), take away a bind mount of a foreign socket, and give a cloned engine a new identity: stop it, delete /var/lib/docker/engine-id, start it.',
  },
  ({ host, hosts, inventory, need }) => {
    const { name: on } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const engines = need('engines')
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && engines.includes(name),
    )
    const twice = <T>(of: (name: string) => T) =>
      engines.filter((a) => engines.some((b) => a !== b && of(a) === of(b)))
    const wallOf = (vmid: number | undefined) =>
      the(host(on).guestWalls.guests, `running container ${vmid}`, (it) => it.vmid === vmid)
    all(
      () =>
        every(guests, 'has an engine that is the guest’s own', ({ name }) => {
          const { components, name: said } = host(name).dockerInfo
          return said === host(name).identity.hostname && components.includes('Engine')
        }),
      () =>
        every(guests, 'has its engine’s socket on a file system of its own', ({ name, vmid }) => {
          const { engineSocket, mounts } = wallOf(vmid)
          return (
            engineSocket === host(name).dockerInfo.socket &&
            !mounts.some(({ path }) => /\/(docker|containerd\/containerd)\.sock$/.test(path))
          )
        }),
      () =>
        every(guests, 'has its engine running in its own namespace', ({ vmid }) =>
          saw(
            host(on).processes,
            (it) => it.name === 'dockerd' && it.namespace === wallOf(vmid).spaces.pid,
          ),
        ),
      () =>
        none(
          twice((name) => host(name).dockerInfo.id),
          'has the identity of another',
          Boolean,
        ),
      () =>
        none(
          twice((name) => host(name).dockerInfo.socket),
          'answers at another’s socket',
          Boolean,
        ),
      () => that(guests.length > 0, 'some guest runs containers', { engines }),
    )
  },
)
