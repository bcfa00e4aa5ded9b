import { all, control, knownAs, naming, none } from '#harness'

control(
  'Nothing of development or runtime takes anything from Rhea',
  {
    statement: 'FR-36',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-32', 'SA-8', 'AC-4'],
    remedy:
      'Take the mount, volume, storage, upstream or reference out, and put the data on the local storage of Proxima; then look again with `ss -tun state established`.',
  },
  ({ host, hosts, lab, need }) => {
    const storage = knownAs({ host }, hosts('storage'))
    const isRhea = naming(storage)
    const users = hosts('development', 'hypervisor', 'service', 'monitoring')
    const engines = users.filter(({ name }) => need('engines').includes(name))
    all(
      ...users.map(({ name }) => () => {
        none(
          host(name).mounts.map(({ fstype, path, source }) => ({
            host: name,
            fstype,
            path,
            source,
          })),
          'is mounted from Rhea, or from nobody knows where when somebody looks',
          ({ fstype, path, source }) =>
            isRhea(source) || (fstype === 'autofs' && path !== '/proc/sys/fs/binfmt_misc'),
        )
      }),
      ...engines.map(({ name }) => () => {
        none(
          host(name).dockerVolumes.map((it) => ({ host: name, ...it })),
          'is a volume on Rhea',
          ({ options }) => Object.values(options).some(isRhea),
        )
      }),
      () =>
        none(
          lab.proxmoxStorages,
          'is a storage on Rhea',
          (it) => isRhea(it.server ?? '') || isRhea(it.path ?? ''),
        ),
      ...users.map(({ name }) => () => {
        none(
          host(name).connections.map((it) => ({ host: name, ...it })),
          'is connected to Rhea',
          ({ peer }) =>
            storage.some(({ address, alsoAt = [] }) => [address, ...alsoAt].includes(peer)),
        )
      }),
      ...users.map(({ name }) => () => {
        none(
          {
            ...host(name).repositories,
            items: host(name).repositories.items.flatMap(({ mentions, path, remotes }) => [
              ...mentions.map((file) => ({ host: name, path, text: file, names: true })),
              ...remotes.map(({ url }) => ({ host: name, path, text: url, names: isRhea(url) })),
            ]),
          },
          'speaks of Rhea in what it tracks',
          ({ names }) => names,
        )
      }),
      ...users.map(({ name }) => () => {
        none(host(name).resolver, 'is asked for names', isRhea)
      }),
      // Whose name is another one’s as well leads there by a detour.
      ...hosts('router').map(({ name }) => () => {
        none(
          host(name).nameService.settings,
          'leads to Rhea by another name',
          ({ key, value }) =>
            !/^(host-record|dhcp-host|hosts|ptr-record)$/.test(key) && isRhea(value),
        )
      }),
    )
  },
)
