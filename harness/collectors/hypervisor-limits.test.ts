import { expect, test } from 'vitest'
import { hypervisorLimits } from './hypervisor-limits.ts'
import { read } from './text/answer.ts'

test('what there is to give is read in bytes', () => {
  expect(read(hypervisorLimits, 'processors 16\nmemory 65714000\narc 8589934592\n')).toEqual({
    processors: 16,
    memoryBytes: 67_291_136_000,
    arcMaxBytes: 8_589_934_592,
  })
})

test('a host without the cache of ZFS says nothing', () => {
  expect(() => read(hypervisorLimits, 'processors 16\nmemory 65714000\n')).toThrow('are missing')
})
