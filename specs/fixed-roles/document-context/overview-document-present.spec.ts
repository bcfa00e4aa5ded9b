import { all, control, that } from '#harness'

control(
  'The overview that the architecture refers to is tracked beside it, with a version and a scope',
  {
    statement: 'FR-02',
    impact: 'low',
    kind: 'documentation',
    standards: ['SA-5', 'PL-2'],
    remedy:
      'Commit `00-overview.md` beside the architecture page, with a line `Version:` and a section on scope, and link to it.',
  },
  ({ lab, parameter }) => {
    const { overview, overviewLink, path } = lab.structuralPage
    all(
      () => that(overview !== undefined, 'the overview is tracked beside the page', { path }),
      () =>
        that(
          overviewLink === undefined ? false : overviewLink === overview?.path,
          'the page links to it',
          {
            path,
            overviewLink,
          },
        ),
      () =>
        that(
          (overview?.bytes ?? 0) >= parameter.number('p.docs.min_bytes'),
          'it is more than a stub',
          { overview },
        ),
      () => that(overview?.version !== undefined, 'it says its version', { overview }),
      () => that(overview?.hasScope === true, 'it says what is in scope', { overview }),
    )
  },
)
