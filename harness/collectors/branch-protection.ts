import { apiCollector } from '../model/collector.ts'
import { flag, list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What the forge demands before a change reaches the default branch. */
export interface BranchProtection {
  readonly branch: string
  readonly isProtected: boolean
  /** Approvals that a merge needs. */
  readonly approvals: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    branchProtection: BranchProtection
  }
}

/** @source Forgejo or Gitea: GET /api/v1/repos/{owner}/{repo} and …/branches, with the right to read the repository */
export const branchProtection = apiCollector('branchProtection', {
  api: 'forgejo',
  read: async (get, { tofu }): Promise<BranchProtection> => {
    if (!tofu?.forge) throw new Unseen('not asked', 'the inventory has no "tofu.forge"')
    const at = `/api/v1/repos/${tofu.forge}`
    const repository = object(await get(at), `the repository ${tofu.forge}`)
    const branch = text(repository.default_branch, 'default_branch')
    const branches = list(await get(`${at}/branches?limit=50`), 'the branches').map((row) =>
      object(row, 'a branch'),
    )
    const found = branches.find(({ name }) => name === branch)
    if (!found) throw new Unseen('not permitted', `the branch ${branch} is not listed`)
    return {
      branch,
      isProtected: flag(found.protected, 'protected'),
      approvals: number(found.required_approvals, 'required_approvals'),
    }
  },
})
