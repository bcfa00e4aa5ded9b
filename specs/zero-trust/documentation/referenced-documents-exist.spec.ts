import { all, control, every, none, same } from '#harness'

const PAGES = [
  'docs/architecture/overview.md',
  'docs/architecture/diagram.md',
  'docs/architecture/exposure-diagram.md',
  'docs/decisions/design-decisions.md',
  'docs/platform/operations.md',
  'docs/platform/storage-design.md',
  'docs/platform/samba.md',
]

control(
  'The overview and the six documents beside it are tracked, say something and link to what exists',
  {
    statement: 'ZT-01',
    impact: 'medium',
    kind: 'documentation',
    standards: ['PL-2', 'SA-5', 'CIS-12.4'],
    remedy:
      'Write the missing page and `git add` it under exactly this name, or correct the link; what lies in the folder without being committed does not count.',
  },
  ({ lab, parameter }) => {
    const least = parameter.number('p.docs.min_bytes')
    const pages = lab.documentSet.filter(({ path }) => PAGES.includes(path))
    const overview = pages.filter(({ path }) => path === PAGES[0])
    all(
      () =>
        same(
          pages.map(({ path }) => path),
          PAGES,
          'documents',
        ),
      () =>
        every(
          pages.map(({ path, bytes, proseBytes }) => ({ path, bytes, proseBytes })),
          'is more than a stub',
          ({ bytes, proseBytes }) => bytes >= least && proseBytes >= least / 2,
        ),
      () =>
        none(
          pages.flatMap(({ path, links }) => links.map((link) => ({ page: path, ...link }))),
          'leads nowhere',
          ({ exists, hasAnchor }) => !exists || !hasAnchor,
        ),
      () =>
        same(
          overview
            .flatMap(({ links }) => links.map(({ path }) => path))
            .filter((path) => PAGES.includes(path)),
          PAGES.slice(1),
          'documents that the overview links to',
        ),
    )
  },
)
