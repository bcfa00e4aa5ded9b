import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { wholeList } from './kubernetes/list.ts'
import { placedMetaOf } from './kubernetes/metadata.ts'
import { given, maybe, part, type Shape, textsByName, words } from './kubernetes/parts.ts'

/** How one API server was started, as the mirror of its static pod has it: the flags of its last start. */
export interface ApiServerFlags {
  readonly pod: string
  readonly node: string
  readonly startedAt?: string
  /** By name without dashes. None of them takes a secret, but files do. */
  readonly flags: Readonly<Record<string, string>>
}

declare module '../model/facts.ts' {
  interface LabFacts {
    apiServerFlags: Census<ApiServerFlags>
  }
}

/** @source GET /api/v1/pods, those of kube-apiserver */
export const apiServerFlags = apiCollector('apiServerFlags', {
  api: 'kubernetes',
  read: async (get): Promise<Census<ApiServerFlags>> => {
    const { items, ...look } = await wholeList(get, '/api/v1/pods', { kind: 'PodList' })
    return { ...look, items: items.filter(isApiServer).map(flagsOf) }
  },
})

const isApiServer = (item: Shape): boolean => {
  const { namespace, labels } = object(item.metadata, 'metadata')
  return (
    namespace === 'kube-system' && textsByName(labels, 'labels')['k8s-app'] === 'kube-apiserver'
  )
}

function flagsOf(item: Shape): ApiServerFlags {
  const { name } = placedMetaOf(item, 'a pod')
  const spec = object(item.spec, `spec of ${name}`)
  const [container] = list(spec.containers, `containers of ${name}`)
  const { args, command } = object(container, `container of ${name}`)
  return {
    pod: name,
    node: text(spec.nodeName, `nodeName of ${name}`),
    ...maybe('startedAt', given(part(item.status, name).startTime, `startTime of ${name}`, text)),
    flags: Object.fromEntries(
      [...words(command, name), ...words(args, name)].flatMap((word) => {
        const [, flag, value = 'true'] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? []
        return flag === undefined ? [] : [[flag, value]]
      }),
    ),
  }
}
