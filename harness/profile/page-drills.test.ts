import { expect, test } from 'vitest'
import { drillsOn } from './page-drills.ts'

test('a page says what is broken on purpose, and what has to hold again', () => {
  const [, heading, , , , row] = drillsOn([
    {
      ...{ title: 'It comes | back', statement: 'SM-01', file: 'storage/it.drill.ts' },
      ...{ steadyState: ['small/parity-is-fresh'], does: 'kill it', waitsFor: ['live: a window'] },
      ...{ procedure: 'start it', fault: 'nobody knows how' },
    },
  ])
  expect(heading).toBe('## Drills')
  expect(row).toBe(
    '| SM-01 | [It comes \\| back](storage/it.drill.ts) | kill it | by a person: start it | `parity-is-fresh` | nobody knows how | live: a window |',
  )
})

test('without a drill nothing is said', () => {
  expect(drillsOn([])).toEqual([])
})
