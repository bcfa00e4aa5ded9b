import { all, control, every, none, the } from '#harness'

control(
  'Every guest starts at boot in an explicit order, storage before what needs it',
  {
    statement: 'ZT-14',
    impact: 'high',
    kind: 'configuration',
    standards: ['CP-10', 'CM-6', 'SI-13'],
    remedy:
      'Set it per guest: `qm set <vmid> --onboot 1 --startup order=<n>,up=<seconds>` (`pct set` for containers), with a lower order for what others need; take the guest out of HA.',
  },
  ({ lab, inventory, parameter }) => {
    const delay = parameter.seconds('p.boot.storage_delay')
    const starting = inventory.guests.filter(({ autostart }) => autostart)
    const configOf = (name: string) => {
      const { vmid } = the(inventory.guests, `declared guest ${name}`, (it) => it.name === name)
      return the(lab.guestConfigs, `configuration of ${name}`, (config) => config.vmid === vmid)
    }
    const orderOf = (name: string) => configOf(name).startup.order ?? Number.NaN
    const pairs = starting.flatMap(({ name, after = [] }) =>
      after.map((needed) => ({ guest: name, needed })),
    )

    all(
      () =>
        every(
          starting.map(({ name }) => {
            const { vmid, startsAtBoot, startup, isTemplate, options } = configOf(name)
            return { name, vmid, startsAtBoot, ...startup, isTemplate, lock: options.lock }
          }),
          'starts at boot, by an order of its own',
          ({ startsAtBoot, order, isTemplate, lock }) =>
            startsAtBoot && order !== undefined && !isTemplate && !lock,
        ),
      () =>
        every(
          pairs.map((pair) => ({
            ...pair,
            order: orderOf(pair.guest),
            before: orderOf(pair.needed),
          })),
          'starts after what it needs',
          ({ order, before }) => before < order,
        ),
      () =>
        every(
          [...new Set(pairs.map(({ needed }) => needed))].map((name) => ({
            name,
            upSeconds: configOf(name).startup.upSeconds ?? 0,
          })),
          `gives the next guest ${delay} s`,
          ({ upSeconds }) => upSeconds >= delay,
        ),
      () =>
        none(
          starting.flatMap(({ name }) =>
            configOf(name).pending.map((change) => ({ name, ...change })),
          ),
          'is to change at the next start',
          ({ key }) => /^(onboot|startup|template|lock)$/.test(key),
        ),
      () =>
        none(lab.haResources, 'is started by HA, which knows no order', ({ sid }) =>
          inventory.guests.some(({ vmid }) => sid.replace(/^(vm|ct):/, '') === String(vmid)),
        ),
    )
  },
)
