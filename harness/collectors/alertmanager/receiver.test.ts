import { expect, test } from 'vitest'
import { receiverOf } from './receiver.ts'

test('a receiver is known by its ways and their hosts, never by their addresses', () => {
  const receiver = receiverOf({
    name: 'people',
    webhook_configs: [{ url: 'https://ntfy.example.net/a-secret-topic' }],
    email_configs: [{ to: 'ana@example.net', smarthost: 'mail.example.net:587' }],
    slack_configs: [{ api_url: '<secret>' }],
  })
  expect(receiver.ways).toEqual([
    { kind: 'webhook', host: 'ntfy.example.net' },
    { kind: 'email', host: 'mail.example.net' },
    { kind: 'slack' },
  ])
  expect(JSON.stringify(receiver)).not.toContain('topic')
})

test('a receiver without ways tells nobody', () => {
  expect(receiverOf({ name: 'nobody' }).ways).toEqual([])
})
