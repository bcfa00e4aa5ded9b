import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plumb } from '../harness/cli/plumb.test-run.ts'
import { ROOT } from '../harness/run/load.ts'
import type { Run } from './run.ts'
import { openBrowser, type Watched, watch } from './testdata/browser.ts'

const CONTROL = 'zero-trust/lan-exposure-is-media-only'
const CLAIM = 'Only media workloads answer on the LAN'

let out: string
let browser: Browser
let served: Awaited<ReturnType<typeof serve>>
let watched: Watched

/** Three runs of one lab, the last of them with a fault, and one of another; then the report, as a person opens it. */
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-report-'))
  const verify = (lab: string, ...more: readonly string[]) =>
    plumb(['verify', '-q', '--lab', lab, '--out', out, ...more])
  for (const lab of ['zfs-platform', 'zero-trust', 'zero-trust'])
    expect((await verify(lab)).exit).toBe(0)
  expect((await verify('zero-trust', '--fault', CONTROL)).exit).toBe(2)
  browser = await openBrowser()
  served = await serve()
  watched = await watch(browser, served.url)
})
afterAll(async () => {
  await browser?.close()
  served?.child.kill('SIGKILL')
  await rm(out, { recursive: true, force: true })
})

async function serve() {
  const args = ['harness/cli/index.ts', 'report', '--open', '--out', out]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = new Promise<number | null>((ended) => child.once('exit', ended))
  let said = ''
  const url = await new Promise<string>((found, failed) => {
    exit.then(() => failed(new Error(said)))
    child.stdout.on('data', (text) => {
      said += text
      const [address] = /http:\/\/\S+/.exec(said) ?? []
      if (address && said.includes('exit ')) found(address)
    })
  })
  return { child, exit, url, said }
}

const runOf = async (lab: string): Promise<Run> =>
  JSON.parse(await readFile(join(out, lab, 'run.json'), 'utf8')) as Run

test('it says what it shows, and where', () => {
  expect(served.said).toContain('zero-trust')
  expect(served.said).toContain('2 earlier runs')
  expect(served.said).toContain(join(out, 'allure-report', 'index.html'))
  expect(served.said).toContain('exit 2')
})

test('the tree: a lab each, then profile, heading, statement and claim', async () => {
  const { page } = watched
  const runs = await Promise.all(['zero-trust', 'zfs-platform'].map(runOf))
  const all = runs.flatMap(({ verdicts }) => verdicts).length
  const failing = runs[0]?.verdicts.find(({ id }) => id === CONTROL)

  await page.getByText('Environment: "zfs-platform"').waitFor()
  await page.getByText('Environment: "zero-trust"').waitFor()
  await page.getByText(`${failing?.statement} ${failing?.text}`).first().waitFor()
  await page.getByText(CLAIM).first().waitFor()
  expect(await page.getByText(failing?.heading ?? '').count()).toBeGreaterThan(0)
  expect(await page.getByText(String(all), { exact: true }).count()).toBeGreaterThan(0)
})

test('a failing control: what was seen, what to do, and the evidence', async () => {
  const { page } = watched
  const { verdicts } = await runOf('zero-trust')
  const failing = verdicts.find(({ id }) => id === CONTROL)
  await page.getByText(CLAIM).first().click()

  await page.getByText(CONTROL).first().waitFor()
  await page.getByText('something answers on the LAN, and nobody declared it').first().waitFor()
  const description = page.frameLocator('iframe')
  await description.getByText('What to do').waitFor()
  await description.getByText(failing?.remedy.slice(0, 40) ?? '').waitFor()
  await description.getByText(`${failing?.statement} ${failing?.text}`).waitFor()
  await page.getByText('Attachments').first().click()
  await page.getByText('evidence.json').first().click()
  await page
    .getByText(failing?.evidence[0]?.digest ?? '')
    .first()
    .waitFor()
  await page.getByText('History').first().click()
  expect(await page.getByText(/^\d+\/\d+\/\d{4} at/).count()).toBe(2)
})

test('the trend, after three runs', async () => {
  const { page } = watched
  await page.goto(`${served.url}#charts`)
  await page.getByText('From night to night').first().waitFor()
  await page.locator('svg text', { hasText: 'Latest' }).first().waitFor()
  const shown = await page.locator('svg text').allTextContents()

  expect(shown.filter((text) => /^\d+\/\d+\/\d{4}$/.test(text))).toHaveLength(2)
})

test('the quality gate gives the exit status and its reason', async () => {
  const { page } = watched
  await page.goto(`${served.url}#qualityGate`)

  await page
    .getByText(/exit 2: \d+ controls? fail/)
    .first()
    .waitFor()
  await page.getByText('exit 0: of 155 controls none fails').first().waitFor()
})

test('it asked nobody for anything, and nothing went wrong in it', () => {
  expect(watched.strangers).toEqual([])
  expect(watched.complaints).toEqual([])
})

test('the file opens without the server, and shows the same', async () => {
  const file = pathToFileURL(join(out, 'allure-report', 'index.html')).href
  const { page, strangers, complaints } = await watch(browser, file)

  await page.getByText(CLAIM).first().waitFor()
  expect(strangers).toEqual([])
  expect(complaints).toEqual([])
})

test('Ctrl-C ends it', async () => {
  served.child.kill('SIGINT')

  expect(await served.exit).toBe(130)
  await expect(fetch(served.url)).rejects.toThrow()
})
