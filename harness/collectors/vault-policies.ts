import { apiCollector } from '../model/collector.ts'
import { list, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseHcl } from './hcl/parse.ts'
import { dataOf } from './vault/answer.ts'

/** Rules of one policy. `root` cannot be read, and has none. */
export interface VaultPolicy {
  readonly name: string
  readonly rules: readonly { readonly path: string; readonly capabilities: readonly string[] }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultPolicies: readonly VaultPolicy[]
  }
}

const PATH = '/v1/sys/policies/acl'

/** @source GET /v1/sys/policies/acl?list=true, /v1/sys/policies/acl/{name} */
export const vaultPolicies = apiCollector('vaultPolicies', {
  api: 'vault',
  read: async (get): Promise<readonly VaultPolicy[]> => {
    const names = list(dataOf(await get(`${PATH}?list=true`), PATH).keys, `keys of ${PATH}`)
    // Every Vault has these two, which cannot be deleted.
    if (!['root', 'default'].every((name) => names.includes(name)))
      throw new Unseen('not permitted', 'the list of policies lacks those that every Vault has')
    const policies: VaultPolicy[] = []
    for (const key of names) {
      const name = text(key, 'name of a policy')
      if (name === 'root') policies.push({ name, rules: [] })
      else {
        const { policy } = dataOf(await get(`${PATH}/${name}`), `${PATH}/${name}`)
        policies.push({ name, rules: rulesOf(text(policy, `policy ${name}`), name) })
      }
    }
    return policies
  },
})

const rulesOf = (source: string, name: string): VaultPolicy['rules'] =>
  parseHcl(source, `policy ${name}`)
    .blocks.filter(({ type }) => type === 'path')
    .map(({ labels, attributes }) => ({
      path: labels[0] ?? '',
      // Before 0.6 there was one word, `policy = "write"`; it still counts.
      capabilities: [
        ...`${attributes.capabilities ?? ''} ${attributes.policy ?? ''}`.matchAll(/"(\w+)"/g),
      ].map(([, word = '']) => word),
    }))
