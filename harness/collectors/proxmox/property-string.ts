import { Unseen } from '../../model/unseen.ts'

/**
 * A property string such as `local:disk,mp=/data,size=4G`: members by name, the first one without a
 * name under `first`.
 *
 * @throws Unseen when a later part has no name, or one name stands twice
 */
export function propertiesOf(value: string, first: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [place, part] of value.split(',').entries()) {
    const trimmed = part.trim()
    const at = trimmed.indexOf('=')
    if (at < 0 && place > 0)
      throw new Unseen('not understood', `part ${place + 1} of a ${first} setting has no name`)
    const key = at < 0 ? first : trimmed.slice(0, at)
    if (found.has(key)) throw new Unseen('not understood', `${key} stands twice in one setting`)
    found.set(key, at < 0 ? trimmed : trimmed.slice(at + 1))
  }
  return found
}
