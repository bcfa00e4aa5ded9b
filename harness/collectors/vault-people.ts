import { apiCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { dataOf } from './vault/answer.ts'

/** Somebody, or something, that Vault knows by the ways it logs in. */
export interface VaultPerson {
  readonly name: string
  /** Names at the logins, e.g. `eva@example.net`. */
  readonly aliases: readonly string[]
  /** Policies given to the entity itself; those of its logins come on top. */
  readonly policies: readonly string[]
  readonly isDisabled: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultPeople: readonly VaultPerson[]
  }
}

const PATH = '/v1/identity/entity/id'

/** @source GET /v1/identity/entity/id?list=true, /v1/identity/entity/id/{id} */
export const vaultPeople = apiCollector('vaultPeople', {
  api: 'vault',
  read: async (get): Promise<readonly VaultPerson[]> => {
    const people: VaultPerson[] = []
    for (const key of list(dataOf(await get(`${PATH}?list=true`), PATH).keys, `keys of ${PATH}`)) {
      const id = text(key, 'id of an entity')
      const entity = dataOf(await get(`${PATH}/${id}`), `${PATH}/${id}`)
      const name = text(entity.name, `name of ${id}`)
      people.push({
        name,
        aliases: list(entity.aliases ?? [], `aliases of ${name}`).map((alias) =>
          text(object(alias, `an alias of ${name}`).name, `an alias of ${name}`),
        ),
        policies: list(entity.policies ?? [], `policies of ${name}`).map((one) =>
          text(one, `a policy of ${name}`),
        ),
        isDisabled: entity.disabled === true,
      })
    }
    return people
  },
})
