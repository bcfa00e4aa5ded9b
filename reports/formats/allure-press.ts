import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packed } from './allure-pack.ts'
import { secluded, strangersIn } from './allure-privacy.ts'
import type { Sheet } from './allure-sheet.ts'

/** What the press is told to print. */
export interface Order {
  readonly sheet: Sheet
  /** Folders of results, absolute. */
  readonly results: readonly string[]
  /** An empty folder for whatever Allure writes. */
  readonly work: string
}

/** What the press answers: nothing, or what went wrong. */
export interface Answer {
  readonly error?: string
}

const TIMEOUT_MS = 120_000

/**
 * Allure, in a process with a folder and an environment of its own: no repository, token or setting of the user's reaches
 * a report. Loading it takes longer than printing a page, so that one press prints all pages of a run, and is loaded
 * while the lab is still being looked at.
 */
export class AllurePress implements AsyncDisposable {
  readonly #work: Promise<string>
  readonly #child: Promise<ChildProcess>
  #said = ''

  constructor() {
    this.#work = mkdtemp(join(tmpdir(), 'plumbline-allure-'))
    this.#child = this.#work.then((cwd) => this.#start(cwd))
    // Whoever prints first is told.
    this.#child.catch(() => {})
  }

  #start(cwd: string): ChildProcess {
    const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env
    const child = fork(fileURLToPath(new URL('./allure-press.worker.ts', import.meta.url)), [], {
      cwd,
      env: { PATH, HOME, TMPDIR, NO_COLOR: '1', ALLURE_NO_ANALYTICS: '1' },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        this.#said = `${this.#said}${text}`.slice(-2000)
      })
    child.on('error', () => {})
    return child
  }

  /**
   * Makes the page of some results: one `index.html` that opens from a file and asks nobody for anything. What was in the
   * report's folder is replaced; when anything goes wrong it stays as it was.
   *
   * @throws Error when Allure fails, or the page would ask a stranger
   */
  async print(sheet: Sheet, results: readonly string[], reportDir: string): Promise<void> {
    const work = await mkdtemp(join(await this.#work, 'page-'))
    try {
      await this.#ask({ sheet, results: results.map((dir) => resolve(dir)), work })
      const page = await readFile(join(work, 'report', 'index.html'), 'utf8').catch(() => {
        throw new Error(`Allure wrote no page: ${this.#said.trim()}`)
      })
      const html = secluded(page)
      const strangers = strangersIn(html)
      if (strangers.length > 0)
        throw new Error(`the Allure report would ask strangers: ${strangers.join(', ')}`)
      await replace(reportDir, packed(html))
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }

  async #ask(order: Order): Promise<void> {
    const child = await this.#child
    const { error } = await new Promise<Answer>((answered) => {
      const fails = (why: string) => answered({ error: `${why} ${this.#said}`.trim() })
      const timer = setTimeout(() => fails('it took too long'), TIMEOUT_MS)
      const gone = () => fails('its process ended')
      child.once('exit', gone)
      child.once('message', (answer) => {
        clearTimeout(timer)
        child.off('exit', gone)
        answered(answer as Answer)
      })
      if (!child.connected) gone()
      else child.send(order, (failed) => failed && fails(failed.message))
    })
    if (error !== undefined) throw new Error(`Allure failed: ${error}`)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const child = await this.#child.catch(() => undefined)
    if (child && child.exitCode === null && child.signalCode === null)
      await new Promise((ended) => {
        child.once('exit', ended)
        child.kill('SIGKILL')
      })
    await rm(await this.#work, { recursive: true, force: true })
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
