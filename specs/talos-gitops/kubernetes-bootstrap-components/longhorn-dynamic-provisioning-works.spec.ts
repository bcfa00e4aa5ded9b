import { all, control, lastDrill, measured, saw, that } from '#harness'

control(
  'A new claim was provisioned, written to, and taken away again without a rest',
  {
    statement: 'TG-125',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-5', 'CP-10'],
    remedy:
      'Repeat the drill `plumb drill longhorn-provisioning`; see the events of the claim and the log of csi-provisioner.',
  },
  (views) => {
    const drill = lastDrill(views, 'longhorn-provisioning')
    const claim = measured(drill, 'claim')
    const youngEnough = views.isRecent(drill.endedAt, views.parameter.seconds('p.drill.max_age'))
    all(
      () =>
        that(
          youngEnough && drill.target === 'live' && drill.result === 'recovered',
          'it was tried lately in the lab itself',
          { endedAt: drill.endedAt, target: drill.target, result: drill.result },
        ),
      () =>
        that(
          claim.writtenSeconds !== undefined &&
            claim.writtenSeconds <= views.parameter.seconds('p.longhorn.provision'),
          'a pod could write to it in time',
          claim,
        ),
      () => that(claim.isGone, 'claim and volume are gone afterwards', claim),
      () =>
        that(
          saw(
            views.lab.storageClasses,
            ({ isDefault, name }) => isDefault && name === claim.storageClass,
          ),
          'it was of the default class',
          claim,
        ),
    )
  },
)
