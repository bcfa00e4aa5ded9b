import { all, control, every, none, that, the } from '#harness'

control(
  'Every share and export is for declared users and hosts, and for nobody else',
  {
    statement: 'LA-87',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-3', 'AC-6', 'SC-7', 'CIS-3.3'],
    remedy:
      'Name the host in /etc/exports with root_squash, set `valid users`, `map to guest = Never` and `restrict anonymous = 2`, and reload.',
  },
  ({ host, hosts, inventory, need }) => {
    const { host: nas, shares } = need('smb')
    const { exports } = host(nas).fileServices
    const { shares: found, mapToGuest } = host(nas).smbConfig
    const clients = hosts('hypervisor').map(
      ({ name }) => the(inventory.hosts, name, (it) => it.name === name).address,
    )

    all(
      () =>
        every(
          exports.length === 0
            ? [{ path: 'none', client: clients[0] ?? '', options: [] }]
            : exports,
          'is for one declared host',
          ({ client }) => clients.includes(client),
        ),
      () =>
        none(exports, 'lets root of another machine be root', ({ options }) =>
          options.some((it) => /^(no_root_squash|insecure|anonuid=0|anongid=0)$/.test(it)),
        ),
      () => none(host(nas).smbStrangers, 'lets a stranger in', ({ isRefused }) => !isRefused),
      () => that(mapToGuest === 'Never', 'who is unknown does not become a guest', { mapToGuest }),
      () =>
        every(
          found.map(
            ({
              name,
              isOpenToGuests,
              validUsers,
              isReadOnly,
              writeList,
              adminUsers,
              forceUser,
            }) => ({
              name,
              adminUsers,
              forceUser,
              isOpenToGuests,
              validUsers,
              isReadOnly,
              writeList,
            }),
          ),
          'is for the accounts declared, with the rights declared',
          ({ name, isOpenToGuests, validUsers, isReadOnly, writeList, adminUsers, forceUser }) => {
            const accounts = shares.find((it) => it.name === name)?.accounts ?? {}
            return (
              !isOpenToGuests &&
              adminUsers.length === 0 &&
              forceUser !== 'root' &&
              validUsers.length > 0 &&
              validUsers.every((user) => user in accounts) &&
              validUsers.every(
                (user) => accounts[user] === 'rw' || (isReadOnly && !writeList.includes(user)),
              )
            )
          },
        ),
    )
  },
)
