import { endEngine } from '#fixtures'
import { drill } from '#harness'

export default drill('A container engine that ends comes back, and its containers with it', {
  statement: 'ZT-38',
  steadyState: [
    'docker-workloads-restart-by-themselves',
    'streaming-works-directly-on-the-lan',
    'media-is-read-only-in-containers',
  ],
  breaks: ['docker-workloads-restart-by-themselves'],
  method: endEngine('vm100'),
  objective: 'critical',
})
