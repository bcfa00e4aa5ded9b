import { all, control, every, none } from '#harness'

control(
  'Workloads run as nobody special, and nobody is root without being asked',
  {
    statement: 'LA-20',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'AC-6(9)', 'AC-6(10)', 'CM-7', 'CIS-5.4', 'CIS-4.1'],
    remedy:
      'Set `user`, `cap_drop: [ALL]` and `no-new-privileges` in the Compose file and deploy it, or say in lab.yaml why the container is rootful; take NOPASSWD: ALL out of sudoers.',
  },
  ({ host, hosts, inventory, parameter }) => {
    const allowed = parameter.words('p.privilege.allowed_caps')
    const processes = hosts('compute').flatMap(({ name: on }) =>
      host(on).containerUidMaps.map((it) => ({ host: on, ...it })),
    )
    const mayBeRoot = (on: string, container: string) =>
      inventory.services.some(
        ({ name, host: at, container: own = name, rootful }) =>
          own === container && at === on && rootful,
      )

    all(
      () =>
        none(
          processes.map(({ host: on, container, uids, users }) => ({
            host: on,
            container,
            uids,
            users,
          })),
          'runs as root of the host',
          ({ host: on, container, uids }) => uids.includes(0) && !mayBeRoot(on, container),
        ),
      () =>
        every(
          processes.map(({ host: on, container, hasNoNewPrivileges, effective }) => ({
            host: on,
            container,
            hasNoNewPrivileges,
            effective,
          })),
          'gains no rights, and has none but those allowed',
          ({ hasNoNewPrivileges, effective }) =>
            hasNoNewPrivileges && effective.every((it) => allowed.includes(it)),
        ),
      () =>
        none(
          hosts().flatMap(({ name: on }) =>
            host(on).administrators.map(({ user, mayAllUnasked }) => ({
              host: on,
              user,
              mayAllUnasked,
            })),
          ),
          'may do everything without a password',
          ({ mayAllUnasked }) => mayAllUnasked,
        ),
      () =>
        none(
          hosts().flatMap(({ name: on }) =>
            host(on).sshdConfig.map(({ permitRootLogin }) => ({ host: on, permitRootLogin })),
          ),
          'lets root log in with a password',
          ({ permitRootLogin }) => permitRootLogin === 'yes',
        ),
    )
  },
)
