import { all, control, every, saw, selects, the } from '#harness'

control(
  'Each stateful application keeps its data on a bound claim',
  {
    statement: 'TG-115',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'SC-28'],
    remedy:
      'Mount a claim at the folder where the application keeps its data; emptyDir and hostPath end with the pod or with the node.',
  },
  ({ lab, parameter }) => {
    const isBelow = (folder: string, mount: string) =>
      `${folder}/`.startsWith(`${mount.replace(/\/+$/, '')}/`)
    const { items, ...look } = lab.kubePods
    all(
      ...parameter.words('p.apps.stateful').map((word) => () => {
        const [workload = '', folder = ''] = word.split('=')
        const { kind, name, namespace, selector } = the(
          lab.kubeWorkloads,
          `workload ${workload}`,
          (one) => `${one.namespace}/${one.name}` === workload,
        )
        const pods = items.filter(
          (pod) => pod.namespace === namespace && selects(selector, pod.labels),
        )
        every(
          {
            ...look,
            items: pods.map((pod) => {
              // The deepest mount counts: it hides what lies under it.
              const [mount] = pod.containers
                .flatMap(({ mounts }) => mounts)
                .filter(({ path }) => isBelow(folder, path))
                .sort((a, b) => b.path.length - a.path.length)
              const volume = pod.volumes.find((one) => one.name === mount?.volume)
              return {
                workload,
                kind,
                name,
                pod: pod.name,
                folder,
                mountedAt: mount?.path,
                volume: volume?.kind,
                claim: volume?.ref,
              }
            }),
          },
          'keeps its data on a bound claim',
          ({ claim, volume }) =>
            volume === 'persistentVolumeClaim' &&
            saw(
              lab.kubeClaims,
              (one) => one.namespace === namespace && one.name === claim && one.phase === 'Bound',
            ),
        )
      }),
    )
  },
)
