import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** The pipeline of the lab's repository. */
export interface Pipeline {
  readonly head: string
  /** Whether nobody may push past the checks. */
  readonly isProtected: boolean
  /** Checks that must have passed. */
  readonly required: readonly string[]
  /** The newest commits of the branch, with what their checks said. */
  readonly commits: readonly {
    readonly id: string
    readonly checks: readonly { readonly name: string; readonly state: string }[]
  }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    pipeline: Pipeline
  }
}

/** @source GET /branches/main, /commits, /commits/{sha}/status of a repository at Gitea or Forgejo; `apis.forge` ends in /api/v1/repos/<owner>/<name> */
export const pipeline = apiCollector('pipeline', {
  api: 'forge',
  read: async (get): Promise<Pipeline> => {
    const branch = object(await get('/branches/main'), 'branch main')
    const commits = []
    for (const value of list(await get('/commits?sha=main&limit=20&stat=false'), 'commits')) {
      const id = text(object(value, 'a commit').sha, 'sha of a commit')
      const { statuses } = object(await get(`/commits/${id}/status`), `status of ${id}`)
      commits.push({
        id,
        checks: list(statuses ?? [], `checks of ${id}`).map((one) => {
          const row = object(one, 'a check')
          return {
            name: text(row.context, 'context of a check'),
            state: text(row.status, 'status of a check'),
          }
        }),
      })
    }
    if (commits.length === 0) throw new Unseen('not permitted', 'the forge shows no commit at all')
    return {
      head: text(object(branch.commit, 'commit of the branch').id, 'id of the head'),
      isProtected: branch.protected === true && branch.user_can_push !== true,
      required:
        branch.enable_status_check === true
          ? list(branch.status_check_contexts, 'required checks').map((one) =>
              text(one, 'a required check'),
            )
          : [],
      commits,
    }
  },
})
