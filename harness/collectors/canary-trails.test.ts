import { expect, test } from 'vitest'
import { canaryTrails } from './canary-trails.ts'
import { linesPath } from './loki/streams.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const at = '1764300000000000000'
const iso = new Date(1764300000 * 1000).toISOString()

test('a canary is followed by its id, and nothing of a line is kept', async () => {
  const result = [
    {
      stream: { job: 'canary', host: 'm' },
      values: [[at, '{"id":"plumb-0123456789ab","kind":"request","status":302,"service":false}']],
    },
    {
      stream: { job: 'nginx', host: 'proxy' },
      values: [[at, '1.2.3.4 - - "GET /?q=plumb-0123456789ab HTTP/2.0" 302 138 "-" "secret"']],
    },
  ]
  const path = linesPath('{job=~".+"} |= "plumb-"', '24h')
  const get = answering({ [path]: { status: 'success', data: { resultType: 'streams', result } } })
  expect(await canaryTrails.read(get, inventory)).toEqual({
    sent: [{ id: 'plumb-0123456789ab', kind: 'request', at: iso, status: 302, sawService: false }],
    tracks: [{ id: 'plumb-0123456789ab', job: 'nginx', host: 'proxy', at: iso, status: 302 }],
  })
})
