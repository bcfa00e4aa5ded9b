import { flag, list, object, text } from '../../model/parse.ts'

export type Shape = Readonly<Record<string, unknown>>

/**
 * Kubernetes leaves out of an object what is empty, false or zero: an absent list is an empty one, an
 * absent flag is off. It says so of every field that is read through these.
 */
export const part = (value: unknown, what: string): Shape =>
  value === undefined || value === null ? {} : object(value, what)

export const rows = (value: unknown, what: string): readonly Shape[] =>
  value === undefined || value === null ? [] : list(value, what).map((row) => object(row, what))

export const words = (value: unknown, what: string): readonly string[] =>
  value === undefined || value === null ? [] : list(value, what).map((word) => text(word, what))

export const isOn = (value: unknown, what: string): boolean =>
  value === undefined ? false : flag(value, what)

/** Labels, annotations, node selectors, data of a ConfigMap: text by name. */
export const textsByName = (value: unknown, what: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(part(value, what)).map(([name, one]) => [name, text(one, `${name} of ${what}`)]),
  )

/** A member that is there only when it has a value. */
export const maybe = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [name in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [name in Key]?: Value }

/** The value read by `read`, unless it is left out. */
export const given = <Value>(
  value: unknown,
  what: string,
  read: (value: unknown, what: string) => Value,
): Value | undefined => (value === undefined || value === null ? undefined : read(value, what))
