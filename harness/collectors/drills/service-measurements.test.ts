import { expect, test } from 'vitest'
import { serviceMeasurementsOf } from './service-measurements.ts'
import { shapeOf } from './shape.ts'

const rollback = {
  service: 'web',
  from: 'b',
  to: 'a',
  said: 'a',
  healthySeconds: 12,
  dataReadable: true,
  forwardAgain: true,
}

test('only what was measured is there', () => {
  expect(serviceMeasurementsOf(shapeOf({ rollback }, 'a drill'))).toEqual({ rollback })
})

test('a measurement that somebody shortened is not understood', () => {
  const { said: _, ...shorter } = rollback
  expect(() => serviceMeasurementsOf(shapeOf({ rollback: shorter }, 'a drill'))).toThrow()
})
