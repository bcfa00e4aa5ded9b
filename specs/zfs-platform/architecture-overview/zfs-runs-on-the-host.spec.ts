import { all, control, every, none, the } from '#harness'

/** Ways past the ordinary: devices of a pool or a disk, given to a container, or on the command line of a machine. */
const HANDED =
  /\/dev\/(?:zfs|zd|zvol|disk|mapper|sd|nvme|vd)|lxc\.cgroup2?\.devices\.allow=(?:a\b|b )|vfio-pci/

/** Devices that are disks of the machine itself: no loop, volume of a pool, or disk of another machine. */
const OWN =
  /^\/dev\/(?:disk\/by-(?:id|partuuid|vdev)\/(?!.*(?:iscsi|IET))|sd[a-z]+\d*$|nvme\d+n\d+)/

control(
  'The hypervisor itself has the pool, on disks of its own, and no guest has a hand in it',
  {
    statement: 'ZF-13',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-2', 'SC-28'],
    remedy:
      'Export the pool in the guest at once (a pool that two systems have imported destroys itself), take the disks from its configuration, and import it on the host.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { host: name, pool: called } = need('zfs')
    const { zpools, pciDevices } = host(name)
    const guests = hosts('compute', 'service', 'storage', 'monitoring')

    all(
      () => {
        const pool = the(zpools, `pool ${called}`, (one) => one.name === called)
        every(
          pool.devices.flatMap(({ path }) => (path === undefined ? [] : [{ path }])),
          'is a disk of the host',
          ({ path }) => OWN.test(path),
        )
      },
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.flatMap(({ vmid, options }) =>
              Object.entries(options).map(([key, value]) => ({ vmid, key, value })),
            ),
          },
          'hands a raw disk of the host to a guest',
          ({ key, value }) => /^(scsi|virtio|sata|ide)\d+$/.test(key) && value.startsWith('/dev/'),
        ),
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.flatMap(({ vmid, devices, options, raw }) => [
              ...devices.map(({ path }) => ({ vmid, given: path })),
              ...raw.map(({ key, value }) => ({ vmid, given: `${key}=${value}` })),
              { vmid, given: options.args ?? '' },
            ]),
          },
          'hands the pool or a disk to a guest, past its configuration of disks',
          ({ given }) => HANDED.test(given),
        ),
      () =>
        none(
          {
            ...lab.guestConfigs,
            items: lab.guestConfigs.items.flatMap(({ vmid, passthrough }) =>
              passthrough.map((device) => ({ vmid, ...device })),
            ),
          },
          'hands a controller of disks to a guest',
          ({ addresses, mapping }) =>
            mapping !== undefined ||
            pciDevices.some(
              ({ address, class: kind }) =>
                kind.startsWith('01') && addresses.some((one) => address.startsWith(one)),
            ),
        ),
      ...guests
        .filter(({ vmid }) => inventory.guests.some((it) => it.vmid === vmid && it.type === 'qemu'))
        .map(
          (guest) => () =>
            none(
              host(guest.name).mounts.map(({ fstype, source, path }) => ({
                host: guest.name,
                fstype,
                source,
                path,
              })),
              'is a pool of its own',
              ({ fstype }) => fstype === 'zfs',
            ),
        ),
    )
  },
)
