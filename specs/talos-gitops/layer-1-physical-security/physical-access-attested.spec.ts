import { control, known, that, the } from '#harness'

control(
  'Somebody vouches that access to the hypervisor’s room is controlled',
  {
    statement: 'TG-188',
    impact: 'low',
    kind: 'documentation',
    strength: 'target',
    standards: ['PE-3'],
    remedy: 'Look at the room, and write who and when into `docs/attestations/physical-access.md`.',
  },
  ({ ageSeconds, inventory, lab, parameter }) => {
    const { by, on } = the(
      lab.attestations,
      'attestation of physical access',
      ({ about }) => about === 'physical-access',
    )
    known(by !== undefined && on !== undefined, 'nobody signed the attestation, or it has no date')
    const age = ageSeconds(`${on}T00:00:00Z`)

    that(
      age >= 0 && age <= parameter.seconds('p.attestation.max_age'),
      'the attestation is not outdated',
      { on },
    )
    that(
      (inventory.people ?? []).some(
        ({ name, automation }) => name === by && automation === undefined,
      ),
      'a person of the lab signed it',
      { by },
    )
  },
)
