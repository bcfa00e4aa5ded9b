import { Unseen } from '../../model/unseen.ts'
import { type Block, literalOf, membersOf } from '../hcl/parse.ts'

/** What the `terraform` blocks of a folder say. */
export interface TofuSettings {
  /** Where state is kept; absent means a file beside the code. */
  readonly backend?: {
    readonly type: string
    /** Whether it says that it encrypts what it stores. */
    readonly isEncrypted: boolean
  }
  readonly stateEncryption?: Encryption
  readonly planEncryption?: Encryption
  readonly providers: readonly {
    readonly name: string
    readonly source?: string
    readonly version?: string
  }[]
}

/** How OpenTofu itself encrypts. */
export interface Encryption {
  /** `aes_gcm` or `unencrypted`; absent when nothing is said. */
  readonly method?: string
  /** Whether it refuses to write plain text. */
  readonly isEnforced: boolean
  /** Whether another method is accepted besides. */
  readonly hasFallback: boolean
}

export function settingsOf(blocks: readonly Block[], folder: string): TofuSettings {
  const settings = blocks.filter(({ type }) => type === 'terraform').flatMap((one) => one.blocks)
  const backends = settings.filter(({ type }) => type === 'backend' || type === 'cloud')
  if (backends.length > 1) throw new Unseen('not understood', `${folder}: two backends`)
  const encryption = settings.find(({ type }) => type === 'encryption')
  const state = encryptionOf(encryption, 'state')
  const plan = encryptionOf(encryption, 'plan')
  return {
    ...(backends[0] ? { backend: backendOf(backends[0]) } : {}),
    ...(state ? { stateEncryption: state } : {}),
    ...(plan ? { planEncryption: plan } : {}),
    providers: settings.filter(({ type }) => type === 'required_providers').flatMap(providersOf),
  }
}

const backendOf = ({ type, labels, attributes }: Block) => ({
  type: type === 'cloud' ? 'cloud' : (labels[0] ?? ''),
  isEncrypted: attributes.encrypt === 'true' || attributes.kms_key_id !== undefined,
})

function encryptionOf(encryption: Block | undefined, what: string): Encryption | undefined {
  const target = encryption?.blocks.find(({ type }) => type === what)
  if (!encryption || !target) return undefined
  const [, method] = /^method\.(\w+)\.\w+$/.exec(target.attributes.method ?? '') ?? []
  return {
    ...(method === undefined ? {} : { method }),
    isEnforced: target.attributes.enforced === 'true',
    hasFallback: target.blocks.some(({ type }) => type === 'fallback'),
  }
}

const providersOf = ({ attributes }: Block): TofuSettings['providers'] =>
  Object.entries(attributes).map(([name, value]) => {
    const members = membersOf(value)
    if (!members) throw new Unseen('not understood', `what the provider ${name} has to be`)
    const source = literalOf(members.source)
    const version = literalOf(members.version)
    return {
      name,
      ...(source === undefined ? {} : { source }),
      ...(version === undefined ? {} : { version }),
    }
  })
