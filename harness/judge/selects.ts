import { Unverifiable } from '../model/verdict.ts'

/** A label selector of Kubernetes. */
interface Selector {
  readonly labels: Readonly<Record<string, string>>
  readonly terms: readonly {
    readonly key: string
    readonly operator: string
    readonly values: readonly string[]
  }[]
}

/** Whether a selector means an object with these labels; an empty one means every object. */
export function selects(
  { labels: wanted, terms }: Selector,
  labels: Readonly<Record<string, string>>,
): boolean {
  const fits = ({ key, operator, values }: Selector['terms'][number]): boolean => {
    const value = labels[key]
    if (operator === 'Exists') return value !== undefined
    if (operator === 'DoesNotExist') return value === undefined
    if (operator === 'In') return value !== undefined && values.includes(value)
    if (operator === 'NotIn') return value === undefined || !values.includes(value)
    throw new Unverifiable(`a selector says ${operator}, which is not understood`)
  }
  return Object.entries(wanted).every(([key, value]) => labels[key] === value) && terms.every(fits)
}
