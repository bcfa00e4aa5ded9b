/** What looks like a secret although nobody told us of it. Every repetition is bounded: the text is an answer of a stranger. */
const MASKS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    '***',
  ],
  [/\btskey-[A-Za-z0-9-]+/g, '***'],
  [/(P[VB][ES]APIToken)=[^\s"',;\\]+/g, '$1=***'],
  [
    /(authorization\\?["']?[=:] {0,4}\\?["']?)(?:(?:basic|bearer|digest|token) {1,4})?[^\s"',\\]+/gi,
    '$1***',
  ],
  [/\/\/[^\s/@:"'\\]{0,256}:[^\s/@"'\\]{1,512}@/g, '//***@'],
  [
    /((?:password|passwd|passphrase|secret|token|api[-_]?key|auth[-_]?key|private[-_]?key)=)(\\?["']?)[^\s"'&,;\\]+/gi,
    '$1$2***',
  ],
  [
    /((?:password|passwd|passphrase|secret|token|api[-_]?key|auth[-_]?key|private[-_]?key)" ?: ?")(?:[^"\\]|\\.)+/gi,
    '$1***',
  ],
  [
    /((?:password|passwd|passphrase|secret|token|api[-_]?key|auth[-_]?key|private[-_]?key)\\" ?: ?\\")[^"\\]+/gi,
    '$1***',
  ],
]

/** The text without passwords, tokens, credentials in URLs, authorization headers and private keys. */
export const mask = (text: string): string =>
  MASKS.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text)
