import { all, control, every, none } from '#harness'
import { placed } from '../shown.ts'

control(
  'Every Ingress limits how often somebody may ask',
  {
    statement: 'TG-127',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['SC-5', 'SC-5(2)'],
    remedy:
      'Annotate it with `nginx.ingress.kubernetes.io/limit-rps` or limit-rpm, and do not exempt the LAN; an Ingress that needs no limit goes into p.ingress.unlimited.',
  },
  ({ lab, parameter }) => {
    const free = parameter.words('p.ingress.unlimited')
    const isLimit = (value: string | undefined) => Number(value) > 0
    all(
      () =>
        every(
          lab.kubeIngresses,
          'has a limit of rate',
          ({ name, namespace, settings }) =>
            free.includes(`${namespace}/${name}`) ||
            ['limit-rps', 'limit-rpm'].some((key) => isLimit(settings[key])),
          placed,
        ),
      () =>
        none(
          lab.kubeIngresses,
          'exempts somebody from its limit',
          ({ settings }) =>
            settings['limit-whitelist'] !== undefined || settings['limit-allowlist'] !== undefined,
          placed,
        ),
    )
  },
)
