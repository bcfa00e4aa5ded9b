import { expect, test } from 'vitest'
import { anchorsOf, linksOf } from './links.ts'

test('relative links are resolved, web addresses and code are not looked at', () => {
  const page = [
    'See [one](decisions/ADR-001.md), [two](../tofu/), [three](OPERATIONS.md#recovery-objectives),',
    '[web](https://example.net/a.md), [here](#data-flow) and `[no](link.md)`.',
    '```',
    '[no](code.md)',
    '```',
  ].join('\n')

  expect(linksOf(page, 'docs/ARCHITECTURE.md')).toEqual([
    { target: 'decisions/ADR-001.md', path: 'docs/decisions/ADR-001.md' },
    { target: '../tofu/', path: 'tofu/' },
    {
      target: 'OPERATIONS.md#recovery-objectives',
      path: 'docs/OPERATIONS.md',
      anchor: 'recovery-objectives',
    },
    { target: '#data-flow', path: 'docs/ARCHITECTURE.md', anchor: 'data-flow' },
  ])
})

test('anchors are written as GitHub does, and numbered where they repeat', () => {
  expect(anchorsOf('# Layer 6: Monitoring & Audit\n## Data Flow\n## Data Flow\n')).toEqual([
    'layer-6-monitoring--audit',
    'data-flow',
    'data-flow-1',
  ])
})
