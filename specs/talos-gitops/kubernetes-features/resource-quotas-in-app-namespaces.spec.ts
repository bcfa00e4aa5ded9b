import { control, every, saw } from '#harness'

const LIMITED = [
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
  'requests.storage',
]

control(
  'Every application’s namespace has quotas for CPU, memory and storage, and stays within them',
  {
    statement: 'TG-90',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SC-6', 'SC-5(2)'],
    remedy:
      'Add a ResourceQuota with requests.cpu, requests.memory, limits.cpu, limits.memory and requests.storage to `kubernetes/apps/<application>/`.',
  },
  ({ lab, need }) =>
    every(need('kubernetes').applications, 'has quotas, and stays within them', ({ namespace }) => {
      const { items, ...look } = lab.kubeQuotas
      const quotas = { ...look, items: items.filter((quota) => quota.namespace === namespace) }
      return (
        LIMITED.every((what) =>
          saw(quotas, ({ hard, isScoped }) => !isScoped && (hard[what] ?? 0) > 0),
        ) &&
        quotas.items.every(({ hard, used }) =>
          Object.entries(hard).every(([what, most]) => {
            const now = used[what]
            return now !== undefined && now <= most
          }),
        )
      )
    }),
)
