import { X509Certificate } from 'node:crypto'

/** When the first certificate of a bundle ends; undefined for no bundle, or one that nobody can read. */
export function endOf(bundle: unknown): string | undefined {
  if (typeof bundle !== 'string' || bundle === '') return undefined
  const pem = Buffer.from(bundle, 'base64').toString()
  const parts = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  try {
    const ends = parts.map((part) => Date.parse(new X509Certificate(part).validTo))
    return ends.length === 0 ? undefined : new Date(Math.min(...ends)).toISOString()
  } catch {
    return undefined
  }
}
