import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A waiver as it is committed. */
export interface TrackedWaiver {
  readonly control: string
  /** Members that it names of an offender, as they are written. */
  readonly offender: string
  readonly because: string
  readonly until: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Of the file `decisions.waivers`. */
    trackedWaivers: readonly TrackedWaiver[]
  }
}

/** @source the file `decisions.waivers`, as tracked at HEAD, in block style */
export const trackedWaivers = documentCollector('trackedWaivers', {
  read: async (documents, { decisions }) => {
    if (!decisions?.waivers)
      throw new Unseen('not asked', 'the inventory does not say where the waivers are committed')
    const text = await documents.read(decisions.waivers)
    const lines = text
      .split('\n')
      .map((line) => line.replace(/^\s*#.*$|\s+#.*$/, '').trimEnd())
      .filter(Boolean)
    if (lines.join() === '[]') return []
    return lines
      .join('\n')
      .split(/^- /m)
      .filter(Boolean)
      .map((entry) => waiverOf(entry, decisions.waivers ?? ''))
  },
})

function waiverOf(entry: string, file: string): TrackedWaiver {
  const one = (key: string): string => {
    const [, value] = new RegExp(`^\\s*${key}:\\s*(.+)$`, 'm').exec(entry) ?? []
    if (value === undefined)
      throw new Unseen('not understood', `a waiver of ${file} has no ${key} on a line of its own`)
    return value.replace(/^(["'])(.*)\1$/, '$2')
  }
  return {
    control: one('control'),
    offender: one('offender'),
    because: one('because'),
    until: one('until'),
  }
}
