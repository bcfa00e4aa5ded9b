import { writeWhole } from '../../reports/write-whole.ts'

/** What is going on, for somebody who waits: one line rewritten on a terminal, plain lines elsewhere. */
export interface Progress extends Disposable {
  /** `what` is the lab or file that it is about. What begins with `…` is a small step: away from a terminal one a minute is told. */
  stage(what: string, says: string): void
  done(): void
  /** Writes a command's results for machines: one as it is, several as a list. */
  writeJson(path: string, results: readonly unknown[]): Promise<void>
}

const STEP_MS = 60_000

export function progress(options: { readonly quiet?: boolean }): Progress {
  const { stderr } = process
  const terminal = stderr.isTTY === true
  const start = performance.now()
  let shown = false
  let toldAt = start
  const clear = () => {
    if (terminal && shown) stderr.write('\r\x1b[K')
    shown = false
  }
  const stage = (what: string, says: string) => {
    if (options.quiet) return
    const now = performance.now()
    const seconds = ((now - start) / 1000).toFixed(1)
    const line = `${what}: ${says}`
    if (terminal) stderr.write(`\r\x1b[K${line.slice(0, (stderr.columns ?? 80) - 8)} ${seconds}s`)
    else if (!says.startsWith('…') || now - toldAt > STEP_MS) {
      stderr.write(`${line}\n`)
      toldAt = now
    }
    shown = true
  }
  return {
    stage,
    done: clear,
    writeJson: (path, results) =>
      writeWhole(path, `${JSON.stringify(results.length === 1 ? results[0] : results, null, 1)}\n`),
    [Symbol.dispose]: clear,
  }
}
