import { expect, test } from 'vitest'
import { clusterMeasurementsOf, clusterSecondsOf } from './cluster-measurements.ts'
import { shapeOf } from './shape.ts'

const read = (measurements: object) => clusterMeasurementsOf(shapeOf(measurements, 'a record'))

test('a kind that was measured is read whole, one that was not is absent', () => {
  const replica = { replicas: 2, healthySeconds: 96 }
  expect(read({ replica })).toEqual({ replica })
  expect(read({})).toEqual({})
  expect(clusterSecondsOf(read({ replica }))).toBe(96)
})

test('what may not have happened may be absent, and nothing else', () => {
  const traffic = { isDropped: true, controlPassed: true }
  expect(read({ traffic })).toEqual({ traffic })
  expect(() => read({ traffic: { isDropped: true } })).toThrow('controlPassed')
  expect(() => read({ entry: { lost: 'node', speakers: 1 } })).toThrow('none of')
})
