import { documentCollector } from '../model/collector.ts'
import { commandsOf, type RunbookCommand } from './runbooks/commands.ts'
import { codeOf, fieldOf, type Section, sectionsOf } from './runbooks/section.ts'

/** The procedure for one scenario. */
export interface Runbook {
  /** As the heading says, one of `recovery.scenarios`. */
  readonly scenario: string
  /** SHA-256 of its text without the line `Verified on`, hex: a runbook that changed is another one. */
  readonly digest: string
  readonly owner?: string
  /** Day somebody last tried it, `YYYY-MM-DD`; absent as well when it is written otherwise. */
  readonly verifiedOn?: string
  /** Where the secrets that it needs are kept. */
  readonly secrets?: string
  /** Its parts that have text: `trigger`, `steps`, `verification`, `rollback`, … */
  readonly parts: readonly string[]
  readonly commands: readonly RunbookCommand[]
}

export interface Operations {
  readonly path: string
  /** Where the page can be read when the lab is down. */
  readonly offlineCopy?: string
  readonly runbooks: readonly Runbook[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Runbooks of the operations document: one per heading that is the name of a scenario. */
    runbooks: Operations
  }
}

/** Unless `recovery.runbooks` says otherwise. */
const PAGE = 'docs/platform/operations.md'

/**
 * Runbooks, as the page is written: a heading per scenario (`## disk-loss`), list items `- Owner:`,
 * `- Verified on: 2026-11-01` and `- Secrets:`, headings Trigger, Steps, Verification and Rollback below it,
 * and commands in blocks opened by three backticks and `sh <host>`. `- Offline copy:` stands at the top.
 *
 * @source the page `recovery.runbooks`, as tracked at HEAD
 */
export const runbooks = documentCollector('runbooks', {
  read: async (documents, { recovery }): Promise<Operations> => {
    const path = recovery?.runbooks ?? PAGE
    const page = await documents.read(path)
    const sections = sectionsOf(page)
    const isRunbook = ({ title, level }: Section) =>
      level > 1 && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(title)
    const offlineCopy = fieldOf(page, 'Offline copy')
    return {
      path,
      ...(offlineCopy ? { offlineCopy } : {}),
      runbooks: await Promise.all(sections.filter(isRunbook).map(runbookOf)),
    }
  },
})

async function runbookOf({ title, body }: Section): Promise<Runbook> {
  const parts = sectionsOf(body)
  const owner = fieldOf(body, 'Owner')
  const verifiedOn = fieldOf(body, 'Verified on')
  const secrets = fieldOf(body, 'Secrets')
  return {
    scenario: title,
    digest: await digestOf(body),
    ...(owner ? { owner } : {}),
    ...(verifiedOn && /^\d{4}-\d\d-\d\d$/.test(verifiedOn) ? { verifiedOn } : {}),
    ...(secrets ? { secrets } : {}),
    parts: parts.filter((part) => part.body.trim() !== '').map((part) => part.title.toLowerCase()),
    commands: codeOf(body).flatMap(({ info, code }) => {
      const [language, host] = info.split(/\s+/)
      return /^(sh|bash|shell|console)$/.test(language ?? '') ? commandsOf(code, host) : []
    }),
  }
}

/** Trying a runbook changes the day it was tried, and must not turn it into another one. */
async function digestOf(body: string): Promise<string> {
  const text = body
    .split('\n')
    .filter((line) => !/^[-*]\s+\**verified on\b/i.test(line))
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(bytes).toString('hex')
}
