import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

const SERVICES = ['prometheus', 'grafana']

control(
  'Metrics and dashboards are kept in tank/services/monitoring',
  {
    statement: 'ZF-28',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Stop the container, move its data to a folder of tank/services/monitoring, and change its mount.',
  },
  (views) => {
    const kept = keptBy(views, 'vm-infra', SERVICES).filter(({ isWritable }) => isWritable)

    all(
      () =>
        that(
          isThere(views, 'tank/services/monitoring'),
          'it is a file system that is mounted',
          'tank/services/monitoring',
        ),
      () =>
        every(SERVICES, 'keeps something there', (service) =>
          kept.some(
            ({ container, dataset }) =>
              `${container}-`.startsWith(`${service}-`) && dataset === 'tank/services/monitoring',
          ),
        ),
      () => every(kept, 'leads there', ({ dataset }) => dataset === 'tank/services/monitoring'),
    )
  },
)
