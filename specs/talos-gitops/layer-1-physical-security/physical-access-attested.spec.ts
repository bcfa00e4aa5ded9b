import { attested, control, that } from '#harness'

control(
  'Somebody vouches that access to the hypervisor’s room is controlled',
  {
    statement: 'TG-188',
    impact: 'low',
    kind: 'documentation',
    strength: 'target',
    standards: ['PE-3'],
    remedy:
      'Look at the room, and write who, when, until when and by what evidence into `docs/attestations/physical-access.md`.',
  },
  (views) => {
    const { ageSeconds, inventory, parameter } = views
    const { by, on } = attested(views, 'physical-access')
    const age = ageSeconds(`${on}T00:00:00Z`)

    that(age <= parameter.seconds('p.attestation.max_age'), 'the attestation is not outdated', {
      on,
    })
    that(
      (inventory.people ?? []).some(
        ({ name, automation }) => name === by && automation === undefined,
      ),
      'a person of the lab signed it',
      { by },
    )
  },
)
