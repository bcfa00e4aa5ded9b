import type { Get } from '../../model/collector.ts'
import { answering } from '../text/answers.ts'

/** An API server for tests of parsers: the items that each list has, by path and kind. */
export const listing = (
  lists: Readonly<Record<string, readonly [kind: string, ...items: unknown[]]>>,
): Get =>
  answering(
    Object.fromEntries(
      Object.entries(lists).map(([path, [kind, ...items]]) => [
        `${path}?limit=500`,
        { kind, metadata: { resourceVersion: '7' }, items },
      ]),
    ),
  )

/** Metadata of an object for tests. */
export const meta = (name: string, namespace?: string, more: object = {}) => ({
  name,
  ...(namespace === undefined ? {} : { namespace }),
  creationTimestamp: '2026-01-02T03:04:05Z',
  generation: 3,
  ...more,
})
