import { all, control, every, none, that } from '#harness'

control(
  'Every right at the hypervisor and on hosts belongs to a duty, and few have all of them',
  {
    statement: 'LA-13',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-2', 'AC-3(7)', 'AC-5', 'AC-6', 'CIS-6.8', 'CIS-5.4'],
    remedy:
      'Give the token a role of its own with only what it needs and `privsep=1` and an end (`pveum`); take people out of the group docker, which is worth root.',
  },
  ({ host, hosts, inventory, lab, parameter }) => {
    // Who may give rights anywhere can give them to himself.
    const isAll = ({ path, privileges }: { path: string; privileges: readonly string[] }) =>
      privileges.includes('Permissions.Modify') ||
      (path === '/' && privileges.includes('Sys.Modify'))
    const grants = lab.proxmoxGrants
    const people = inventory.people?.filter(({ automation }) => automation === undefined) ?? []
    const full = grants.items.filter(isAll)
    const ownUser =
      inventory.people?.find(({ automation }) => automation !== undefined)?.proxmoxUser ??
      'plumbline@pve'

    all(
      () =>
        none(
          { ...grants, items: full },
          'gives a token every right',
          ({ kind, holders }) => kind === 'token' || holders.some((it) => it.includes('!')),
        ),
      () =>
        that(
          new Set(full.flatMap(({ holders }) => holders)).size <=
            parameter.number('p.rbac.max_admins') &&
            full
              .flatMap(({ holders }) => holders)
              .every(
                (it) => people.some(({ proxmoxUser }) => proxmoxUser === it) || it === 'root@pam',
              ),
          'few people, and nobody else, have every right',
          full.map(({ who, role }) => ({ who, role })),
        ),
      () =>
        every(
          lab.proxmoxTokens,
          'has rights of its own only, and an end',
          ({ isSeparated, expiresAt }) => isSeparated && expiresAt !== undefined,
        ),
      () =>
        none(
          {
            ...grants,
            items: grants.items.filter(({ holders }) =>
              holders.some((it) => it.startsWith(ownUser)),
            ),
          },
          'lets this suite change something',
          ({ privileges }) => !privileges.every((it) => /\.Audit$/.test(it)),
        ),
      () =>
        none(
          hosts().flatMap(({ name }) =>
            host(name).administrators.map(({ user, groups }) => ({ host: name, user, groups })),
          ),
          'is in a group worth root, and nobody’s administrator',
          ({ user, groups }) =>
            groups.some((it) => it !== 'sudo') ||
            (groups.length > 0 && !people.some(({ name }) => name === user)),
        ),
    )
  },
)
