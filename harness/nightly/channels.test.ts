import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageOf } from '../../reports/formats/notification.ts'
import type { Change } from '../../reports/night.ts'
import { folder } from '../../reports/testdata/folder.ts'
import { email } from './channels/email.ts'
import { ntfy } from './channels/ntfy.ts'
import { webhook } from './channels/webhook.ts'
import { Receiver, sendmailIn } from './nightly.test-run.ts'

let receiver: Receiver
let server: string
beforeAll(async () => {
  receiver = new Receiver()
  server = await receiver.listen()
})
afterAll(() => receiver[Symbol.asyncDispose]())

/** What a reference stands for in these tests. */
const secrets: Record<string, string> = {}
const means = {
  secret: async (reference: string) => secrets[reference] ?? '',
  signal: new AbortController().signal,
}

const change: Change = {
  ...{ id: 'zero-trust/x', title: 'Nothing answers – ever', impact: 'high', to: 'fail' },
  ...{ because: 'it does', remedy: 'Close it.' },
}
const news = { lab: 'zero-trust', target: 'live', at: '2026-11-28T03:31:00.000Z', missed: [] }
const message = messageOf({ ...news, changes: [change] })
const many = messageOf({
  ...news,
  changes: [],
  missed: Array.from({ length: 3000 }, (_, n) => `2026-11-28: zero-trust/ü-${n} was fail`),
})

test('a webhook is posted all of it, or what Slack or Discord take of it', async () => {
  secrets['env:HOOK'] = `${server}/hook`
  receiver.posted.length = 0
  const url = 'env:HOOK'
  await webhook.send({ url }, message, means)
  await webhook.send({ url, body: 'text' }, many, means)
  await webhook.send({ url, body: 'content' }, many, means)
  const [full, text, content] = receiver.posted.map(({ body }) => body)
  expect(full).toMatchObject({ subject: message.subject, isBad: true, changes: [change] })
  expect(Object.keys(text ?? {})).toEqual(['text'])
  expect(Buffer.byteLength(String(text?.text))).toBeLessThanOrEqual(30_000)
  expect(Object.keys(content ?? {})).toEqual(['content', 'allowed_mentions'])
  expect(String(content?.content).length).toBeLessThanOrEqual(2000)
  expect(content?.content).toContain('cut')
})

test('a message to ntfy stays a message', async () => {
  secrets['env:TOPIC'] = 'lab-topic'
  receiver.posted.length = 0
  await ntfy.send({ server, topic: 'env:TOPIC' }, many, means)
  const [{ path, body } = { path: '', body: {} }] = receiver.posted
  expect(path).toBe('/')
  expect(body.topic).toBe('lab-topic')
  expect(Buffer.byteLength(String(body.message))).toBeLessThanOrEqual(4096)
  expect(body.priority).toBe(3)
})

test.each([301, 302, 400, 401, 404, 429, 500])('status %d is no success', async (status) => {
  secrets['env:HOOK'] = `${server}/very-secret-path`
  receiver.status = status
  const sent = webhook.send({ url: 'env:HOOK' }, message, means)
  await expect(sent).rejects.toThrow(`answered with status ${status}`)
  receiver.status = 204
})

test('an error says what happened, and not where it was posted', async () => {
  const closed = new Receiver()
  secrets['env:HOOK'] = `${await closed.listen()}/very-secret-path`
  await closed[Symbol.asyncDispose]()
  const error = await webhook.send({ url: 'env:HOOK' }, message, means).catch((error) => error)
  expect(error.message).toBe('cannot be reached (ECONNREFUSED)')
  secrets['env:HOOK'] = 'http://127.0.0.1:6000/very-secret-path'
  await expect(webhook.send({ url: 'env:HOOK' }, message, means)).rejects.toThrow('(bad port)')
  secrets['env:HOOK'] = 'very-secret-path'
  await expect(webhook.send({ url: 'env:HOOK' }, message, means)).rejects.toThrow(
    'has no https:// URL without a login in it',
  )
})

test('no token crosses the network in the clear', async () => {
  secrets['env:HOOK'] = 'http://192.0.2.1/hook'
  secrets['env:TOKEN'] = 'tk_1234567890'
  const sent = webhook.send({ url: 'env:HOOK', token: 'env:TOKEN' }, message, means)
  await expect(sent).rejects.toThrow('use https')
})

test('a letter is one that a mail server takes, and its words arrive', async () => {
  const dir = await folder()
  const sendmail = await sendmailIn(dir)
  await email.send({ to: ['ana@example.net'], sendmail }, many, means)
  await email.send({ to: ['ana@example.net'], sendmail }, message, means)
  const letters = (await readFile(join(dir, 'mail'), 'utf8')).split(/^args: /m).slice(1)
  for (const letter of letters)
    for (const line of letter.split('\n')) expect(line.length).toBeLessThanOrEqual(78)
  const [head = '', body = ''] = letters[1]?.split('\n\n') ?? []
  expect(head).toContain('\nTo: ana@example.net\n')
  const words = [...head.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)].map(([, word = '']) => word)
  expect(words.map((word) => Buffer.from(word, 'base64').toString()).join('')).toBe(message.subject)
  expect(Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n')).toBe(message.text)
})

test('nothing that the lab says becomes a header or a recipient', async () => {
  const dir = await folder()
  const sendmail = await sendmailIn(dir)
  const title = 'x\r\nBcc: eve@example.net\n\n.\n'
  const hostile = messageOf({ ...news, changes: [{ ...change, title }] })
  await email.send({ to: ['ana@example.net'], sendmail }, hostile, means)
  const letter = await readFile(join(dir, 'mail'), 'utf8')
  expect(letter).not.toContain('eve@')
  expect(letter.split('\n')[0]).toBe('args: -i -f ana@example.net -- ana@example.net')
})

test('a sendmail that is not there, or refuses, is a failure', async () => {
  const dir = await folder()
  const to = ['ana@example.net']
  const send = (sendmail: string) => email.send({ to, sendmail }, many, means)
  await expect(send('/nowhere/sendmail')).rejects.toThrow('is not there')
  const refuses = join(dir, 'refuses')
  await writeFile(refuses, '#!/bin/sh\nexit 75\n')
  await chmod(refuses, 0o755)
  await expect(send(refuses)).rejects.toThrow('ended with status 75')
})
