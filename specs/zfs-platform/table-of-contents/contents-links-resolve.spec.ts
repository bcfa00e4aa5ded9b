import { all, control, every, that } from '#harness'

/** Sections that the page lists, in its order. */
const SECTIONS = 10

control(
  'Every entry of the table of contents leads to a heading of the page',
  {
    statement: 'ZF-01',
    impact: 'low',
    kind: 'documentation',
    standards: ['SA-5', 'PL-2'],
    remedy:
      'Write the anchor as the page renders it: small letters, blanks as dashes, everything else left out; save the file as UTF-8.',
  },
  ({ lab }) => {
    const { links, path } = lab.architecturePage
    const contents = links.filter((link) => link.path === path && link.anchor !== undefined)

    all(
      () =>
        that(contents.length >= SECTIONS, 'the page lists its sections', {
          path,
          entries: contents.length,
        }),
      () => every(contents, 'leads to a heading', ({ exists, hasAnchor }) => exists && hasAnchor),
      // Text that was decoded wrongly once has other letters, and so other anchors.
      () =>
        every(
          contents,
          'is written in letters that were not mangled',
          ({ anchor = '', target }) =>
            !/[\u00c2-\u00f0][\u0080-\u00bf]|\ufffd|â€|ğŸ/.test(`${anchor} ${target}`),
        ),
    )
  },
)
