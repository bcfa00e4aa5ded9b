import { parseAllDocuments } from 'yaml'
import { BadInput } from '../../model/bad-input.ts'
import { list, object, text } from '../../model/parse.ts'
import type { ChangeFile } from '../prediction.ts'

/** One object of a manifest, with what the API would add to it. */
export interface Manifest {
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly item: Readonly<Record<string, unknown>>
}

/** @throws BadInput when it is no YAML, holds nothing, or something that is no object of Kubernetes */
export function manifestsOf(
  { path, text: content }: ChangeFile,
  takenAt: string,
): readonly Manifest[] {
  try {
    const documents = parseAllDocuments(content)
    const broken = documents.flatMap(({ errors }) => errors)[0]
    if (broken) throw new Error(broken.message.split('\n')[0])
    const found = documents
      .map((document) => document.toJS() as unknown)
      .filter((one) => one !== null && one !== undefined)
      .flatMap((one) => itemsOf(object(one, 'a document')))
      .map((one) => manifestOf(one, takenAt))
    if (found.length === 0) throw new Error('it holds no object')
    return found
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadInput([
      `${path}: not manifests of Kubernetes: ${why}; render them with \`kustomize build\` first`,
    ])
  }
}

type Shape = Readonly<Record<string, unknown>>

const itemsOf = (of: Shape): readonly Shape[] =>
  of.kind === 'List'
    ? list(of.items, 'items of a List').map((item) => object(item, 'an item of a List'))
    : [of]

function manifestOf(of: Shape, takenAt: string): Manifest {
  const kind = text(of.kind, 'kind')
  text(of.apiVersion, `apiVersion of a ${kind}`)
  const metadata = object(of.metadata, `metadata of a ${kind}`)
  const name = text(metadata.name, `name of a ${kind}`)
  const namespace = metadata.namespace === undefined ? 'default' : text(metadata.namespace, kind)
  const added = { namespace, creationTimestamp: takenAt, generation: 1 }
  return { kind, name, namespace, item: { ...of, metadata: { ...added, ...metadata } } }
}
