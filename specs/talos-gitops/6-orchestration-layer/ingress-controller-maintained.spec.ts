import { all, control, every, that, the } from '#harness'

control(
  'The ingress controller still gets security fixes',
  {
    statement: 'TG-99',
    impact: 'high',
    strength: 'target',
    kind: 'configuration',
    standards: ['SA-22', 'SI-2', 'CIS-2.2'],
    remedy:
      'Replace it by one that is maintained, or by the fork of a vendor; write the last day of its support into docs/support-matrix.yaml.',
  },
  ({ ageSeconds, lab, parameter }) => {
    const { comparedOn, ends } = lab.supportMatrix
    const { pod } = the(
      lab.kubeWorkloads,
      'workload ingress-nginx/ingress-nginx-controller',
      ({ name, namespace }) => namespace === 'ingress-nginx' && name === 'ingress-nginx-controller',
    )
    const age = ageSeconds(comparedOn)
    all(
      () =>
        that(
          age >= 0 && age <= parameter.seconds('p.support.max_age'),
          'the table was compared with upstream lately',
          { comparedOn },
        ),
      () =>
        every(pod.containers, 'gets security fixes today', ({ image }) => {
          const end = ends[image.replace(/@.*$/, '').replace(/:[^/]*$/, '')]
          return end !== undefined && ageSeconds(end) < 86_400
        }),
    )
  },
)
