import { all, control, every, none } from '#harness'

control(
  'Each claim is bound, to a volume of Longhorn',
  {
    statement: 'TG-57',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-5', 'CM-6'],
    remedy:
      'See `kubectl describe pvc`; move data that lies elsewhere, and delete volumes that were released.',
  },
  ({ lab, parameter }) => {
    const { items, ...look } = lab.kubeClaims
    const elsewhere = parameter.words('p.storage.other_classes')
    const volumes = lab.kubeVolumes.items
    all(
      () =>
        every(
          {
            ...look,
            items: items.map(({ name, namespace, phase, volume }) => ({
              claim: `${namespace}/${name}`,
              phase,
              volume,
              driver: volumes.find(
                (one) => one.name === volume && one.claim === `${namespace}/${name}`,
              )?.driver,
            })),
          },
          'is bound to a volume of Longhorn',
          ({ claim, driver, phase }) =>
            phase === 'Bound' && (driver === 'driver.longhorn.io' || elsewhere.includes(claim)),
        ),
      () =>
        none(
          {
            ...lab.kubeVolumes,
            items: volumes.map(({ claim, name, phase }) => ({ name, claim, phase })),
          },
          'was left behind or failed',
          ({ phase }) => phase === 'Released' || phase === 'Failed',
        ),
    )
  },
)
