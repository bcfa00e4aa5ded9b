import { all, control, every } from '#harness'

control(
  'No node is short of memory, disk, processes or network, and none is cordoned',
  {
    statement: 'TG-225',
    impact: 'high',
    kind: 'configuration',
    standards: ['SC-6', 'SI-13'],
    remedy:
      'Free what the condition names (`kubectl describe node <node>`): images and logs for disk, a workload without limits for memory; then `kubectl uncordon <node>`.',
  },
  ({ lab }) => {
    const troubles = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable']
    all(
      () =>
        every(
          lab.kubeNodes,
          'has no trouble',
          ({ conditions }) =>
            troubles.every((trouble) =>
              conditions.some(({ type, status }) => type === trouble && status === 'False'),
            ),
          ({ conditions, name }) => ({
            name,
            conditions: conditions
              .filter(({ type }) => troubles.includes(type))
              .map(({ status, type }) => `${type}=${status}`),
          }),
        ),
      () =>
        every(
          lab.kubeNodes,
          'is not closed to pods',
          ({ isUnschedulable, taints }) =>
            !isUnschedulable &&
            !taints.some(
              ({ key, effect }) =>
                effect === 'NoExecute' || key === 'node.cilium.io/agent-not-ready',
            ),
          ({ isUnschedulable, name, taints }) => ({ name, isUnschedulable, taints }),
        ),
    )
  },
)
