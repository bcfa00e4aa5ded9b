import { control, every } from '#harness'

const isServed = (
  apiVersion: string,
  groups: readonly { readonly name: string; readonly versions: readonly string[] }[],
): boolean => {
  const [group = '', version = ''] = apiVersion.split('/')
  return (
    apiVersion === 'v1' ||
    groups.some(({ name, versions }) => name === group && versions.includes(version))
  )
}

control(
  'Everything that is rendered is of an API that the cluster serves',
  {
    statement: 'TG-103',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-3', 'SA-11'],
    remedy:
      'Move the manifest to the version that is served: `kubectl api-versions` lists them, `kubectl explain <kind>` the fields.',
  },
  ({ host, lab, need }) =>
    every(
      host(need('tofu').host).kustomizeRoots,
      'renders to what the cluster serves',
      ({ objects }) =>
        [
          objects.length > 0,
          ...objects.map(({ apiVersion }) => isServed(apiVersion, lab.kubeGroups)),
        ].every(Boolean),
    ),
)
