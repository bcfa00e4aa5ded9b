import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Run } from '../run.ts'
import { secluded, strangersIn } from './allure-privacy.ts'
import { bugOf, resultOf } from './allure-result.ts'
import { AllureWriter } from './allure-writer.ts'

export interface ReportOptions {
  /** Title of the report. */
  readonly name: string
  /** Name of the report's environment. */
  readonly lab?: string
  /** JSON lines that runs are appended to; trends and transitions come from it. About 1 KB per control and run. */
  readonly historyPath?: string
}

/** Writes the results of a run that is at hand as a value, e.g. from run.json: the same as the judge's reporter writes. */
export function writeAllure(run: Run, resultsDir: string): void {
  const writer = new AllureWriter({ resultsDir, lab: run.lab, target: run.target })
  const timing = { startedAtMs: Date.parse(run.startedAt), durationMs: 0 }
  writer.open()
  for (const verdict of run.verdicts) writer.write(resultOf(verdict), timing)
  for (const broken of run.broken) writer.write(bugOf(broken), timing)
}

/**
 * Makes the report from a folder of results: one `index.html` that opens from a file and asks nobody for anything.
 * What was in the report's folder is replaced; when anything goes wrong it stays as it was.
 *
 * @throws Error when there are no results, Allure fails, or the page would ask a stranger
 */
export async function generateAllure(
  resultsDir: string,
  reportDir: string,
  options: ReportOptions,
): Promise<void> {
  const results = resolve(resultsDir)
  await access(results)
  const work = await mkdtemp(join(tmpdir(), 'plumbline-allure-'))
  try {
    const config = join(work, 'allurerc.json')
    await writeFile(config, JSON.stringify(configOf(options)))
    await allure(work, [
      'generate',
      basename(results),
      '--cwd',
      dirname(results),
      '-c',
      config,
      '-o',
      join(work, 'report'),
    ])
    const page = await readFile(join(work, 'report', 'index.html'), 'utf8')
    const html = secluded(page)
    const strangers = strangersIn(html)
    if (strangers.length > 0)
      throw new Error(`the Allure report would ask strangers: ${strangers.join(', ')}`)
    await replace(reportDir, html)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function replace(reportDir: string, html: string): Promise<void> {
  const final = resolve(reportDir)
  await mkdir(dirname(final), { recursive: true })
  const fresh = await mkdtemp(`${final}.`)
  try {
    await writeFile(join(fresh, 'index.html'), html, { mode: 0o640 })
    await rm(final, { recursive: true, force: true })
    await rename(fresh, final)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

const configOf = ({ name, lab, historyPath }: ReportOptions) => ({
  name,
  ...(lab ? { environment: lab } : {}),
  ...(historyPath
    ? { historyPath: resolve(historyPath), appendHistory: true, historyLimit: 60 }
    : {}),
  categories: {
    rules: [
      category('Violated', 'fail'),
      category('Unverifiable', 'unverifiable'),
      category('A bug of ours', 'broken'),
      category('Waived', 'waived'),
    ],
  },
  plugins: {
    awesome: {
      options: {
        reportName: name,
        singleFile: true,
        groupBy: ['epic', 'feature', 'story'],
      },
    },
  },
})

const category = (name: string, verdict: string) => ({
  name,
  matchers: { labels: { verdict } },
  groupBy: ['severity', { label: 'feature' }],
  groupByMessage: false,
})

const TIMEOUT_MS = 120_000

/** Runs Allure with this Node, in a folder and an environment of its own: no repository, token or setting of the user's reaches the report. */
async function allure(cwd: string, args: readonly string[]): Promise<void> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js')
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env
  try {
    await promisify(execFile)(process.execPath, [cli, ...args], {
      cwd,
      timeout: TIMEOUT_MS,
      env: { PATH, HOME, TMPDIR, ALLURE_NO_ANALYTICS: '1', NO_COLOR: '1' },
    })
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string }
    throw new Error(`allure ${args[0]} failed: ${(stderr || stdout || message).trim()}`)
  }
}
