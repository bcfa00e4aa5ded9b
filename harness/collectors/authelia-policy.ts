import { documentCollector } from '../model/collector.ts'
import { list, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'

/** A rule of Authelia; the first that matches decides. */
export interface AutheliaRule {
  readonly domains: readonly string[]
  /** `bypass`, `one_factor`, `two_factor`, `deny`. */
  readonly policy: string
  /** Whether it is for some requests only: by path, network, method, user or query. */
  readonly isNarrower: boolean
}

export interface AutheliaPolicy {
  readonly defaultPolicy: string
  readonly rules: readonly AutheliaRule[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Access control of the tracked configuration that is deployed at the proxy. */
    autheliaPolicy: AutheliaPolicy
  }
}

const NARROWING = ['resources', 'networks', 'methods', 'subject', 'query', 'domain_regex']

/** @source configuration.yml of Authelia, as tracked at HEAD */
export const autheliaPolicy = documentCollector('autheliaPolicy', {
  read: async (documents, { iac }): Promise<AutheliaPolicy> => {
    const at = iac?.deployed.find(({ path }) => /authelia\/configuration\.ya?ml$/.test(path))
    if (!at) throw new Unseen('not asked', 'iac.deployed names no configuration of Authelia')
    const { access_control } = object(
      parseYaml(await documents.read(at.source), at.source),
      at.source,
    )
    const control = object(access_control, 'access_control')
    return {
      defaultPolicy: text(control.default_policy, 'default_policy'),
      rules: list(control.rules ?? [], 'rules').map((value) => {
        const row = object(value, 'a rule')
        const domains = Array.isArray(row.domain) ? row.domain : [row.domain]
        return {
          domains: domains.map((one) => text(one, 'domain of a rule')),
          policy: text(row.policy, 'policy of a rule'),
          isNarrower: NARROWING.some((key) => row[key] !== undefined),
        }
      }),
    }
  },
})
