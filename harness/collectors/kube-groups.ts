import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A group of kinds that the API server serves, and in which versions. */
export interface KubeGroup {
  readonly name: string
  readonly versions: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    kubeGroups: readonly KubeGroup[]
  }
}

/** @source GET /apis */
export const kubeGroups = apiCollector('kubeGroups', {
  api: 'kubernetes',
  read: async (get): Promise<readonly KubeGroup[]> => {
    const { groups } = object(await get('/apis'), 'groups')
    const found = list(groups, 'groups').map((value) => {
      const group = object(value, 'a group')
      return {
        name: text(group.name, 'name of a group'),
        versions: list(group.versions, 'versions of a group').map((version) =>
          text(object(version, 'a version').version, 'version of a group'),
        ),
      }
    })
    if (!found.some(({ name }) => name === 'apps'))
      throw new Unseen('not understood', 'there is no group apps, which every cluster serves')
    return found
  },
})
