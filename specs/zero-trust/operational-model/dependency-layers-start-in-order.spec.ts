import { all, control, every, saw, the } from '#harness'

control(
  'At the last boot every layer came up before the one that needs it',
  {
    statement: 'ZT-64',
    impact: 'high',
    kind: 'topology',
    standards: ['CP-10', 'SI-13', 'CM-6'],
    remedy:
      'Read the start tasks of the node (`pvesh get /nodes/<node>/tasks --typefilter startall`) and give the storage VM a lower order and a longer `up=`; make units wait for their mounts with RequiresMountsFor=.',
  },
  ({ host, hosts, lab, inventory, need }) => {
    const [hypervisor] = hosts('hypervisor')
    const bootedAt = host(hypervisor?.name ?? '').identity.bootedAt
    const { items: tasks, ...whole } = lab.startTasks
    const isPast = tasks.some(({ startedAt }) => startedAt < bootedAt)
    const because = whole.because ?? 'nothing from before the boot is on record any more'
    const atBoot = tasks.filter((it) => it.type === 'startall' && it.startedAt >= bootedAt)
    const boot = the(
      { items: atBoot.slice(0, 1), complete: whole.complete && isPast, because },
      'start of all guests by the boot',
      () => true,
    )
    const end = boot.endedAt ?? ''
    saw({ items: [boot], complete: false, because: 'it goes on' }, () => end !== '')

    const vmidOf = (name: string) =>
      the(inventory.guests, `declared guest ${name}`, (it) => it.name === name).vmid
    const started = (name: string) => {
      const mine = tasks.filter(
        (it) => it.vmid === vmidOf(name) && it.startedAt >= boot.startedAt && it.startedAt <= end,
      )
      return the({ items: mine, ...whole }, `start of ${name} by the boot`, () => true)
    }
    /** When a unit first was up after its guest had been started. */
    const upAt = (name: string, unit: string) => {
      const { keptSince, starts } = host(name).unitStarts
      const { startedAt } = started(name)
      const isKept = keptSince <= startedAt
      const since = starts.filter((it) => it.unit === unit && it.startedAt >= startedAt)
      return the(
        {
          items: isKept ? since.slice(0, 1) : [],
          complete: isKept,
          because: `the journal of ${name} does not reach back to the boot`,
        },
        `start of ${unit} on ${name}`,
        () => true,
      ).startedAt
    }
    const starting = inventory.guests.filter(({ autostart }) => autostart)
    const pairs = starting.flatMap(({ name, after = [] }) =>
      after.map((needed) => ({ guest: name, needed })),
    )
    const smb = need('smb').host

    all(
      () =>
        every(starting, 'was started by the boot without an error', ({ name }) =>
          /^(OK|WARNINGS: \d+)$/.test(started(name).status ?? ''),
        ),
      () =>
        every(pairs, 'was started after what it needs', ({ guest, needed }) => {
          const done = started(needed).endedAt
          return done !== undefined && done <= started(guest).startedAt
        }),
      () =>
        every(
          pairs.filter(({ needed }) => needed === smb),
          'was started when the shares could be had',
          ({ guest }) => upAt(smb, 'smbd.service') <= started(guest).startedAt,
        ),
      () =>
        every(
          need('storage').mountUsers.filter((it) =>
            hosts('compute').some((c) => c.name === it.host),
          ),
          'came up after its mounts',
          (user) =>
            user.paths.every(
              (path) => upAt(user.host, mountUnit(path)) <= upAt(user.host, user.unit),
            ),
        ),
    )
  },
)

/** As systemd names the mount of a plain path. */
const mountUnit = (path: string): string =>
  `${path.slice(1).replaceAll('-', String.raw`\x2d`).replaceAll('/', '-')}.mount`
