import { all, control, every } from '#harness'

control(
  'The repository has the documented folders, with something for every component and application',
  {
    statement: 'TG-108',
    impact: 'low',
    kind: 'documentation',
    standards: ['SA-5', 'CM-2'],
    remedy:
      'Put what is missing into `kubernetes/bootstrap/<component>/` or `kubernetes/apps/<application>/`, or correct the document.',
  },
  ({ lab, need }) => {
    const has = (folder: string) =>
      lab.manifests.objects.some(({ path }) => path.startsWith(folder))
    all(
      () =>
        every(
          ['longhorn', 'metallb', 'cilium', 'ingress-nginx', 'vault', 'argocd'],
          'has something in kubernetes/bootstrap/',
          (component) => has(`kubernetes/bootstrap/${component}/`),
        ),
      () =>
        every(need('kubernetes').applications, 'has something in kubernetes/apps/', ({ name }) =>
          has(`kubernetes/apps/${name}/`),
        ),
    )
  },
)
