import { all, control, every } from '#harness'
import { runs } from './workloads.ts'

control(
  'Portainer runs on vm-infra, and every engine it manages is up',
  {
    statement: 'ZF-58',
    impact: 'medium',

    kind: 'placement',
    standards: ['CM-2', 'CM-6', 'AC-6'],
    remedy:
      'See `docker logs portainer` on vm-infra; where an environment is down, see its agent. A new instance locks itself until somebody has set the first password.',
  },
  (views) => {
    all(
      () => runs(views, 'portainer'),
      () => every(views.lab.portainer.environments, 'is up', ({ isUp }) => isUp),
    )
  },
)
