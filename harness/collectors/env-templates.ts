import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A tracked file that looks like one of variables. Names and lengths only: a value may be a secret. */
export interface EnvTemplate {
  readonly path: string
  readonly keys: readonly string[]
  /** Keys that are given a value which is neither empty nor a placeholder. */
  readonly filled: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every tracked `.env`, `.env.*`, `*.env` and their like. */
    envTemplates: readonly EnvTemplate[]
  }
}

const ENV = /(^|\/)(\.env(\.[\w-]+)*|[\w-]*\.env(\.[\w-]+)*|env\.list)$/
const PLACEHOLDER = /^(|["']{2}|<[^>]*>|\$\{?\w+\}?|change-?me|example|xxx+|\.\.\.)$/i

/** @source files of variables as tracked at HEAD */
export const envTemplates = documentCollector('envTemplates', {
  read: async (documents, { iac }): Promise<readonly EnvTemplate[]> => {
    if (!iac)
      throw new Unseen('not asked', 'the inventory has no "iac": its repository is not read')
    const paths = (await documents.list()).filter((path) => ENV.test(path))
    return await Promise.all(
      paths.map(async (path) => {
        const lines = (await documents.read(path))
          .split('\n')
          .map((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(line))
          .filter((found) => found !== null)
        const filled = lines.filter(([, , value = '']) => !PLACEHOLDER.test(value.trim()))
        return {
          path,
          keys: lines.map(([, key = '']) => key),
          filled: filled.map(([, key = '']) => key),
        }
      }),
    )
  },
})
