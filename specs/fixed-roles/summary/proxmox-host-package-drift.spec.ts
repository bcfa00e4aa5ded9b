import { all, control, none, that, the } from '#harness'

control(
  'The hypervisor stays close to a stock installation: few packages beyond it, each with a reason, and no unit made by hand',
  {
    statement: 'FR-61',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-2', 'CM-7', 'CM-6', 'CIS-4.1'],
    remedy:
      '`apt-get purge` what nobody needs, or add it to `baseline.extras` with the reason; remove the unit from /etc/systemd/system and what lies under /opt and /usr/local.',
  },
  ({ host, hosts, lab, need, parameter }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { extras, units } = need('baseline')
    const added = host(name).software.packages.filter((it) => !lab.packageBaseline.includes(it))
    const most = parameter.number('p.proxima.max_extra_packages')
    all(
      () =>
        none(
          added,
          'was added without a reason',
          (it) => !extras.some((extra) => extra.name === it),
        ),
      () => that(added.length <= most, `no more than ${most} were added`, { host: name, added }),
      () => none(host(name).software.loose, 'was put there without a package', () => true),
      () =>
        none(
          host(name).startUps.units,
          'is a unit made by hand',
          ({ isChanged, owner, unit }) =>
            (owner === undefined || isChanged === true) && !units.some((it) => it.name === unit),
        ),
    )
  },
)
