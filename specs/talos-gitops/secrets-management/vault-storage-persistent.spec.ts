import { all, control, every, that } from '#harness'

control(
  'Vault keeps its data on a volume, and does not run as for development',
  {
    statement: 'TG-42',
    impact: 'high',
    kind: 'secrets',
    standards: ['SC-28', 'CP-9'],
    remedy: 'Run it with `storage "raft"` on a persistent claim, and without `-dev`.',
  },
  ({ lab, need, parameter }) => {
    const { storageType } = lab.vaultHealth
    const { namespace } = need('vault')
    const servers = lab.kubeWorkloads.items.filter(
      ({ podLabels, namespace: at }) => at === namespace && podLabels.component === 'server',
    )

    all(
      () =>
        that(
          parameter.words('p.vault.storage_types').includes(storageType),
          'its storage outlives a restart',
          { storageType },
        ),
      () =>
        every(
          {
            ...lab.kubeWorkloads,
            items: servers.map(({ claims, name, pod }) => ({
              name,
              claims,
              data: pod.containers
                .flatMap(({ mounts }) => mounts)
                .filter(({ path }) => path === '/vault/data')
                .map(({ volume }) => volume),
              flags: pod.containers.flatMap(({ program }) => program),
            })),
          },
          'has its data on a claim, and no flag of development',
          ({ claims, data, flags }) =>
            data.length > 0 &&
            data.every((volume) => claims.includes(volume)) &&
            !flags.some((flag) => flag.startsWith('-dev')),
        ),
    )
  },
)
