import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What a person vouches for, as no machine can see it. */
export interface Attestation {
  /** Name of the file, e.g. `physical-access`. */
  readonly about: string
  /** Absent where nobody signed it. */
  readonly by?: string
  /** Day, `YYYY-MM-DD`; absent as well when it is written otherwise. */
  readonly on?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Attestations that are tracked: one file each under `docs/attestations/`. */
    attestations: readonly Attestation[]
  }
}

const FILE = /^docs\/attestations\/([a-z0-9-]+)\.md$/

/** @source `docs/attestations/*.md` with items `- Attested by:` and `- Attested on:`, as tracked at HEAD */
export const attestations = documentCollector('attestations', {
  read: async (documents): Promise<readonly Attestation[]> => {
    const found: Attestation[] = []
    for (const path of await documents.list()) {
      const [, about] = FILE.exec(path) ?? []
      if (about === undefined) continue
      const page = await documents.read(path)
      const by = itemOf(page, 'Attested by', path)
      const on = itemOf(page, 'Attested on', path)
      found.push({
        about,
        ...(by === undefined ? {} : { by }),
        ...(on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
      })
    }
    return found
  },
})

function itemOf(page: string, name: string, path: string): string | undefined {
  const found = [...page.matchAll(new RegExp(`^[-*] ${name}:[ \\t]*(\\S.*?)[ \\t]*$`, 'gm'))]
  if (found.length > 1) throw new Unseen('not understood', `${path}: "${name}" stands twice`)
  return found[0]?.[1]
}
