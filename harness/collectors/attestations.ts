import type { Attestation } from '../model/attestation.ts'
import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { digestOf } from './attestations/digest.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Attestations that are tracked: one file each under `docs/attestations/`. */
    attestations: readonly Attestation[]
  }
}

const FILE = /^docs\/attestations\/([a-z0-9-]+)\.md$/

/**
 * @source `docs/attestations/*.md` with items `- Attested by:`, `- Attested on:`, `- Valid until:`, `- Evidence:` and
 * `- SHA-256:`, as tracked at HEAD
 */
export const attestations = documentCollector('attestations', {
  read: async (documents): Promise<readonly Attestation[]> => {
    const found: Attestation[] = []
    const tracked = await documents.list()
    for (const path of tracked) {
      const [, about] = FILE.exec(path) ?? []
      if (about === undefined) continue
      const page = await documents.read(path)
      const by = itemOf(page, 'Attested by', path)
      const [on, until] = ['Attested on', 'Valid until'].map((name) =>
        dayOf(itemOf(page, name, path)),
      )
      const [at, sha256] = ['Evidence', 'SHA-256'].map((name) => itemOf(page, name, path))
      const kept =
        at !== undefined &&
        sha256 !== undefined &&
        /^[0-9a-f]{64}$/.test(sha256) &&
        (tracked.includes(at) || !PATH.test(at))
      const text =
        kept && tracked.includes(at) && TEXT.test(at) ? await documents.read(at) : undefined
      found.push({
        about,
        ...(by === undefined ? {} : { by }),
        ...(on === undefined ? {} : { on }),
        ...(until === undefined ? {} : { until }),
        ...(kept
          ? { evidence: { at, sha256, ...(text === undefined ? {} : { found: digestOf(text) }) } }
          : {}),
      })
    }
    return found
  },
})

/** What reads as a path of the repository has to be there; what is kept elsewhere is told in words. */
const PATH = /^[\w.-]+(?:\/[\w.-]+)+$/

/** What a repository gives as text, byte for byte. */
const TEXT = /\.(?:csv|json|log|md|txt|ya?ml)$/

const dayOf = (written: string | undefined): string | undefined =>
  written !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : undefined

function itemOf(page: string, name: string, path: string): string | undefined {
  const found = [...page.matchAll(new RegExp(`^[-*] ${name}:[ \\t]*(\\S.*?)[ \\t]*$`, 'gm'))]
  if (found.length > 1) throw new Unseen('not understood', `${path}: "${name}" stands twice`)
  return found[0]?.[1]
}
