import { Unseen } from '../../model/unseen.ts'
import { bytes } from './rows.ts'
import type { PoolDevice, PoolScan, PoolState } from './status-json.ts'

/** States of pools as `zpool status -p -P` prints them, in English and UTC: OpenZFS before 2.3 has no JSON. */
export function statesInText(text: string): readonly PoolState[] {
  if (/^no pools available\s*$/.test(text)) return []
  const parts = text.split(/^(?= +pool: )/m).filter((part) => part.trim() !== '')
  return parts.map((part) => {
    const fields = fieldsOf(part)
    const name = field(fields, 'pool', part)
    const notice = fields.get('status')
    const last = ['scan', 'scrub'].find((key) => fields.has(key))
    const scan = last ? scanOf(field(fields, last, name), name) : undefined
    return {
      name,
      state: field(fields, 'state', name),
      errorCount: errorsOf(field(fields, 'errors', name), name),
      ...(notice === undefined ? {} : { notice }),
      ...(scan === undefined ? {} : { scan }),
      devices: devicesOf(part, name),
    }
  })
}

const HEAD =
  /^ *(pool|state|status|action|see|scan|scrub|config|errors|remove|checkpoint|dedup): ?(.*)$/

/** Fields of one pool; what is indented below one belongs to it. */
function fieldsOf(part: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let last = ''
  for (const line of part.split('\n')) {
    const [, key, value = ''] = HEAD.exec(line) ?? []
    if (key !== undefined) {
      last = key
      fields.set(key, value.trim())
    } else if (last !== 'config' && line.trim() !== '')
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`.trim())
  }
  return fields
}

function field(fields: ReadonlyMap<string, string>, key: string, of: string): string {
  const value = fields.get(key)
  if (!value) throw new Unseen('not understood', `zpool status has no ${key} of ${of.slice(0, 40)}`)
  return value
}

function errorsOf(text: string, of: string): number {
  if (text === 'No known data errors') return 0
  const [, found] = /^(\d+) data errors/.exec(text) ?? []
  const [, files] =
    /^Permanent errors have been detected in the following files: *(.*)$/.exec(text) ?? []
  if (found === undefined && files === undefined)
    throw new Unseen('not understood', `zpool status does not count the errors of ${of}`)
  return found === undefined ? Math.max(1, (files ?? '').split(/\s+/).length) : Number(found)
}

const ENDED =
  /^(scrub repaired|resilvered) \S+ in .+ with (\d+) errors on \w{3} (\w{3} +\d+ \d\d:\d\d:\d\d \d{4})/
/** ZFS in user space: `scrub: resilver completed after 0h0m with 0 errors on Sat Nov 28 11:57:28 2026`. */
const OLD_ENDED =
  /^(scrub|resilver) (completed|stopped) after \S+ with (\d+) errors on \w{3} (\w{3} +\d+ \d\d:\d\d:\d\d \d{4})/
const OLD_GOING_ON = /^(scrub|resilver) in progress for /
const GIVEN_UP = /^(scrub|resilver) canceled on \w{3} (\w{3} +\d+ \d\d:\d\d:\d\d \d{4})/
const GOING_ON = /^(scrub|resilver) (?:in progress|paused) since /

function scanOf(text: string, of: string): PoolScan | undefined {
  if (text.startsWith('none requested')) return undefined
  const ended = ENDED.exec(text)
  if (ended)
    return {
      kind: ended[1] === 'resilvered' ? 'resilver' : 'scrub',
      state: 'finished',
      errors: Number(ended[2]),
      endedAt: timeOf(ended[3], of),
    }
  const old = OLD_ENDED.exec(text)
  if (old?.[2] === 'stopped')
    return { kind: kindOf(old[1]), state: 'canceled', endedAt: timeOf(old[4], of) }
  if (old)
    return {
      kind: kindOf(old[1]),
      state: 'finished',
      errors: Number(old[3]),
      endedAt: timeOf(old[4], of),
    }
  const givenUp = GIVEN_UP.exec(text)
  if (givenUp)
    return { kind: kindOf(givenUp[1]), state: 'canceled', endedAt: timeOf(givenUp[2], of) }
  const goingOn = GOING_ON.exec(text) ?? OLD_GOING_ON.exec(text)
  if (goingOn) return { kind: kindOf(goingOn[1]), state: 'running' }
  throw new Unseen('not understood', `the scan of ${of} is told in words not known here`)
}

const kindOf = (word: string | undefined) => (word === 'resilver' ? 'resilver' : 'scrub')

function timeOf(text: string | undefined, of: string): string {
  const at = Date.parse(`${text?.replaceAll(/ +/g, ' ')} UTC`)
  if (Number.isNaN(at)) throw new Unseen('not understood', `the scan of ${of} has no time`)
  return new Date(at).toISOString()
}

const DEVICE = /^\t( *)(\S+) +([A-Z]+) +(\d\S*) +(\d\S*) +(\d\S*)(?: .*)?$/

/** ZFS in user space leaves `/dev/` out. Names of groups have no slash. */
function pathOf(name: string): { readonly path?: string } {
  if (!name.includes('/')) return {}
  return { path: name.startsWith('/') ? name : `/dev/${name}` }
}

function devicesOf(part: string, of: string): readonly PoolDevice[] {
  const config = part.slice(part.search(/^config:/m), part.search(/^errors:/m))
  const spares = config.search(/^\tspares\s*$/m)
  const lines = (spares < 0 ? config : config.slice(0, spares)).split('\n')
  const rows = lines.filter((line) => /^\t/.test(line) && !/^\tNAME /.test(line))
  const devices = rows
    .filter((line) => !/^\t(?:logs|cache|special|dedup)\s*$/.test(line))
    .map((line) => {
      const [, , name = '', state = '', read, write, checksum] = DEVICE.exec(line) ?? []
      if (name === '')
        throw new Unseen('not understood', `zpool status has a device of ${of} in another form`)
      return {
        name,
        state,
        ...pathOf(name),
        readErrors: bytes(read, `read errors of ${name}`),
        writeErrors: bytes(write, `write errors of ${name}`),
        checksumErrors: bytes(checksum, `checksum errors of ${name}`),
      }
    })
  if (devices.length === 0)
    throw new Unseen('not understood', `zpool status shows no device of ${of}`)
  return devices
}
