import { control, that, the } from '#harness'

control(
  'One storage class is the default, and it is Longhorn’s',
  {
    statement: 'TG-125',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-6'],
    remedy:
      'Take the annotation `storageclass.kubernetes.io/is-default-class` off every class but Longhorn’s.',
  },
  ({ lab }) => {
    const { provisioner } = the(
      lab.storageClasses,
      'default storage class',
      ({ isDefault }) => isDefault,
    )
    that(provisioner === 'driver.longhorn.io', 'it is Longhorn’s', { provisioner })
  },
)
