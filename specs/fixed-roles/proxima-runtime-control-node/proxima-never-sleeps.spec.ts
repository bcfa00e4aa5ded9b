import { all, control, every, none, that, the } from '#harness'

control(
  'The runtime node cannot go to sleep by itself',
  {
    statement: 'FR-22',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['CP-2', 'SC-5'],
    remedy:
      '`systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target suspend-then-hibernate.target`, and `HandleLidSwitch=ignore` in /etc/systemd/logind.conf.d.',
  },
  ({ host, hosts }) => {
    const { name } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { logind, slept, targets } = host(name).sleepPolicy
    // What is masked at runtime is so until the next boot.
    const isMasked = Object.values(targets).every((state) => state === 'masked')
    all(
      () =>
        every(
          Object.entries(logind).map(([setting, value]) => ({ setting, value })),
          'is ignored, or leads to a target that is masked, and never switches it off',
          ({ value }) =>
            value === 'ignore' ||
            (isMasked && !/^(poweroff|halt|reboot|kexec|soft-reboot)$/.test(value)),
        ),
      () =>
        none(
          host(name).processes,
          'decides about sleep beside systemd',
          ({ isOwn, name: program }) =>
            isOwn &&
            /^(gsd-power|xfce4-power-man|powerdevil|org_kde_powerde|mate-power-mana|tlp|autosuspend)/.test(
              program,
            ) &&
            !isMasked,
        ),
      () => that(slept === 0, 'it has not slept since it booted', { host: name, slept }),
    )
  },
)
