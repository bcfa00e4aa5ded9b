import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plumb } from '../../../harness/cli/plumb.test-run.ts'
import { type Run, readRun } from '../../run.ts'
import { chromiumPath } from '../../testdata/chromium.ts'
import { compliancePage } from './page.ts'

const LABS = ['fixed-roles', 'layered', 'talos-gitops', 'zero-trust', 'zfs-platform']

let folder: string
let browser: Browser
let url: string
let smallUrl: string
let count: number

/** The five reference labs as one run, with every seventh control failing and every eleventh unverifiable. */
async function allLabs(): Promise<Run> {
  const { exit } = await plumb(['verify', '--no-report', '-q', '--out', folder])
  expect(exit).toBe(0)
  const runs = await Promise.all(LABS.map((lab) => readRun(join(folder, lab, 'run.json'))))
  const verdicts = runs
    .flatMap((run) => run.verdicts)
    .map((one, n) => {
      if (n % 7 === 0)
        return {
          ...one,
          ...{ verdict: 'fail' as const, because: 'found wrong: 1 of 3' },
          ...{ offenders: [{ host: 'vm100', port: 1 }], offendersTotal: 1 },
        }
      return n % 11 === 0 ? { ...one, verdict: 'unverifiable' as const, because: 'no answer' } : one
    })
  const [first] = runs
  if (!first) throw new Error('no lab was run')
  return {
    ...first,
    ...{ lab: 'all of them', profiles: LABS, verdicts, exit: 2 },
    documents: runs.flatMap(({ documents = [] }) => documents),
  }
}

async function written(name: string, run: Run): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, compliancePage(run, { nights: [run, run] }))
  return pathToFileURL(path).href
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumb-page-'))
  const run = await allLabs()
  count = run.verdicts.length
  url = await written('whole.html', run)
  // Looking at every node takes a minute: each kind of thing is on a smaller page too.
  const verdicts = run.verdicts.filter((_, n) => n % 15 === 0)
  const documents = (run.documents ?? []).slice(0, 1)
  smallUrl = await written('small.html', { ...run, verdicts, documents })
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const executablePath = chromiumPath() ?? ''
  browser = await chromium.launch({ executablePath, args })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const output = (page: Page) => page.locator('form.filters output')

test('it opens from a file, asks nobody, and its script takes less than a second', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  await expect.poll(() => output(page).textContent()).toBe(`${count} of ${count} controls`)
  const { metrics } = await session.send('Performance.getMetrics')
  expect(count).toBeGreaterThan(650)
  expect(metrics.find(({ name }) => name === 'ScriptDuration')?.value).toBeLessThan(1)
  expect(asked).toEqual([url])
  expect(complaints).toEqual([])
})

test('filters work by keyboard, and what they hide is counted', async () => {
  const page = await browser.newPage()
  await page.goto(url)
  await page.keyboard.press('/')
  await page.keyboard.type('backup')
  await expect.poll(() => output(page).textContent()).not.toBe(`${count} of ${count} controls`)
  const found = Number((await output(page).textContent())?.split(' ')[0])
  expect(await page.locator('details.control:not([hidden])').count()).toBe(found)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect
    .poll(async () => Number((await output(page).textContent())?.split(' ')[0]))
    .toBeLessThan(found)
  const shown = page.locator('details.control:not([hidden])')
  for (const verdict of await shown.evaluateAll((all) =>
    all.map((one) => one.getAttribute('data-verdict')),
  ))
    expect(verdict).toBe('fail')
  await shown.first().locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await shown.first().getAttribute('open')).not.toBeNull()
  await page.getByRole('button', { name: 'Clear' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => output(page).textContent()).toBe(`${count} of ${count} controls`)
})

test('a link to a control opens it', async () => {
  const page = await browser.newPage()
  await page.goto(url)
  const first = page.locator('.attention a').first()
  const id = (await first.getAttribute('href'))?.slice(1)
  await first.click()
  await expect.poll(() => page.locator(`details[id="${id}"]`).getAttribute('open')).not.toBeNull()
})

test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (colorScheme) => {
  const page = await browser.newPage({ colorScheme })
  await page.goto(smallUrl)
  await page
    .locator('details.control')
    .nth(0)
    .evaluate((one) => one.setAttribute('open', ''))
  await page
    .locator('.coverage details')
    .nth(2)
    .evaluate((one) => one.setAttribute('open', ''))
  // Evaluated by the debugger: the page's own policy allows no foreign script.
  await page.evaluate(axe.source)
  const found = await page.evaluate(`axe.run()`)
  const { passes, violations } = found as {
    passes: unknown[]
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
  }
  expect(passes.length).toBeGreaterThan(15)
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
  ).toEqual([])
})
