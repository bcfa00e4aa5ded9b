import { control } from '#harness'
import { isServed } from './serving.ts'

control(
  'Open WebUI runs in the cluster and answers at its name',
  {
    statement: 'TG-01',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-8'],
    remedy: 'Look at its pods and its Ingress: `kubectl -n open-webui get pods,ingress`.',
  },
  (views) => isServed(views, 'open-webui', /"status": ?true/),
)
