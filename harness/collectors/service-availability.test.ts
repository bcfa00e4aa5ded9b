import { expect, test } from 'vitest'
import { serviceAvailability } from './service-availability.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, machines: [{ host: 'a', machineId: 'b' }] }
const at = (expression: string) => `/api/v1/query?${new URLSearchParams({ query: expression })}`
const vector = (value: string) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: [{ metric: { instance: 'http://x/', job: 'services' }, value: [1_700_000_000, value] }],
  },
})
const SERIES = 'probe_success{job="services"}[30d]'
const answers = (yaml: string) =>
  answering({
    [at(`avg_over_time(${SERIES})`)]: vector('0.99'),
    [at(`count_over_time(${SERIES})`)]: vector('86400'),
    '/api/v1/status/config': { status: 'success', data: { yaml } },
  })

test('shares, counts, and how often it is asked', async () => {
  const yaml =
    'global:\n  scrape_interval: 15s\nscrape_configs:\n- job_name: services\n  scrape_interval: 1m30s\n'
  expect(await serviceAvailability.read(answers(yaml), lab)).toEqual({
    windowSeconds: 2_592_000,
    intervalSeconds: 90,
    services: [{ url: 'http://x/', share: 0.99, samples: 86_400 }],
  })
})

test('without an interval of its own the job has that of all', async () => {
  const yaml = 'global:\n  scrape_interval: 15s\nscrape_configs:\n- job_name: services\n  x: y\n'
  expect((await serviceAvailability.read(answers(yaml), lab)).intervalSeconds).toBe(15)
})

test('without such a job nothing is known', async () => {
  await expect(
    serviceAvailability.read(answers('global:\n  scrape_interval: 15s\n'), lab),
  ).rejects.toThrow()
})
