import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from '../testdata/folder.ts'
import { FAILS, judgement, PASSES, sampleRun } from '../testdata/sample.ts'
import { AllurePress, reportOn, sheetOf } from './allure.ts'
import { packed } from './allure-pack.ts'
import { secluded, strangersIn } from './allure-privacy.ts'

const LIMIT_MS = 60_000

const hostile = judgement({
  ...FAILS,
  id: 'zero-trust/hostile',
  because: '</script><img src="http://evil.example/x"> ![x](http://evil.example/y)',
})

/** The report of a run with something hostile in it. */
async function reported() {
  const report = join(await folder(), 'allure-report')
  await reportOn([sampleRun([FAILS, PASSES, hostile])], [], report)
  return { report, html: await readFile(join(report, 'index.html'), 'utf8') }
}

test(
  'the report is one page that asks nobody for anything',
  async () => {
    const { report, html } = await reported()

    expect(await readdir(report)).toEqual(['index.html'])
    expect(strangersIn(html)).toEqual([])
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('Plumbline: zero-trust')
    expect(html).not.toContain('googletagmanager')
    expect(html).not.toContain('evil.example')
  },
  LIMIT_MS,
)

test(
  'equal runs are equal pages, and what the folder held before is replaced',
  async () => {
    const at = join(await folder(), 'allure-report')
    await mkdir(at)
    await writeFile(join(at, 'old.html'), 'old')
    const { html } = await reported()
    await reportOn([sampleRun([FAILS, PASSES, hostile])], [], at)

    expect(await readdir(at)).toEqual(['index.html'])
    expect((await readFile(join(at, 'index.html'), 'utf8')) === html).toBe(true)
  },
  LIMIT_MS,
)

test(
  'when Allure cannot make a page, the old one stays and it is said why',
  async () => {
    const at = join(await folder(), 'allure-report')
    await mkdir(at)
    await writeFile(join(at, 'index.html'), 'old')
    await using press = new AllurePress()
    const nowhere = [join(at, 'nowhere')]

    await expect(press.print(sheetOf([sampleRun()], []), nowhere, at)).rejects.toThrow(
      'Allure failed: ENOENT',
    )
    expect(await readFile(join(at, 'index.html'), 'utf8')).toBe('old')
  },
  LIMIT_MS,
)

test('a page that is not as we know it is left as it is', () => {
  const odd = '<script defer>Promise.allSettled([d("a","QQ=="),e("b")])</script>'

  expect(packed(odd)).toBe(odd)
  expect(packed('<p>no data</p>')).toBe('<p>no data</p>')
})

const page = (body: string) => secluded(`<html><head></head><body>${body}</body></html>`)
const embedded = (code: string) =>
  `<script src="data:text/javascript;base64,${Buffer.from(code).toString('base64')}"></script>`

test('the analytics block of Allure is taken out', () => {
  const block = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
    <script>gtag('js', new Date());</script>`

  expect(strangersIn(page(`${block}<p>kept</p>`))).toEqual([])
  expect(page(`${block}<p>kept</p>`)).toContain('<p>kept</p>')
})

test.each([
  ['a script', '<script src="https://cdn.example/x.js"></script>', 'https://cdn.example/x.js'],
  ['a style', '<link rel="stylesheet" href="//cdn.example/x.css">', '//cdn.example/x.css'],
  ['an image', "<img src='http://cdn.example/x.png'>", 'cdn.example'],
  ['a fetch', '<script>fetch("https://api.example/x")</script>', 'api.example'],
  ['a fetch in an embedded script', embedded('fetch("https://api.example/x")'), 'api.example'],
  ['a font in a style', '<style>@import url(https://fonts.example/f)</style>', 'fonts.example'],
  ['a socket', embedded('new WebSocket("wss://live.example")'), 'live.example'],
  ['analytics that moved', embedded('gtag ("js")'), 'gtag ('],
])('%s from elsewhere is a stranger', (_what, body, stranger) => {
  expect(strangersIn(page(body))).toContain(stranger)
})

test('a page without a policy is not let through', () => {
  expect(strangersIn('<html><head></head></html>')).toEqual(['no content security policy'])
})
