import { control, every } from '#harness'

/** Device numbers that containers are given most often. */
const NUMBERS: Readonly<Record<string, string>> = {
  '/dev/net/tun': 'c 10:200',
  '/dev/fuse': 'c 10:229',
}

/** A raw line that gives nothing away, or only a declared device. Any line that is not known here is a grant. */
const isHarmless = (line: { key: string; value: string }, devices: readonly string[]): boolean =>
  /^lxc\.(environment|prlimit\.)/.test(line.key) ||
  /^lxc\.id_?map$/.test(line.key) || // judged with `unprivileged`
  (line.key === 'lxc.cap.drop' && line.value.trim() !== '') ||
  (line.key === 'lxc.mount.entry' && devices.includes(line.value.trim().split(/\s+/)[0] ?? '')) ||
  (/^lxc\.cgroup2?\.devices\.allow$/.test(line.key) &&
    devices.some((device) => NUMBERS[device] && line.value.startsWith(`${NUMBERS[device]} `)))

control(
  'No LXC holds a device, a mount or a freedom that was not declared',
  {
    statement: 'ZT-42',
    impact: 'high',
    kind: 'isolation',
    standards: ['CM-7', 'AC-6', 'SC-39', 'CIS-4.8'],
    remedy:
      'Remove the grant from /etc/pve/lxc/<vmid>.conf and restart the container, or declare it under `features` or `devices` of the guest in lab.yaml.',
  },
  ({ lab, inventory }) => {
    const containers = {
      ...lab.guestConfigs,
      items: lab.guestConfigs.items
        .filter(({ type }) => type === 'lxc')
        .map((config) => {
          const declared = inventory.guests.find(({ vmid }) => vmid === config.vmid)
          const { features = [], devices = [] } = declared ?? {}
          const mounts = config.mountPoints.filter(({ isHostPath }) => isHostPath)
          const grants = [
            ...config.features.filter((feature) => !features.includes(feature)),
            ...config.devices.map(({ path }) => path).filter((path) => !devices.includes(path)),
            ...mounts.map(({ source }) => source).filter((path) => !devices.includes(path)),
            ...config.raw
              .filter((line) => !isHarmless(line, devices))
              .map(({ key, value }) => `${key}: ${value}`),
            ...config.pending
              .filter(({ key }) => /^(features|rootfs|lxc|mp\d+|dev\d+)$/.test(key))
              .map(({ key }) => `${key} changes at the next start`),
          ]
          return { vmid: config.vmid, grants }
        }),
    }

    every(containers, 'holds only what was declared', ({ grants }) => grants.length === 0)
  },
)
