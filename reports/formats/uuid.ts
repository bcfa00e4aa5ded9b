import { createHash } from 'node:crypto'

/** Names are unique in here. Never changed: every UUID that was ever written would be another. */
const NAMESPACE = Buffer.from('6f0f3f0e1c5d4a1e9d0c7a54b9c1e2d3', 'hex')

/** The UUID of a name (version 5, RFC 9562): the same name is the same UUID, in every run and on every machine. */
export function uuidOf(...name: readonly string[]): string {
  const bytes = createHash('sha1')
    .update(NAMESPACE)
    .update(JSON.stringify(name))
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
