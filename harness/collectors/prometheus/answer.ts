import { object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

/** `data` of an answer of the HTTP API. @throws Unseen when it was not a success */
export function dataOf(answer: unknown, what: string): Readonly<Record<string, unknown>> {
  const { status, data } = object(answer, what)
  if (status !== 'success')
    throw new Unseen(
      'not understood',
      `${what} is ${text(status, `status of ${what}`)}, not success`,
    )
  return object(data, `data of ${what}`)
}

/** A set of labels. */
export const labelsOf = (value: unknown, what: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(object(value, what)).map(([name, label]) => [
      name,
      text(label, `${name} of ${what}`),
    ]),
  )

/** Host, port and path of a URL; its query or login may hold a secret. */
export function whereOf(
  value: unknown,
  what: string,
): { readonly host: string; readonly port: number } {
  const written = text(value, what)
  if (!URL.canParse(written)) throw new Unseen('not understood', `${what} is no URL`)
  const { hostname, port, protocol } = new URL(written)
  const byDefault = protocol === 'https:' ? 443 : 80
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? byDefault : Number(port) }
}
