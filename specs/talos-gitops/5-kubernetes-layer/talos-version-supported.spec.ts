import { all, control, every, that } from '#harness'

control(
  'The release of Talos is supported, with the release of Kubernetes that runs on it',
  {
    statement: 'TG-72',
    impact: 'high',
    strength: 'target',
    kind: 'configuration',
    standards: ['SI-2', 'SA-22', 'CIS-2.2'],
    remedy:
      'Upgrade to a release of the table in docs/support-matrix.yaml, and compare the table with upstream: it must not be older than p.support.max_age.',
  },
  ({ ageSeconds, lab, parameter }) => {
    const { comparedOn, talos } = lab.supportMatrix
    const { major, minor } = lab.kubeVersion
    const age = ageSeconds(comparedOn)
    all(
      () =>
        that(
          age >= 0 && age <= parameter.seconds('p.support.max_age'),
          'the table was compared with upstream lately',
          { comparedOn },
        ),
      () =>
        every(
          lab.kubeNodes,
          'runs what is supported',
          ({ osImage }) => {
            const [, release = ''] = /^Talos \(v(\d+\.\d+)\./.exec(osImage) ?? []
            return talos[release]?.includes(`${major}.${minor}`) === true
          },
          ({ name, osImage }) => ({ name, osImage, kubernetes: `${major}.${minor}` }),
        ),
    )
  },
)
