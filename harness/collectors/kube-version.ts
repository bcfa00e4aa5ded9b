import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Of the API server. */
    kubeVersion: { readonly release: string; readonly major: number; readonly minor: number }
  }
}

/** @source GET /version */
export const kubeVersion = apiCollector('kubeVersion', {
  api: 'kubernetes',
  read: async (get) => {
    const release = text(object(await get('/version'), 'version').gitVersion, 'gitVersion')
    // `major` and `minor` of the answer may carry a plus sign.
    const [, major, minor] = /^v(\d+)\.(\d+)\.\d+/.exec(release) ?? []
    if (major === undefined || minor === undefined)
      throw new Unseen('not understood', `gitVersion ${release.slice(0, 40)} is no release`)
    return { release, major: Number(major), minor: Number(minor) }
  },
})
