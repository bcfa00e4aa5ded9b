import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

export interface Serving {
  readonly url: string
  /** Settles when it was told to end, and has. */
  readonly ended: Promise<void>
}

/**
 * Serves one page on loopback until it is told to end. Its address cannot be guessed by others on this machine, nor be
 * asked for under another name by a page in the same browser.
 */
export async function servePage(file: string, signal: AbortSignal): Promise<Serving> {
  const path = `/${randomBytes(16).toString('base64url')}/`
  const server = createServer((request, response) => {
    if (isFor(request, path, server.address() as AddressInfo)) void send(file, request, response)
    else response.writeHead(404, { ...HEADERS, 'content-type': 'text/plain' }).end('not here\n')
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', listening)
  })
  const ended = new Promise<void>((closed) => {
    const close = () => {
      server.close(() => closed())
      server.closeAllConnections()
    }
    if (signal.aborted) close()
    else signal.addEventListener('abort', close, { once: true })
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, ended }
}

const isFor = ({ method, headers, url }: IncomingMessage, path: string, at: AddressInfo) =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.host === `127.0.0.1:${at.port}` || /^localhost:\d+$/.test(headers.host ?? '')) &&
  url === path

async function send(file: string, { method }: IncomingMessage, response: ServerResponse) {
  const page = await readFile(file).catch(() => undefined)
  if (!page) response.writeHead(503, { ...HEADERS, 'content-type': 'text/plain' }).end('gone\n')
  else response.writeHead(200, HEADERS).end(method === 'HEAD' ? undefined : page)
}

/** Shows a file in the person's browser, where there is a screen. By its path: an argument is read by everybody on the machine. */
export function show(file: string): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const mac = process.platform === 'darwin'
  if (!mac && !DISPLAY && !WAYLAND_DISPLAY) return
  const browser = spawn(mac ? 'open' : 'xdg-open', [file], { stdio: 'ignore', detached: true })
  browser.on('error', () => {})
  browser.unref()
}
