import crypto from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { CATEGORIES, CHARTS } from './allure-look.ts'
import type { Answer, Order } from './allure-press.ts'
import type { Sheet } from './allure-sheet.ts'

settle(0)
// Only now: it draws ids as it is loaded.
const loaded = Promise.all([
  import('@allurereport/core'),
  import('@allurereport/plugin-awesome'),
] as const)

/** The process of an `AllurePress`. It prints what it is told to until nobody is there to tell it. */
process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  print(order).then(
    () => answer({}),
    (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
  )
})
const answer = (text: Answer) => process.send?.(text)

async function print({ sheet, results, work }: Order): Promise<void> {
  const [{ AllureReport, FileSystemReportFiles }, { default: AwesomePlugin }] = await loaded
  settle(sheet.atMs)
  const output = join(work, 'report')
  const historyPath = join(work, 'history.jsonl')
  await writeFile(historyPath, sheet.history.map((point) => `${JSON.stringify(point)}\n`).join(''))
  const options = {
    reportName: sheet.title,
    singleFile: true,
    groupBy: ['epic', 'feature', 'story'],
    sections: ['charts'],
    charts: [...CHARTS],
  }
  const report = new AllureReport({
    name: sheet.title,
    open: false,
    port: undefined,
    output,
    reportFiles: new FileSystemReportFiles(output),
    plugins: [{ id: 'awesome', enabled: true, options, plugin: new AwesomePlugin(options) }],
    historyPath,
    appendHistory: false,
    environments: environmentsOf(sheet),
    categories: { rules: [...CATEGORIES] },
  })
  await report.start()
  // One after the other: what Allure reads first, it shows first.
  for (const dir of results)
    for (const name of (await readdir(dir)).sort()) await report.readFile(join(dir, name))
  // Every result has a lab: the environment of those that have none would be an empty one to choose.
  const environments = await report.store.allEnvironmentIdentities()
  environments.splice(0, environments.length, ...environments.filter(({ id }) => id !== 'default'))
  report.realtimeDispatcher.sendQualityGateResults(
    sheet.gate.map((rule) => ({ ...rule, testResults: [...rule.testResults] })),
  )
  await report.done()
}

const environmentsOf = ({ labs }: Sheet) =>
  Object.fromEntries(
    labs.map(({ lab, variables }) => [
      lab,
      {
        name: lab,
        variables: { ...variables },
        matcher: ({ labels }: { labels: readonly { name: string; value?: string }[] }) =>
          labels.some(({ name, value }) => name === 'lab' && value === lab),
      },
    ]),
  )

/** Allure dates a page and draws random ids. Here the day is that of the run and ids are counted, so that equal runs are equal pages. */
function settle(atMs: number): void {
  let n = 0
  Date.now = () => atMs
  crypto.randomUUID = () => `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}`
  syncBuiltinESMExports()
}
