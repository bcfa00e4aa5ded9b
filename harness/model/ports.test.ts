import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasPort, parsePorts } from './ports.ts'

test('ports and ranges are read in order, white space around them is nothing', () => {
  expect(parsePorts('22, 80,8000-9000')).toEqual([22, 80, [8000, 9000]])
  expect(parsePorts('1-65535')).toEqual([[1, 65_535]])
})

test.each(['', ',', '22,', '0', '65536', '9000-8000', '22-', '-22', 'ssh', '1-2-3', '22 80'])(
  '"%s" is refused',
  (text) => {
    expect(() => parsePorts(text)).toThrow('is no port or range such as 22 or 8000-9000')
  },
)

test('a port is among them exactly when a number or a range holds it', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 0, max: 500 }))
  fc.assert(
    fc.property(
      fc.array(range, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 65_535 }),
      (all, port) => {
        const ranges = all.map(([from, more]) => [from, Math.min(from + more, 65_535)] as const)
        const read = parsePorts(ranges.map(([from, to]) => `${from}-${to}`).join(','))
        expect(hasPort(read, port)).toBe(ranges.some(([from, to]) => from <= port && port <= to))
      },
    ),
  )
})
