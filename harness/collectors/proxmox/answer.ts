import { list, object } from '../../model/parse.ts'

type Shape = { readonly [member: string]: unknown }

/** Where every path of the Proxmox VE API begins. */
export const API = '/api2/json'

/** What Proxmox VE wraps every answer in: `{"data": …}`. */
const dataOf = (body: unknown, path: string): unknown => {
  const answer = object(body, `the answer to ${path}`)
  if (!('data' in answer)) object(undefined, `"data" in the answer to ${path}`)
  return answer.data
}

/** The rows of a list endpoint. */
export const rowsOf = (body: unknown, path: string): readonly Shape[] =>
  list(dataOf(body, path), `the list at ${path}`).map((row) => object(row, `a row of ${path}`))

/** The one object that an endpoint is about. */
export const objectOf = (body: unknown, path: string): Shape =>
  object(dataOf(body, path), `the object at ${path}`)
