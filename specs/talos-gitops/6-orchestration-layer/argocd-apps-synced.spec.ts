import { all, control, every, none, saw } from '#harness'

control(
  'Every application that Git declares exists, and is in sync with it',
  {
    statement: 'TG-105',
    impact: 'critical',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CM-6'],
    remedy:
      'Compare and apply: `argocd app diff <application>`, then `argocd app sync <application>`; what failed stands in `argocd app get <application>`.',
  },
  ({ lab, parameter }) => {
    const declared = lab.manifests.objects.filter(({ kind }) => kind === 'Application')
    const overlooked = parameter.words('p.argocd.overlooked')
    all(
      () =>
        every(declared, 'exists in the cluster', ({ name }) =>
          saw(lab.argocdApplications, (one) => one.name === name),
        ),
      () =>
        every(
          lab.argocdApplications,
          'is in sync',
          ({ phase = '', sync }) => sync === 'Synced' && !['Failed', 'Error'].includes(phase),
          ({ name, phase, sync }) => ({ name, sync, phase }),
        ),
      () =>
        none(
          Object.entries(lab.argocdConfig),
          'overlooks differences in every application',
          ([key, value]) =>
            key.startsWith('resource.customizations.ignoreDifferences.') ||
            (key === 'resource.customizations' && value.includes('ignoreDifferences')),
          ([key]) => ({ key }),
        ),
      () =>
        none(
          lab.argocdApplications,
          'overlooks differences',
          ({ ignores, name }) => ignores.length > 0 && !overlooked.includes(name),
          ({ ignores, name }) => ({ name, ignores }),
        ),
    )
  },
)
