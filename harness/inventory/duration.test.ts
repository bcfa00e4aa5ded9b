import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration, parseSeconds, parseSize } from './duration.ts'

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['60s', 60_000],
    ['15m', 900_000],
    ['26h', 93_600_000],
    ['90d', 7_776_000_000],
    ['2w', 1_209_600_000],
    ['1.5h', 5_400_000],
  ])('%s is %i ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds)
    expect(parseSeconds(text)).toBe(milliseconds / 1000)
  })

  test.each([
    '',
    '15',
    '15 m',
    'm',
    '-5m',
    '1e3s',
    '15M',
    '15 minutes',
    '5mm',
    '9999999999999d',
    '3constructor',
  ])('"%s" is refused with the units that are known', (text) => {
    expect(() => parseDuration(text)).toThrow(
      `"${text}" is no duration: write a number and one of ms, s, m, h, d, w, such as 15m, 26h or 90d`,
    )
  })

  test('every whole number of every unit comes back as it was', () => {
    const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
    const unit = fc.constantFrom(...Object.entries(units))
    fc.assert(
      fc.property(fc.nat(1_000_000), unit, (n, [name, factor]) => {
        expect(parseDuration(`${n}${name}`)).toBe(n * factor)
      }),
    )
  })
})

describe('sizes', () => {
  test.each([
    ['400B', 400],
    ['16MiB', 16_777_216],
    ['20GiB', 21_474_836_480],
    ['20GB', 20_000_000_000],
    ['2TiB', 2_199_023_255_552],
  ])('%s is %i bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })

  test.each(['400', '16 MiB', '16mib', '16M', '10PiB'])('"%s" is refused', (text) => {
    expect(() => parseSize(text)).toThrow('is no size: write a number and one of B, kB, MB')
  })
})
