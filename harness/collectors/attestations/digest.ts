import { createHash } from 'node:crypto'

/** SHA-256 of a text as `sha256sum` gives it, hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
