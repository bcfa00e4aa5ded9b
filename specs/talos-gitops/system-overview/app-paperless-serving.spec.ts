import { control } from '#harness'
import { isServed } from './serving.ts'

control(
  'Paperless runs in the cluster and answers at its name',
  {
    statement: 'TG-01',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-8', 'SC-5'],
    remedy: 'Look at its pods and its Ingress: `kubectl -n paperless get pods,ingress`.',
  },
  (views) => isServed(views, 'paperless', /[Pp]aperless/),
)
