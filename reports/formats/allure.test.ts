import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from '../testdata/folder.ts'
import { FAILS, judgement, PASSES, sampleRun } from '../testdata/sample.ts'
import { generateAllure, writeAllure } from './allure.ts'
import { secluded, strangersIn } from './allure-privacy.ts'

const LIMIT_MS = 60_000

async function reported(options: { readonly historyPath?: string } = {}, dir?: string) {
  const at = dir ?? (await folder())
  const hostile = judgement({
    ...FAILS,
    id: 'zero-trust/hostile',
    because: '</script><img src="http://evil.example/x"> ![x](http://evil.example/y)',
  })
  writeAllure(sampleRun([FAILS, PASSES, hostile]), join(at, 'allure-results'))
  const report = join(at, 'allure-report')
  await generateAllure(join(at, 'allure-results'), report, {
    name: 'Plumbline: zero-trust',
    lab: 'zero-trust',
    ...options,
  })
  return { at, report, html: await readFile(join(report, 'index.html'), 'utf8') }
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
  'what the report held before is replaced, and runs add to the history',
  async () => {
    const at = await folder()
    const historyPath = join(at, 'history.jsonl')
    await mkdir(join(at, 'allure-report'))
    await writeFile(join(at, 'allure-report', 'old.html'), 'old')
    await reported({ historyPath }, at)
    const { report } = await reported({ historyPath }, at)

    expect(await readdir(report)).toEqual(['index.html'])
    expect((await readFile(historyPath, 'utf8')).trim().split('\n')).toHaveLength(2)
  },
  LIMIT_MS,
)

test('without results there is no report', async () => {
  const dir = await folder()

  await expect(
    generateAllure(join(dir, 'nowhere'), join(dir, 'report'), { name: 'x' }),
  ).rejects.toThrow('ENOENT')
  expect(await readdir(dir)).toEqual([])
})

test(
  'a run that judged nothing gives an empty report, not an old one',
  async () => {
    const { at } = await reported()
    writeAllure(sampleRun([]), join(at, 'allure-results'))
    await generateAllure(join(at, 'allure-results'), join(at, 'allure-report'), { name: 'x' })
    const html = await readFile(join(at, 'allure-report', 'index.html'), 'utf8')

    expect(html).not.toContain('data/test-results/')
  },
  LIMIT_MS,
)

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
