import { all, control, every, none, that } from '#harness'

control(
  'The plan for disasters names every critical service, and was gone through lately',
  {
    statement: 'LA-18',
    impact: 'high',
    kind: 'documentation',
    standards: ['CP-2', 'CP-2(8)', 'CP-10', 'CIS-11.1', 'CIS-17.4'],
    remedy:
      'Go through the plan, add what is missing with owner, order and source, write the day at `Reviewed on`, and print it.',
  },
  ({ isRecent, lab, parameter, inventory, need }) => {
    const { services, data, reviewedOn, offlineCopy, paths, path } = lab.recoveryPlan
    const places = [...need('backup').repositories.map(({ name }) => name), 'git']
    const critical = services.filter(({ isCritical }) => isCritical !== false)
    const isTracked = (named: string) =>
      lab.trackedFiles.some(
        (file) => file.path === named || file.path.startsWith(`${named.replace(/\/$/, '')}/`),
      )

    all(
      () =>
        every(
          critical.map(({ name, owner, order, sources }) => ({
            service: name,
            owner,
            order,
            sources,
          })),
          'has an owner, an order, and comes back from a place that there is',
          ({ owner, order, sources }) =>
            owner !== undefined &&
            order !== undefined &&
            sources.length > 0 &&
            sources.every((it) => places.includes(it)),
        ),
      () =>
        none(
          services.map(({ name }) => ({ service: name })),
          'is in the plan and not in the lab',
          ({ service }) => !inventory.services.some(({ name }) => name === service),
        ),
      () =>
        every(
          need('backup').datasets.map(({ name }) => ({ data: name })),
          'is in the plan',
          (it) => data.some(({ name }) => name === it.data),
        ),
      () =>
        every(
          paths.map((named) => ({ path: named })),
          'is a path that is tracked',
          (it) => isTracked(it.path),
        ),
      () =>
        that(
          reviewedOn !== undefined &&
            isRecent(`${reviewedOn}T00:00:00Z`, parameter.seconds('p.dr.review_max_age')),
          'somebody went through it lately',
          { path, reviewedOn },
        ),
      () =>
        that(
          offlineCopy !== undefined &&
            !inventory.hosts.some(({ name }) => offlineCopy.includes(name)),
          'it can be read when the lab is down',
          { path, offlineCopy },
        ),
    )
  },
)
