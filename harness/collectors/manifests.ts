import { documentCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'
import { given, maybe, rows, type Shape, textsByName, words } from './kubernetes/parts.ts'

/** An object that the repository wants in the cluster. Of its contents nothing is kept. */
export interface Manifest {
  readonly path: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  /** Annotation of ArgoCD: its place in the order; none means 0. */
  readonly wave: number
}

/** A kustomization, and what it draws in. */
export interface Kustomization {
  readonly folder: string
  /** As written, relative to the folder. */
  readonly resources: readonly string[]
  readonly charts: readonly { readonly name: string; readonly version: string }[]
  readonly isComponent: boolean
}

export interface Manifests {
  readonly objects: readonly Manifest[]
  readonly kustomizations: readonly Kustomization[]
  /** Every tracked file below. */
  readonly paths: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    manifests: Manifests
  }
}

const BELOW = 'kubernetes/'
const WAVE = 'argocd.argoproj.io/sync-wave'

/** @source YAML below `kubernetes/`, as tracked at HEAD; values of charts are not read */
export const manifests = documentCollector('manifests', {
  read: async (documents): Promise<Manifests> => {
    const paths = (await documents.list()).filter((path) => path.startsWith(BELOW))
    if (paths.length === 0) throw new Unseen('not understood', `nothing is tracked below ${BELOW}`)
    const objects: Manifest[] = []
    const kustomizations: Kustomization[] = []
    for (const path of paths.filter((one) => /\.ya?ml$/.test(one) && !isValues(one)))
      for (const piece of (await documents.read(path)).split(/^---\s*$/m)) {
        const value = parseYaml(piece, path)
        if (value === null || value === undefined) continue
        const row = object(value, path)
        if (isKustomization(path)) kustomizations.push(kustomizationOf(row, path))
        else objects.push(manifestOf(row, path))
      }
    return { objects, kustomizations, paths }
  },
})

const isValues = (path: string): boolean => /(^|\/)([\w.-]*values[\w.-]*|Chart)\.ya?ml$/.test(path)
const isKustomization = (path: string): boolean => /(^|\/)kustomization\.ya?ml$/.test(path)

function manifestOf(row: Shape, path: string): Manifest {
  const metadata = object(row.metadata, `metadata in ${path}`)
  const wave = textsByName(metadata.annotations, `annotations in ${path}`)[WAVE] ?? '0'
  if (!/^-?\d+$/.test(wave)) throw new Unseen('not understood', `a wave in ${path} is no number`)
  return {
    path,
    apiVersion: text(row.apiVersion, `apiVersion in ${path}`),
    kind: text(row.kind, `kind in ${path}`),
    name: text(metadata.name, `name in ${path}`),
    ...maybe('namespace', given(metadata.namespace, `namespace in ${path}`, text)),
    wave: Number(wave),
  }
}

const kustomizationOf = (row: Shape, path: string): Kustomization => ({
  folder: path.replace(/\/[^/]*$/, ''),
  resources: words(row.resources, `resources in ${path}`),
  charts: rows(row.helmCharts, `helmCharts in ${path}`).map((chart) => ({
    name: text(chart.name, `a chart in ${path}`),
    version: given(chart.version, `version of a chart in ${path}`, text) ?? '',
  })),
  isComponent: row.kind === 'Component',
})
