import { type Block, literalOf } from '../hcl/parse.ts'

/** What a folder declares, without any value that could be secret. */
export interface TofuParts {
  readonly variables: readonly {
    readonly name: string
    /** Conditions of its validations, as they stand. */
    readonly conditions: readonly string[]
  }[]
  readonly outputs: readonly {
    readonly name: string
    /** As it stands, when it refers to something; else `null` or `a literal`. */
    readonly value: string
    readonly isSensitive: boolean
  }[]
  readonly modules: readonly {
    readonly name: string
    readonly source?: string
    /** As it stands; absent means one. */
    readonly count?: string
  }[]
  readonly resources: readonly {
    readonly type: string
    readonly name: string
    /** Types of the blocks inside, e.g. `initialization`. */
    readonly parts: readonly string[]
    /** Attributes whose changes are not looked at; `all` means every one. */
    readonly ignores: readonly string[]
  }[]
}

export const partsOf = (blocks: readonly Block[]): TofuParts => {
  const of = (wanted: string) => blocks.filter(({ type }) => type === wanted)
  return {
    variables: of('variable').map(({ labels, blocks: inner }) => ({
      name: labels[0] ?? '',
      conditions: inner
        .filter(({ type }) => type === 'validation')
        .flatMap(({ attributes }) => attributes.condition ?? []),
    })),
    outputs: of('output').map(({ labels, attributes }) => ({
      name: labels[0] ?? '',
      value: told(attributes.value),
      isSensitive: attributes.sensitive === 'true',
    })),
    modules: of('module').map(({ labels, attributes }) => {
      const source = literalOf(attributes.source)
      return {
        name: labels[0] ?? '',
        ...(source === undefined ? {} : { source }),
        ...(attributes.count === undefined ? {} : { count: attributes.count }),
      }
    }),
    resources: of('resource').map(({ labels, blocks: inner }) => ({
      type: labels[0] ?? '',
      name: labels[1] ?? '',
      parts: inner.map(({ type, labels: [label] }) =>
        type === 'dynamic' && label !== undefined ? label : type,
      ),
      ignores: inner
        .filter(({ type }) => type === 'lifecycle')
        .flatMap(({ attributes }) => attributes.ignore_changes?.match(/\w+/g) ?? []),
    })),
  }
}

/** A literal could be a secret that somebody wrote down. */
const told = (value = 'null'): string =>
  value === 'null' || (/^[A-Za-z_][\w.[\]*]*$/.test(value) && value.includes('.'))
    ? value
    : /[A-Za-z_]\w*\.\w/.test(value.replaceAll(/"[^"]*"/g, ''))
      ? 'an expression'
      : 'a literal'
