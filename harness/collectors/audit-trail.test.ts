import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { applicationLogs } from './application-logs.ts'
import { auditTrail } from './audit-trail.ts'
import { newestPath } from './loki/newest.ts'
import { answering } from './text/answers.ts'

const stream = '{job="audit"}'
const lab = (parameters: object = {}) =>
  ({
    kubernetes: { auditLog: stream, applications: [{ name: 'shop', namespace: 'shop' }] },
    parameters,
  }) as unknown as Inventory
const said = (...lines: readonly string[]) => ({
  status: 'success',
  data: {
    resultType: 'streams',
    result: lines.map((line) => ({ stream: {}, values: [['1764300000000000000', line]] })),
  },
})
const record = JSON.stringify({
  kind: 'Event',
  requestReceivedTimestamp: '2026-01-02T03:04:05Z',
  verb: 'get',
  requestURI: '/api/v1/namespaces/plumbline-canary',
  responseStatus: { code: 404 },
})
const count = (hours: number) =>
  `/loki/api/v1/query?${new URLSearchParams({ query: `sum(count_over_time(${stream}[24h] offset ${hours}h))` })}`
const get = (line: readonly string[], hours: number, result: readonly object[]) =>
  answering({
    [newestPath(stream, '24h')]: said(...line),
    [newestPath(`${stream} |= "/api/v1/namespaces/plumbline-canary"`, '30h')]: said(...line),
    [count(hours)]: { data: { result } },
  })

test('our own request is found, and what was there long ago is counted', async () => {
  expect(await auditTrail.read(get([record], 1944, [{ value: [1, '7'] }]), lab())).toEqual({
    newestAt: '2026-01-02T03:04:05Z',
    canary: {
      at: '2026-01-02T03:04:05Z',
      verb: 'get',
      uri: '/api/v1/namespaces/plumbline-canary',
      status: 404,
    },
    old: { hoursAgo: 1944, records: 7 },
  })
})

test('nothing found is nothing, and another time is looked back', async () => {
  const short = lab({ 'p.audit.retention': '100h' })
  expect(await auditTrail.read(get([], 90, []), short)).toEqual({
    old: { hoursAgo: 90, records: 0 },
  })
})

test('a line that is no record is not passed over', async () => {
  await expect(auditTrail.read(get(['{"kind":"Pod"}'], 1944, []), lab())).rejects.toThrow(
    'no audit',
  )
})

test('a namespace without a line has no newest one', async () => {
  const path = newestPath('{namespace="shop"}', '24h')
  expect(await applicationLogs.read(answering({ [path]: said() }), lab())).toEqual([
    { namespace: 'shop' },
  ])
})
