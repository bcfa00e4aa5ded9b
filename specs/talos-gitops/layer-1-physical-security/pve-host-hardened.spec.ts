import { all, control, known, none, that, the } from '#harness'

control(
  'The hypervisor has its security updates, and lets root in by key and second factor only',
  {
    statement: 'TG-186',
    impact: 'high',
    kind: 'configuration',
    strength: 'target',
    standards: ['CM-6', 'SI-2', 'IA-2(1)', 'CIS-4.1'],
    remedy:
      'Install what waits with `apt full-upgrade`, set `PasswordAuthentication no` and `PermitRootLogin prohibit-password`, and give root@pam a second factor.',
  },
  ({ isRecent, host, hosts, lab, parameter }) => {
    const longest = parameter.seconds('p.pve.patch_max_age')

    all(
      ...hosts('hypervisor').flatMap(({ name }) => [
        () => {
          const { fetchedAt, pending } = host(name).securityUpdates
          known(
            fetchedAt !== undefined,
            `nobody fetches lists of packages on ${name}: nothing is known to wait`,
          )
          that(isRecent(fetchedAt, longest), 'its lists of packages are fresh', {
            host: name,
            fetchedAt,
          })
          none(pending, 'waits, and mends a hole', () => true)
        },
        () =>
          none(
            host(name).sshdConfig,
            'lets somebody in by password, or root by more than a key',
            ({ user, takesPasswords, takesAnswers, takesEmptyPasswords, permitRootLogin }) =>
              takesPasswords ||
              takesAnswers ||
              takesEmptyPasswords ||
              (user === 'root' &&
                !['no', 'prohibit-password', 'without-password', 'forced-commands-only'].includes(
                  permitRootLogin,
                )),
          ),
      ]),
      () => {
        const { isEnabled, secondFactors } = the(
          lab.proxmoxUsers,
          'account root@pam',
          ({ id }) => id === 'root@pam',
        )
        that(!isEnabled || secondFactors.length > 0, 'root has a second factor', { secondFactors })
      },
    )
  },
)
