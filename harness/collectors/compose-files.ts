import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type ComposeService, servicesIn } from './compose/services-in.ts'
import { type ComposeVolume, volumesIn } from './compose/volumes-in.ts'

/** A compose file as it is committed. */
export interface ComposeFileSeen {
  readonly project: string
  readonly path: string
  /** Of the text, hex. */
  readonly sha256: string
  readonly services: readonly ComposeService[]
  readonly volumes: readonly ComposeVolume[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    composeFiles: readonly ComposeFileSeen[]
  }
}

/** @source the files of `placement.compose`, as tracked at HEAD */
export const composeFiles = documentCollector('composeFiles', {
  read: async (documents, { placement }) => {
    const declared = placement?.compose ?? []
    if (declared.length === 0)
      throw new Unseen('not asked', 'the inventory names no compose file under "placement"')
    const found: ComposeFileSeen[] = []
    for (const { project, path } of declared) {
      const text = await documents.read(path)
      found.push({
        project,
        path,
        sha256: await digestOf(text),
        services: servicesIn(text),
        volumes: volumesIn(text, project),
      })
    }
    return found
  },
})

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
