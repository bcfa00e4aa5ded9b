import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Block, literalOf, parseHcl } from './hcl/parse.ts'

/** A template that Packer builds. */
export interface PackerTemplate {
  /** File it is described in. */
  readonly file: string
  /** Type of builder, e.g. `proxmox-iso`. */
  readonly builder: string
  /** Name that the template gets at the hypervisor. */
  readonly name: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Templates that the tracked Packer code builds. */
    packerTemplates: readonly PackerTemplate[]
  }
}

/** @source `*.pkr.hcl`, as tracked at HEAD; `template_name` has to be a literal, or a variable with a default */
export const packerTemplates = documentCollector('packerTemplates', {
  read: async (documents, { tofu }): Promise<readonly PackerTemplate[]> => {
    if (!tofu) throw new Unseen('not asked', 'the inventory has no "tofu"')
    const paths = (await documents.list()).filter((path) => path.endsWith('.pkr.hcl'))
    const files: { file: string; blocks: readonly Block[] }[] = []
    for (const file of paths)
      files.push({ file, blocks: parseHcl(await documents.read(file), file).blocks })
    return files.flatMap(({ file, blocks }) => {
      const beside = files.filter((other) => folderOf(other.file) === folderOf(file))
      const all = beside.flatMap((other) => other.blocks)
      return blocks
        .filter(({ type, labels }) => type === 'source' && labels[0]?.startsWith('proxmox'))
        .map((source) => templateOf(file, source, all))
    })
  },
})

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

function templateOf(file: string, source: Block, all: readonly Block[]): PackerTemplate {
  const value = source.attributes.template_name
  const [, variable] = /^var\.(\w+)$/.exec(value ?? '') ?? []
  const declared = all.find(({ type, labels }) => type === 'variable' && labels[0] === variable)
  const name = literalOf(variable === undefined ? value : declared?.attributes.default)
  if (name === undefined)
    throw new Unseen('not understood', `${file}: the name of a template is computed`)
  return { file, builder: source.labels[0] ?? '', name }
}
