import { all, control, that } from '#harness'

control(
  'The architecture page names who keeps it, and was updated within the agreed time',
  {
    statement: 'TG-236',
    impact: 'low',
    strength: 'target',
    kind: 'documentation',
    standards: ['PL-2', 'SA-5'],
    remedy:
      'Read the page against the lab, correct it, and set `Last Updated:` and `Maintainer:` at its end.',
  },
  ({ ageSeconds, inventory, lab, parameter }) => {
    const { maintainer = '', path, updatedOn } = lab.architecturePage
    const ageInSeconds = updatedOn === undefined ? Number.NaN : ageSeconds(`${updatedOn}T00:00:00Z`)
    all(
      () =>
        that(
          (inventory.people ?? []).some(
            ({ automation, name }) => automation === undefined && name === maintainer.toLowerCase(),
          ),
          'somebody who is known here keeps it',
          { path, maintainer },
        ),
      () =>
        that(
          ageInSeconds >= 0 && ageInSeconds <= parameter.seconds('p.docs.max_age'),
          'it was updated lately',
          { path, updatedOn },
        ),
    )
  },
)
