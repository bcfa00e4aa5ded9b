import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { servePage } from './serve.ts'

async function served() {
  const dir = await mkdtemp(join(tmpdir(), 'plumb-serve-'))
  const file = join(dir, 'index.html')
  await writeFile(file, '<p>report</p>')
  const stop = new AbortController()
  const serving = await servePage(file, stop.signal)
  onTestFinished(async () => {
    stop.abort()
    await serving.ended
    await rm(dir, { recursive: true, force: true })
  })
  return { ...serving, file, stop }
}

/** Asks under any name: fetch would not let us. */
const asked = (url: string, host: string, method = 'GET') =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { headers: { host }, method }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })

test('the page is there, on loopback, and as it is now', async () => {
  const { url, file } = await served()
  await writeFile(file, '<p>newer</p>')
  const answer = await fetch(url)

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/)
  expect(await answer.text()).toBe('<p>newer</p>')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('whoever does not know the address gets nothing', async () => {
  const { url } = await served()
  const { origin, pathname } = new URL(url)

  for (const other of ['/', '/index.html', pathname.slice(0, -1), `${pathname}../../etc/passwd`])
    expect((await fetch(`${origin}${other}`)).status).toBe(404)
})

test('a page of somebody else cannot ask for it under a name of its own', async () => {
  const { url } = await served()
  const { host } = new URL(url)

  expect(await asked(url, host)).toBe(200)
  expect(await asked(url, host, 'HEAD')).toBe(200)
  expect(await asked(url, 'evil.example')).toBe(404)
  expect(await asked(url, `evil.example:${new URL(url).port}`)).toBe(404)
  expect(await asked(url, host, 'POST')).toBe(404)
})

test('it ends when it is told to, with a browser still connected', async () => {
  const { url, stop, ended } = await served()
  await fetch(url)
  stop.abort()
  await ended

  await expect(fetch(url)).rejects.toThrow()
})
