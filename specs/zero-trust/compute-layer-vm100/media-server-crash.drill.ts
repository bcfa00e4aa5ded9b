import { crashContainer } from '#fixtures'
import { drill } from '#harness'

export default drill(
  'A media server that crashes is running again without anybody doing anything',
  {
    statement: 'ZT-38',
    steadyState: [
      'docker-workloads-restart-by-themselves',
      'streaming-works-directly-on-the-lan',
      'media-is-read-only-in-containers',
    ],
    breaks: ['docker-workloads-restart-by-themselves'],
    method: crashContainer('vm100', 'jellyfin'),
    objective: 'critical',
  },
)
