import { apiCollector } from '../model/collector.ts'
import { list, number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { dataOf } from './vault/answer.ts'

/** What a pod gets that logs in with its service account. */
export interface VaultRole {
  readonly name: string
  /** Service accounts and namespaces that may use it, with wildcards as they stand. */
  readonly accounts: readonly string[]
  readonly namespaces: readonly string[]
  /** Whether namespaces are chosen by labels besides. */
  readonly hasSelector: boolean
  readonly policies: readonly string[]
  /** 0 leaves it to the mount, which may be a month. */
  readonly maxTtlSeconds: number
  /** Above 0 a token can be renewed for ever, whatever the longest time is. */
  readonly periodSeconds: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Roles of the Kubernetes login, all of them. */
    vaultRoles: readonly VaultRole[]
  }
}

/** @source GET /v1/auth/{mount}/role?list=true, /v1/auth/{mount}/role/{name}; the mount is `vault.login` of the inventory */
export const vaultRoles = apiCollector('vaultRoles', {
  api: 'vault',
  read: async (get, { vault }): Promise<readonly VaultRole[]> => {
    if (!vault) throw new Unseen('not asked', 'the inventory has no "vault"')
    const at = `/v1/auth/${vault.login}/role`
    const names = list(dataOf(await get(`${at}?list=true`), at).keys, `keys of ${at}`)
    const roles: VaultRole[] = []
    for (const key of names) {
      const name = text(key, 'name of a role')
      const role = dataOf(await get(`${at}/${name}`), `${at}/${name}`)
      const words = (value: unknown, what: string) =>
        list(value ?? [], `${what} of role ${name}`).map((one) => text(one, `${what} of ${name}`))
      roles.push({
        name,
        accounts: words(role.bound_service_account_names, 'accounts'),
        namespaces: words(role.bound_service_account_namespaces, 'namespaces'),
        hasSelector: (role.bound_service_account_namespace_selector ?? '') !== '',
        policies: words(role.token_policies ?? role.policies, 'policies'),
        maxTtlSeconds: number(role.token_max_ttl ?? 0, `token_max_ttl of ${name}`),
        periodSeconds: number(role.token_period ?? role.period ?? 0, `token_period of ${name}`),
      })
    }
    return roles
  },
})
