import { all, control, none, that } from '#harness'

control(
  'The removed API of pod security policies is served by nobody',
  {
    statement: 'TG-194',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-7'],
    remedy:
      'Upgrade Kubernetes to 1.25 or later; replace what is left of the policies by labels for the pod security standards.',
  },
  ({ lab }) => {
    const { major, minor, release } = lab.kubeVersion
    all(
      () =>
        that(major > 1 || minor >= 25, 'the API server is of a release without them', { release }),
      () =>
        none(
          lab.kubeGroups.filter(({ name }) => name === 'policy'),
          'is served in the version that had them',
          ({ versions }) => versions.includes('v1beta1'),
        ),
      () =>
        none(lab.apiServerFlags, 'switches their plugin on', ({ flags }) =>
          (flags['enable-admission-plugins'] ?? '').includes('PodSecurityPolicy'),
        ),
    )
  },
)
