import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Block, parseHcl } from './hcl/parse.ts'
import { type LockedProvider, lockedProviders } from './tofu/lock.ts'
import { partsOf, type TofuParts } from './tofu/parts.ts'
import { settingsOf, type TofuSettings } from './tofu/settings.ts'

/** One folder of code: a root or a module. */
export interface TofuFolder extends TofuSettings, TofuParts {
  readonly folder: string
  /** Of the tracked lock file, when there is one. */
  readonly locked?: readonly LockedProvider[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** OpenTofu code as tracked at HEAD, folder by folder. */
    tofuCode: readonly TofuFolder[]
  }
}

const LOCK = '.terraform.lock.hcl'

/** @source `*.tf`, `*.tofu` and `.terraform.lock.hcl`, as tracked at HEAD */
export const tofuCode = documentCollector('tofuCode', {
  read: async (documents, { tofu }): Promise<readonly TofuFolder[]> => {
    if (!tofu) throw new Unseen('not asked', 'the inventory has no "tofu"')
    const paths = await documents.list()
    const strange = paths.find((path) => /\.(tf|tofu)\.json$/.test(path))
    if (strange) throw new Unseen('not understood', `${strange}: code written as JSON`)
    const code = paths.filter((path) => /\.(tf|tofu)$/.test(path))
    const found: TofuFolder[] = []
    for (const folder of [...new Set(code.map(folderOf))]) {
      const blocks: Block[] = []
      for (const path of code.filter((one) => folderOf(one) === folder))
        blocks.push(...parseHcl(await documents.read(path), path).blocks)
      const lock = `${folder}/${LOCK}`
      found.push({
        folder,
        ...settingsOf(blocks, folder),
        ...partsOf(blocks),
        ...(paths.includes(lock)
          ? { locked: lockedProviders(await documents.read(lock), lock) }
          : {}),
      })
    }
    return found
  },
})

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
