import { type LogLine, linesIn } from './streams.ts'

/** The path of the newest line of what a query means, within some time. */
export const newestPath = (query: string, since: string): string =>
  `/loki/api/v1/query_range?${new URLSearchParams({ query, since, limit: '1', direction: 'backward' })}`

/** The newest of the lines in an answer. */
export const newestIn = (answer: unknown): LogLine | undefined => linesIn(answer).at(-1)
