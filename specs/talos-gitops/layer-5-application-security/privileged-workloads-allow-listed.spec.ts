import { control, none } from '#harness'
import { isOf } from '../workload-of.ts'

/** Capabilities with which a container is on its host as good as without walls. */
const NEARLY_ALL =
  /^(CAP_)?(ALL|BPF|DAC_READ_SEARCH|NET_ADMIN|SYS_(ADMIN|BOOT|MODULE|PTRACE|RAWIO))$/i

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
        items: items
          .filter((pod) => !isOf(pod, allowed))
          .map(({ containers, hostIpc, hostNetwork, hostPid, name, namespace, volumes }) => ({
            namespace,
            name,
            uses: [
              ...(hostNetwork ? ['hostNetwork'] : []),
              ...(hostPid ? ['hostPID'] : []),
              ...(hostIpc ? ['hostIPC'] : []),
              ...containers.flatMap(({ ports, security }) => [
                ...(security.isPrivileged ? ['privileged'] : []),
                ...security.capAdd.filter((one) => NEARLY_ALL.test(one)),
                ...ports.flatMap(({ hostPort }) => (hostPort ? [`hostPort ${hostPort}`] : [])),
              ]),
              ...volumes
                .filter(({ kind }) => kind === 'hostPath')
                .map(({ ref }) => `hostPath ${ref}`),
            ],
          })),
      },
      'uses its host',
      ({ uses }) => uses.length > 0,
    )
  },
)
