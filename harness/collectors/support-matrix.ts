import { documentCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { parseYaml } from '../transports/yaml.ts'
import { textsByName, words } from './kubernetes/parts.ts'

/** What upstream supports, as somebody wrote it down, and when. */
export interface SupportMatrix {
  /** Day on which it was compared with upstream. */
  readonly comparedOn: string
  /** Releases of Kubernetes that a release of Talos supports, `1.34` by `1.11`. */
  readonly talos: Readonly<Record<string, readonly string[]>>
  /** Last day of security fixes of an image, by its name without tag. */
  readonly ends: Readonly<Record<string, string>>
}

declare module '../model/facts.ts' {
  interface LabFacts {
    supportMatrix: SupportMatrix
  }
}

const PATH = 'docs/support-matrix.yaml'

/** @source docs/support-matrix.yaml, as tracked at HEAD */
export const supportMatrix = documentCollector('supportMatrix', {
  read: async (documents): Promise<SupportMatrix> => {
    const page = object(parseYaml(await documents.read(PATH), PATH), PATH)
    return {
      comparedOn: text(page.comparedOn, `comparedOn in ${PATH}`),
      talos: Object.fromEntries(
        Object.entries(object(page.talos, `talos in ${PATH}`)).map(([release, supported]) => [
          release,
          words(supported, `${release} in ${PATH}`),
        ]),
      ),
      ends: textsByName(page.ends, `ends in ${PATH}`),
    }
  },
})
