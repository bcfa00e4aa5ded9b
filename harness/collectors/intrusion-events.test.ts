import { expect, test } from 'vitest'
import { intrusionEvents } from './intrusion-events.ts'
import { linesPath } from './loki/streams.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const streams = (...lines: readonly object[]) => ({
  status: 'success',
  data: {
    resultType: 'streams',
    result: [
      {
        stream: { job: 'suricata' },
        values: lines.map((it) => ['1764300000000000000', JSON.stringify(it)]),
      },
    ],
  },
})
const timestamp = '2026-01-01T00:00:00.000Z'
const stats = {
  timestamp,
  stats: {
    capture: { kernel_packets: 9, kernel_drops: 1 },
    detect: { engines: [{ id: 0, rules_loaded: 5, rules_failed: 0, last_reload: timestamp }] },
  },
}
const alert = {
  timestamp,
  alert: { signature_id: 7, action: 'allowed' },
  payload_printable: 'x plumb-0123456789ab',
}
const asked = (one: object) => ({
  [linesPath('{job="suricata"} | json | event_type="stats"', '1h')]: streams(one),
  [linesPath('{job="suricata"} | json | event_type="alert"', '24h')]: streams(alert),
})

test('counters and alerts are read', async () => {
  expect(await intrusionEvents.read(answering(asked(stats)), inventory)).toEqual({
    stats: [
      {
        at: timestamp,
        packets: 9,
        drops: 1,
        rulesLoaded: 5,
        rulesFailed: 0,
        reloadedAt: timestamp,
      },
    ],
    alerts: [{ at: timestamp, sid: 7, action: 'allowed', ids: ['plumb-0123456789ab'] }],
  })
})

test('an event without counters is not understood', async () => {
  await expect(
    intrusionEvents.read(answering(asked({ timestamp, stats: {} })), inventory),
  ).rejects.toThrow()
})
