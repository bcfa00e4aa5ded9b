import { object } from '../../model/parse.ts'
import { propertiesOf } from './property-string.ts'

/** Rules of retention, `keep-daily` and so on, which are told as text or as an object. */
export const keepOf = (value: unknown, what: string): Readonly<Record<string, string>> =>
  typeof value === 'string'
    ? Object.fromEntries(propertiesOf(value, 'prune-backups'))
    : Object.fromEntries(
        Object.entries(object(value, what)).map(([key, kept]) => [key, String(kept)]),
      )
