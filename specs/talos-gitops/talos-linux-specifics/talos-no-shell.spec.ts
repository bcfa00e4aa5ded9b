import { all, control, every, none, saw } from '#harness'
import { placed } from '../shown.ts'
import { isOf } from '../workload-of.ts'

const SHELLS = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'busybox', 'toybox', 'nsenter']

/** The root, and what is as good: where a node has its programs. */
const isRoot = (path: string): boolean => /^[/.]*$|^\/+(usr|bin|sbin)(\/|$)/.test(path)

control(
  'A node has no shell, and no workload brings one',
  {
    statement: 'TG-92',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-7(2)', 'AC-6'],
    remedy:
      'Delete the pod (`kubectl debug node/…` leaves one behind), or the extension that brought the program; a workload that has to be privileged goes into p.talos.privileged.',
  },
  ({ host, lab, need, parameter }) => {
    const { host: asked, nodes } = need('talos')
    const allowed = parameter.words('p.talos.privileged')
    const { items, ...look } = host(asked).talosFolders
    const folders = items.filter(({ path }) => path.endsWith('bin'))
    all(
      () =>
        every(nodes, 'shows its programs', ({ name }) =>
          saw({ ...look, items: folders }, ({ names, node }) => node === name && names.length > 0),
        ),
      () =>
        none({ ...look, items: folders }, 'holds a shell', ({ names }) =>
          names.some((name) => SHELLS.includes(name)),
        ),
      () =>
        none(
          lab.kubePods,
          'brings a shell of the node',
          (pod) =>
            ['Pending', 'Running'].includes(pod.phase) &&
            !isOf(pod, allowed) &&
            (pod.volumes.some(({ kind, ref = '/' }) => kind === 'hostPath' && isRoot(ref)) ||
              (pod.hostPid && pod.containers.some(({ security }) => security.isPrivileged))),
          placed,
        ),
    )
  },
)
