import { all, control, every, saw } from '#harness'

control(
  'Every LXC is configured as unprivileged',
  {
    statement: 'ZT-42',
    impact: 'critical',
    kind: 'isolation',
    standards: ['AC-6', 'SC-39', 'CM-6', 'CIS-4.1'],
    remedy:
      'Back the container up and restore it with `pct restore <vmid> <archive> --unprivileged 1`; remove `lxc.idmap` lines that reach ids of the host.',
  },
  ({ lab, inventory, parameter }) => {
    const lowest = parameter.number('p.lxc.min_host_uid')
    const configs = lab.guestConfigs
    const containers = {
      ...configs,
      items: configs.items
        .filter(({ type }) => type === 'lxc')
        .map(({ vmid, isUnprivileged, raw, pending }) => ({
          vmid,
          isUnprivileged,
          idMaps: raw.filter(({ key }) => /^lxc\.id_?map$/.test(key)).map(({ value }) => value),
          isToChange: pending.some(({ key }) => key === 'unprivileged' || key === 'lxc'),
        })),
    }

    all(
      () =>
        every(containers, 'says unprivileged: 1', (it) => !!it.isUnprivileged && !it.isToChange),
      () =>
        every(containers, 'maps its ids to unprivileged ones of the host', ({ idMaps }) =>
          idMaps.every((line) => Number(line.trim().split(/\s+/)[2]) >= lowest),
        ),
      () =>
        every(
          inventory.guests.filter(({ type }) => type === 'lxc'),
          'is among the containers that were looked at',
          ({ vmid }) => saw(containers, (container) => container.vmid === vmid),
        ),
    )
  },
)
