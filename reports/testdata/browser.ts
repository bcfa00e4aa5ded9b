import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'

/** @throws Error when there is no Chromium: `npm test` says so before, and names what it does not run */
export const openBrowser = (): Promise<Browser> => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('there is no chromium on the PATH: install it')
  // Its sandbox does not start for root, who runs CI.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

export interface Watched {
  readonly page: Page
  /** Addresses that were asked for beside the page itself. Each was refused. */
  readonly strangers: readonly string[]
  /** What went wrong in the page, and what its policy forbade. */
  readonly complaints: readonly string[]
}

/** Opens a page that may ask for itself and for nothing else. */
export async function watch(browser: Browser, address: string): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 2400 } })
  const strangers: string[] = []
  const complaints: string[] = []
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === address) return await route.continue()
    strangers.push(url)
    await route.abort()
  })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text())
  })
  await page.goto(address)
  await page.getByText('Plumbline:').first().waitFor()
  return { page, strangers, complaints }
}
