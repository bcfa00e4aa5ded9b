import { object } from '../../model/parse.ts'

type Shape = { readonly [member: string]: unknown }

/** What Vault wraps most answers in: `{"request_id": …, "data": {…}}`. */
export const dataOf = (body: unknown, path: string): Shape =>
  object(object(body, `the answer to ${path}`).data, `data of ${path}`)
