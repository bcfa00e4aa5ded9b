import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { flag, list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { words } from './kubernetes/parts.ts'

/** Somebody whom the forge tells of events in the repository. */
export interface RepositoryHook {
  /** Without a query, which may hold a secret. */
  readonly url: string
  readonly isActive: boolean
  readonly events: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Not complete when there is none: who may not administer the repository may be shown none. */
    repositoryHooks: Census<RepositoryHook>
  }
}

/** @source Forgejo or Gitea: GET /api/v1/repos/{owner}/{repo}/hooks, with the right to administer the repository */
export const repositoryHooks = apiCollector('repositoryHooks', {
  api: 'forgejo',
  read: async (get, { tofu }): Promise<Census<RepositoryHook>> => {
    if (!tofu?.forge) throw new Unseen('not asked', 'the inventory has no "tofu.forge"')
    const repository = object(await get(`/api/v1/repos/${tofu.forge}`), `repository ${tofu.forge}`)
    if (repository.full_name !== tofu.forge)
      throw new Unseen('not understood', `the forge shows another repository than ${tofu.forge}`)
    const path = `/api/v1/repos/${tofu.forge}/hooks`
    const items = list(await get(path), 'hooks').map((value) => {
      const { active, config, events } = object(value, 'a hook')
      return {
        url: text(object(config, 'config of a hook').url, 'url of a hook').replace(/[?#].*$/s, ''),
        isActive: flag(active, 'active of a hook'),
        events: words(events, 'events of a hook'),
      }
    })
    return items.length > 0
      ? { items, complete: true }
      : { items, complete: false, because: `GET ${path} shows no webhook at all` }
  },
})
