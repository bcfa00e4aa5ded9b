import { all, control, none, that } from '#harness'

control(
  'Nobody develops anywhere but on Lyra',
  {
    statement: 'FR-17',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-7', 'SC-2', 'CIS-16.8'],
    remedy:
      'Push what is there, delete the work tree and the editor’s server (`rm -r ~/.vscode-server`), and open the project on Lyra over SSH; a checkout that only deploys goes into `development.deployments`.',
  },
  ({ ageSeconds, host, hosts, need, parameter }) => {
    const dev = need('development')
    const others = hosts('hypervisor', 'access', 'storage', 'service', 'monitoring')
    const longest = parameter.seconds('p.editor.max_age')
    const isDeployment = (at: string, path: string) =>
      dev.deployments.some((it) => it.host === at && it.path === path)
    all(
      ...others.map(({ name }) => () => {
        none(
          host(name).editorServers.map((it) => ({ host: name, ...it })),
          'is an editor that was used there lately',
          ({ usedAt }) => ageSeconds(usedAt) <= longest,
        )
      }),
      ...others.map(({ name }) => () => {
        const { items, ...whole } = host(name).repositories
        none(
          { ...whole, items: items.map((it) => ({ host: name, ...it })) },
          'is a work tree in which somebody works',
          ({ branches, changes, detached, isBare, path, stashes }) =>
            !isBare &&
            !isDeployment(name, path) &&
            (changes + stashes + detached > 0 || branches.some(({ unpushed }) => unpushed > 0)),
        )
      }),
      ...others
        .filter(({ name }) => need('engines').includes(name))
        .map(({ name }) => () => {
          none(host(name).workloads, 'is a container to develop in', ({ image, name: container }) =>
            /^(vsc-|mcr\.microsoft\.com\/devcontainers)|devcontainer/.test(`${image} ${container}`),
          )
        }),
      () => {
        const trees = host(dev.host).repositories.items.filter(({ isBare }) => !isBare)
        that(trees.length > 0, 'somebody develops on the machine that is for it', {
          host: dev.host,
        })
      },
    )
  },
)
