import { apiCollector, type Get } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { dataOf } from './vault/answer.ts'

/** Somebody, or something, that Vault knows by the ways it logs in. */
export interface VaultPerson {
  readonly name: string
  /** Names at the logins, e.g. `eva@example.net`. */
  readonly aliases: readonly string[]
  /** Policies of the entity and of its groups; those of its logins come on top. */
  readonly policies: readonly string[]
  readonly isDisabled: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    vaultPeople: readonly VaultPerson[]
  }
}

const PEOPLE = '/v1/identity/entity/id'
const GROUPS = '/v1/identity/group/id'

/** @source GET /v1/identity/entity/id?list=true and /{id}, /v1/identity/group/id?list=true and /{id} */
export const vaultPeople = apiCollector('vaultPeople', {
  api: 'vault',
  read: async (get): Promise<readonly VaultPerson[]> => {
    const groups = (await membersOf(get, GROUPS)).map((group) => ({
      members: textsOf(group.member_entity_ids, 'members of a group'),
      policies: textsOf(group.policies, 'policies of a group'),
    }))
    return (await membersOf(get, PEOPLE)).map((entity) => {
      const name = text(entity.name, 'name of an entity')
      const id = text(entity.id, `id of ${name}`)
      return {
        name,
        aliases: list(entity.aliases ?? [], `aliases of ${name}`).map((alias) =>
          text(object(alias, `an alias of ${name}`).name, `an alias of ${name}`),
        ),
        policies: [
          ...textsOf(entity.policies, `policies of ${name}`),
          ...groups.filter(({ members }) => members.includes(id)).flatMap((one) => one.policies),
        ],
        isDisabled: entity.disabled === true,
      }
    })
  },
})

type Shape = { readonly [member: string]: unknown }

/** Every one of a list; Vault says 404, without an error, where there is none. */
async function membersOf(get: Get, path: string): Promise<readonly Shape[]> {
  const { status, text: body } = await get.raw(`${path}?list=true`)
  const answer = object(parseJson(body, path), path)
  if (status === 404 && Array.isArray(answer.errors) && answer.errors.length === 0) return []
  if (status !== 200) throw new Unseen('not permitted', `GET ${path}: ${status}`)
  const found: Shape[] = []
  for (const key of textsOf(dataOf(answer, path).keys, `keys of ${path}`))
    found.push(dataOf(await get(`${path}/${key}`), `${path}/${key}`))
  return found
}

const textsOf = (value: unknown, what: string): readonly string[] =>
  list(value ?? [], what).map((one) => text(one, what))
