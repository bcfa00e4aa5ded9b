import { apiCollector } from '../model/collector.ts'
import { type Reason, Unseen } from '../model/unseen.ts'
import { TAILNET } from './tailscale/api-path.ts'
import { policyOf, type TailnetPolicy } from './tailscale/policy.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** The policy in force. Its tests pass: Tailscale refuses to save one whose tests fail. */
    tailnetPolicy: TailnetPolicy
  }
}

const REASON: Readonly<Record<number, Reason>> = {
  401: 'unauthenticated',
  403: 'not permitted',
  404: 'not permitted',
}

/**
 * The policy of the tailnet as it is in force, which may be another one than the file that was reviewed.
 *
 * @source GET /api/v2/tailnet/-/acl, scope `policy_file:read`; JSON or HuJSON
 * @unknown the token may not read it · a section that is not known here
 */
export const tailnetPolicy = apiCollector('tailnetPolicy', {
  api: 'tailscale',
  read: async (get) => {
    const { status, text } = await get.raw(`${TAILNET}/acl`)
    if (status !== 200)
      throw new Unseen(
        REASON[status] ?? 'not understood',
        `GET ${TAILNET}/acl: status ${status}; the token needs the scope policy_file:read`,
      )
    return policyOf(text, 'the policy of the tailnet')
  },
})
