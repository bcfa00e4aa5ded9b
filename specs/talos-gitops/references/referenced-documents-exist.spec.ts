import { all, control, every, none } from '#harness'

/** What the document says that it links to. */
const DOCUMENTS = [
  'ADR-001',
  'ADR-002',
  'ADR-003',
  'ADR-004',
  'ADR-005',
  'BACKUP.md',
  'OPERATIONS.md',
]

control(
  'Every page and heading that the architecture page links to is there',
  {
    statement: 'TG-234',
    impact: 'low',
    kind: 'documentation',
    standards: ['SA-5', 'PL-2'],
    remedy:
      'Write the page that is missing, or correct the link in ARCHITECTURE.md; letters count as they are written.',
  },
  ({ lab }) => {
    const { links, path } = lab.architecturePage
    all(
      () => none(links, 'leads to nothing', ({ exists }) => !exists),
      () =>
        none(
          links.filter(({ exists }) => exists),
          'leads to a heading that is not there',
          ({ hasAnchor }) => !hasAnchor,
        ),
      () =>
        every(
          DOCUMENTS.map((document) => ({ path, document })),
          'is linked',
          ({ document }) => links.some(({ target }) => target.includes(document)),
        ),
    )
  },
)
