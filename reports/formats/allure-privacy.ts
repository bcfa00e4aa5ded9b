/**
 * What a browser may load for the page: only what is in the page. Allure's script looks its data up in the page
 * and turns attachments into data: and blob: addresses; nothing may be fetched from, or sent to, anybody.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' data:",
  "style-src 'unsafe-inline' data:",
  'img-src data: blob:',
  'media-src data: blob:',
  'font-src data:',
  'connect-src data: blob:',
  'frame-src data: blob:',
  "form-action 'none'",
].join('; ')

const POLICY_TAG = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`
const REFERRER_TAG = '<meta name="referrer" content="no-referrer">'

const ANALYTICS =
  /<script async src="https:\/\/www\.googletagmanager\.com[^>]*><\/script>\s*<script>[\s\S]*?<\/script>/g

/** The report without the analytics that Allure puts into every one, and with a policy that lets nothing out. */
export const secluded = (html: string): string =>
  html.replaceAll(ANALYTICS, '').replace('<head>', `<head>\n    ${POLICY_TAG}\n    ${REFERRER_TAG}`)

/** Hosts whose names stand in Allure's own script: namespaces of SVG and XML, a base for parsing, and two links a person may click. */
const HARMLESS = ['www.w3.org', 'localhost', 'allurereport.org', 'trace.playwright.dev']

const TELLTALE = /googletagmanager|google-analytics|\bgtag\s*\(|\bsendBeacon\b|\bWebSocket\b/g
const LOADED =
  /\s(?:src|href|srcset|action|poster|data)\s*=\s*["']?\s*((?:https?:)?\/\/[^\s"'>]+)/gi
const ADDRESS = /\b(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi
const EMBEDDED = /data:text\/(?:javascript|css);base64,([A-Za-z0-9+/=]+)/g

/** Whom the page would ask for something, or might: analytics, loaded addresses and unknown hosts in page, scripts and styles. Empty when nobody. */
export function strangersIn(html: string): readonly string[] {
  const code = [...html.matchAll(EMBEDDED)].map(([, base64 = '']) =>
    Buffer.from(base64, 'base64').toString('utf8'),
  )
  const page = html.replaceAll(EMBEDDED, '')
  const found = [page, ...code].flatMap((text) => [
    ...[...text.matchAll(TELLTALE)].map(([word]) => word),
    ...[...text.matchAll(ADDRESS)].map(([, host = '']) => host.toLowerCase()).filter(isStrange),
  ])
  const loaded = [...page.matchAll(LOADED)].map(([, address = '']) => address)
  const unguarded = page.includes(POLICY_TAG) ? [] : ['no content security policy']
  return [...new Set([...found, ...loaded, ...unguarded])].sort()
}

const isStrange = (host: string): boolean => !HARMLESS.includes(host)
