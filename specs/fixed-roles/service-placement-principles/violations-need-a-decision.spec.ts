import { all, control, none } from '#harness'

const DAY = 86_400

control(
  'Every deviation that is accepted is backed by a decision that holds and is not old',
  {
    statement: 'FR-50',
    impact: 'high',
    kind: 'documentation',
    standards: ['CM-3', 'CA-5', 'PL-2'],
    remedy:
      'Record the decision with the control in its scope and status accepted, name its id in the waiver’s `because`, and commit the waivers; look again at a decision older than a year.',
  },
  ({ ageSeconds, inventory, lab, parameter, waivers }) => {
    const longest = parameter.seconds('p.adr.max_age')
    const accepted = lab.decisionRecords.filter(({ status }) => status === 'accepted')
    const replaced = accepted.flatMap(({ supersedes }) => supersedes)
    const tracked = lab.trackedWaivers
    const excuses = [
      ...tracked.map(({ because, control, offender, until }) => ({
        control,
        because,
        offender,
        until,
      })),
      ...Object.entries(inventory.absent ?? {}).map(([key, because]) => ({
        control: `absent:${key}`,
        because,
        offender: key,
        until: '9999-12-31',
      })),
    ]
    const decisionOf = (it: (typeof excuses)[number]) =>
      accepted.find(
        ({ id, scope }) =>
          new RegExp(`\\b${id}\\b`).test(it.because) &&
          scope.includes(it.control) &&
          !replaced.includes(id),
      )
    all(
      () =>
        none(
          excuses,
          'is accepted without a decision that holds and is about it',
          (it) => !decisionOf(it),
        ),
      () =>
        none(
          excuses,
          'rests on a decision that nobody has looked at for long, or not yet',
          (it) => {
            const date = decisionOf(it)?.date
            const age = date === undefined ? 0 : ageSeconds(`${date}T00:00:00Z`)
            // A day begins earlier in the east.
            return age > longest || age < -DAY
          },
        ),
      () =>
        none(tracked, 'names no single thing', ({ offender }) =>
          /^(\{\s*\}|\*|all|any)$/.test(offender),
        ),
      () => none(tracked, 'has run out', ({ until }) => ageSeconds(`${until}T23:59:59Z`) > 0),
      // What is in force and not committed was accepted by nobody.
      () =>
        none(
          waivers.filter(({ control }) => control.startsWith('fixed-roles/')),
          'is in force and was not committed',
          ({ because, control, until }) =>
            !tracked.some(
              (it) => it.control === control && it.because === because && it.until === until,
            ),
        ),
    )
  },
)
