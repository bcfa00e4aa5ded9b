import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestResult } from 'allure-js-commons'
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter'

/**
 * Allure's own writer, without its flush to the disk after each of a thousand small files: they can be made again from
 * run.json. Names sort as the results were written, and attachments are named after theirs: equal runs are equal files.
 */
export class AllureFiles extends FileSystemWriter {
  readonly #dir: string
  /** Allure writes an attachment before it knows whose it is. */
  readonly #pending = new Map<string, Buffer>()
  #written = 0

  constructor(resultsDir: string) {
    super({ resultsDir })
    this.#dir = resultsDir
  }

  override writeAttachment(name: string, content: Buffer): void {
    this.#pending.set(name, content)
  }

  override writeResult(result: TestResult): void {
    const name = `${String(this.#written++).padStart(5, '0')}-${result.uuid}`
    for (const [i, attachment] of result.attachments.entries()) {
      const content = this.#pending.get(attachment.source)
      if (!content) throw new Error(`nobody gave Allure the attachment ${attachment.name}`)
      this.#pending.delete(attachment.source)
      attachment.source = `${name}-${i}-attachment.json`
      writeFileSync(join(this.#dir, attachment.source), content)
    }
    writeFileSync(join(this.#dir, `${name}-result.json`), JSON.stringify(result))
  }
}
