import { all, control, every, naming, none } from '#harness'

control(
  'Everything of value on Lyra exists elsewhere as well',
  {
    statement: 'FR-21',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'SI-12', 'CM-2'],
    remedy:
      '`git push --all` (also what is stashed: `git stash branch`), give the repository a remote on another machine, and move the data of a volume that counts to Proxima or label it `ephemeral=true`.',
  },
  ({ host, hosts, need, parameter }) => {
    const name = need('development').host
    const ephemeral = parameter.words('p.lyra.ephemeral_volumes')
    const most = parameter.number('p.git.max_unpushed')
    const isOwn = naming(hosts('development').filter((it) => it.name === name))
    const { items, ...whole } = host(name).repositories
    const trees = { ...whole, items: items.filter(({ isBare }) => !isBare) }
    all(
      () =>
        every(trees, 'has a remote on another machine', ({ remotes }) =>
          remotes.some(
            ({ url }) => !/^(\/|\.|~|file:)|\blocalhost\b|\b127\./.test(url) && !isOwn(url),
          ),
        ),
      () =>
        none(
          {
            ...whole,
            items: items.flatMap(({ branches, path }) => branches.map((it) => ({ path, ...it }))),
          },
          'is a branch that no remote has as a whole',
          ({ unpushed }) => unpushed > most,
        ),
      () =>
        none(
          host(name).repositories,
          'holds work on no branch',
          ({ detached, stashes }) => detached + stashes > 0,
        ),
      () =>
        none(
          host(name).dockerVolumes,
          'is a volume that may not be lost',
          ({ isEphemeral, name: volume }) =>
            !isEphemeral &&
            !/^[0-9a-f]{64}$/.test(volume) &&
            !ephemeral.some((prefix) => volume.startsWith(prefix)),
        ),
    )
  },
)
