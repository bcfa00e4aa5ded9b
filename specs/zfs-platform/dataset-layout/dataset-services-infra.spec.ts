import { all, control, every, that } from '#harness'
import { isThere, keptBy } from './use.ts'

const SERVICES = ['traefik', 'authentik', 'portainer', 'redis']

control(
  'Proxy, login and orchestration keep their state in tank/services/infra',
  {
    statement: 'ZF-27',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-2', 'CP-9'],
    remedy:
      'Stop the container, move what it keeps to a folder of tank/services/infra, and change its mount; acme.json of Traefik is forgotten most often.',
  },
  (views) => {
    const kept = keptBy(views, 'vm-infra', SERVICES).filter(({ isWritable }) => isWritable)

    all(
      () =>
        that(
          isThere(views, 'tank/services/infra'),
          'it is a file system that is mounted',
          'tank/services/infra',
        ),
      () =>
        every(SERVICES, 'keeps something there', (service) =>
          kept.some(
            ({ container, dataset }) =>
              `${container}-`.startsWith(`${service}-`) && dataset === 'tank/services/infra',
          ),
        ),
      () => every(kept, 'leads there', ({ dataset }) => dataset === 'tank/services/infra'),
    )
  },
)
