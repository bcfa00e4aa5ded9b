import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { policyOf, type TailnetPolicy } from './tailscale/policy.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** The policy that was reviewed: the tracked file, at HEAD. */
    tailnetPolicyFile: TailnetPolicy
  }
}

/**
 * The policy of the tailnet as committed.
 *
 * @source the file that `tailnet.policy` of the inventory names
 * @unknown the inventory names none · it is not tracked
 */
export const tailnetPolicyFile = documentCollector('tailnetPolicyFile', {
  read: async (documents, { tailnet }) => {
    if (tailnet?.policy === undefined)
      throw new Unseen('not asked', 'the inventory names no file under tailnet.policy')
    return policyOf(await documents.read(tailnet.policy), tailnet.policy)
  },
})
