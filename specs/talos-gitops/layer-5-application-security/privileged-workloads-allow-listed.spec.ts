import { control, none } from '#harness'

control(
  'Nothing uses its host but the parts of the platform that have to',
  {
    statement: 'TG-201',
    impact: 'high',
    kind: 'configuration',
    standards: ['AC-6'],
    remedy:
      'Remove the pod, or the part of it that reaches the host; a new part of the platform goes into p.k8s.privileged.',
  },
  ({ lab, parameter }) => {
    const allowed = parameter.words('p.k8s.privileged')
    const { items, ...look } = lab.kubePods
    none(
      {
        ...look,
        items: items.map(
          ({ containers, hostIpc, hostNetwork, hostPid, name, namespace, volumes }) => ({
            pod: `${namespace}/${name}`,
            uses: [
              ...(hostNetwork ? ['hostNetwork'] : []),
              ...(hostPid ? ['hostPID'] : []),
              ...(hostIpc ? ['hostIPC'] : []),
              ...(containers.some(({ security }) => security.isPrivileged) ? ['privileged'] : []),
              ...(containers.some(({ ports }) =>
                ports.some(({ hostPort }) => hostPort !== undefined),
              )
                ? ['hostPort']
                : []),
              ...volumes
                .filter(({ kind }) => kind === 'hostPath')
                .map(({ ref }) => `hostPath ${ref}`),
            ],
          }),
        ),
      },
      'uses its host',
      ({ pod, uses }) =>
        uses.length > 0 && !allowed.some((start) => pod === start || pod.startsWith(`${start}-`)),
    )
  },
)
