import { all, control, every, none, saw } from '#harness'

control(
  'Every pool is online without errors, and was scrubbed lately',
  {
    statement: 'LA-86',
    impact: 'medium',
    strength: 'optional',
    kind: 'storage',
    standards: ['SI-7', 'CP-9', 'SI-4'],
    remedy:
      'Replace the device that fails (`zpool replace`), restore what is damaged, and run `zpool scrub` on a timer.',
    subject: 'zfs',
  },
  ({ isRecent, host, hosts, lab, need, parameter }) => {
    // Guests are on pools of hypervisors, where those use ZFS.
    const nodes = hosts('hypervisor').filter(
      ({ name }) =>
        host(name).mounts.some(({ fstype }) => fstype === 'zfs') ||
        saw(lab.proxmoxStorages, (it) => it.node === name && it.type === 'zfspool'),
    )
    const pools = [need('backup').host, ...nodes.map(({ name }) => name)].flatMap((on) =>
      host(on).zpools.map((pool) => ({ host: on, ...pool })),
    )

    all(
      () =>
        every(
          pools.map(({ host: on, name, state, health, errorCount }) => ({
            host: on,
            pool: name,
            state,
            health,
            errorCount,
          })),
          'is online, and nothing in it is damaged',
          ({ state, health, errorCount }) =>
            state === 'ONLINE' && health === 'ONLINE' && errorCount === 0,
        ),
      () =>
        none(
          pools.flatMap(({ host: on, name, devices }) =>
            devices.map((device) => ({ host: on, pool: name, ...device })),
          ),
          'is a device with errors',
          ({ readErrors, writeErrors, checksumErrors, state }) =>
            readErrors + writeErrors + checksumErrors > 0 || state !== 'ONLINE',
        ),
      () =>
        every(
          pools.map(({ host: on, name, scan }) => ({ host: on, pool: name, scan })),
          'was scrubbed to the end lately, without errors',
          ({ scan }) =>
            scan?.kind === 'scrub' &&
            scan.state === 'finished' &&
            scan.errors === 0 &&
            scan.endedAt !== undefined &&
            isRecent(scan.endedAt, parameter.seconds('p.zfs.scrub_max_age')),
        ),
    )
  },
)
