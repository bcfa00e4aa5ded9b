import type { Get } from '../../model/collector.ts'
import { Unseen } from '../../model/unseen.ts'

/** A `Get` for tests of parsers: what each path answers; any other path is not permitted. */
export function answering(answers: Readonly<Record<string, unknown>>): Get {
  const bodyOf = (path: string): unknown => {
    if (!(path in answers)) throw new Unseen('not permitted', `GET ${path}: 403`)
    return answers[path]
  }
  return Object.assign(async (path: string) => bodyOf(path), {
    raw: async (path: string) => ({
      status: 200,
      contentType: 'application/json;charset=UTF-8',
      text: JSON.stringify(bodyOf(path)),
    }),
  })
}
