import { expect, test } from 'vitest'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { tracedServices } from './traced-services.ts'

test('a service is as young as its newest span, and may have none', async () => {
  const traces = (name: string) => `/api/traces?service=${name}&lookback=24h&limit=1`
  const found = await tracedServices.read(
    answering({
      '/api/services': { data: ['web', 'old'] },
      [traces('web')]: {
        data: [{ spans: [{ startTime: 1_700_000_000_000_000 }, { startTime: 1 }] }],
      },
      [traces('old')]: { data: [] },
    }),
    inventory,
  )

  expect(found).toEqual([{ name: 'old' }, { name: 'web', newestAt: '2023-11-14T22:13:20.000Z' }])
})
