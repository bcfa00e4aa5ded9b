import { all, control, every, naming, none } from '#harness'

control(
  'Losing the disk of Nova loses nothing that exists nowhere else',
  {
    statement: 'FR-30',
    impact: 'critical',
    kind: 'storage',
    standards: ['CP-9', 'SC-2', 'MP-4'],
    remedy:
      'Push the branch, move the file or volume to Proxima, and for a key write into `access.keys` where it is kept too or how it is made anew.',
  },
  ({ ageSeconds, host, hosts, need, parameter }) => {
    const { host: name, keys } = need('access')
    const longest = parameter.seconds('p.nova.state_max_age')
    const { items, ...whole } = host(name).repositories
    const isOwn = naming(hosts('access').filter((it) => it.name === name))
    const isElsewhere = (url: string) =>
      !/^(\/|\.|~|file:)|\blocalhost\b|\b127\./.test(url) && !isOwn(url)
    const kept = keys.map(({ path }) => path)
    all(
      () =>
        none(
          {
            ...whole,
            items: items.flatMap(({ branches, path }) => branches.map((it) => ({ path, ...it }))),
          },
          'is a branch that no remote has as a whole',
          ({ unpushed }) => unpushed > 0,
        ),
      () =>
        none(
          host(name).repositories,
          'holds work that is nowhere else',
          ({ changes, detached, isBare, remotes, stashes }) =>
            isBare ||
            !remotes.some(({ url }) => isElsewhere(url)) ||
            changes + detached + stashes > 0,
        ),
      () => none(host(name).engines, 'may keep volumes', ({ kind }) => kind !== 'binary'),
      () =>
        none(host(name).processes, 'keeps data', ({ name: program }) =>
          /^(postgres|mariadbd|mysqld|redis-server|valkey-server|mongod|influxd|slapd|etcd|couchdb|minio)$/.test(
            program,
          ),
        ),
      () =>
        none(
          host(name).stateFiles,
          'is state that changes there',
          ({ changedAt }) => ageSeconds(changedAt) <= longest,
        ),
      () =>
        every(host(name).privateKeys, 'is kept elsewhere too, or made anew', ({ path }) =>
          kept.includes(path),
        ),
    )
  },
)
