import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A file of the lab's repository, as it is at HEAD. */
export interface TrackedFile {
  readonly path: string
  readonly bytes: number
  /** SHA-256 of its content, hex. */
  readonly sha256: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every tracked file: what git ignores, or has only in the working tree, is not among them. */
    trackedFiles: readonly TrackedFile[]
  }
}

/** @source the tree of HEAD */
export const trackedFiles = documentCollector('trackedFiles', {
  read: async (documents, { iac }): Promise<readonly TrackedFile[]> => {
    if (!iac)
      throw new Unseen('not asked', 'the inventory has no "iac": its repository is not read')
    const paths = await documents.list()
    if (paths.length === 0) throw new Unseen('not understood', 'nothing is tracked')
    return await Promise.all(
      paths.map(async (path) => {
        const bytes = new TextEncoder().encode(await documents.read(path))
        const digest = await crypto.subtle.digest('SHA-256', bytes)
        return { path, bytes: bytes.length, sha256: Buffer.from(digest).toString('hex') }
      }),
    )
  },
})
