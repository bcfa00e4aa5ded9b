import { gzipSync } from 'node:zlib'

/** Everything that Allure shows, as it stands in the page: one call for each of some thousand small files. */
const DATA = /<script defer>\s*Promise\.allSettled\(\[(d\([\s\S]*?\))\]\)[\s\S]*?<\/script>/
const FILE = /d\("([^"\\]+)","([A-Za-z0-9+/=]*)"\)/g

/** Unpacks them in the browser. Allure waits until it is told that its data are ready, and asks for one as Base64. */
const UNPACK = `
  const packed = Uint8Array.from(atob(PACKED), (sign) => sign.charCodeAt(0))
  const files = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const encoded = (text) => {
    let bytes = ''
    for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
    return btoa(bytes)
  }
  new Response(files).json().then((found) => {
    for (const [name, text] of Object.entries(found))
      Object.defineProperty(window.allureReportData, name, { get: () => encoded(text) })
    window.allureReportDataReady = true
  })
`

/**
 * The page with its data packed: a tenth of their size. They are texts that resemble each other, and Base64 hides that
 * from whoever packs the page afterwards. A page that is not as we know it stays as it is.
 */
export function packed(html: string): string {
  const [script, calls = ''] = DATA.exec(html) ?? []
  const files = [...calls.matchAll(FILE)]
  if (script === undefined || files.map(([call]) => call).join(',') !== calls) return html
  const texts = files.map(([, name = '', base64 = '']) => [name, Buffer.from(base64, 'base64')])
  const whole = texts.every(([, bytes]) => isText(bytes as Buffer))
  if (!whole) return html
  const json = JSON.stringify(Object.fromEntries(texts.map(([name, bytes]) => [name, `${bytes}`])))
  const base64 = gzipSync(json).toString('base64')
  const unpack = UNPACK.replace('PACKED', `'${base64}'`)
  return html.replace(script, () => `<script>${unpack}</script>`)
}

const isText = (bytes: Buffer): boolean => Buffer.from(bytes.toString('utf8')).equals(bytes)
