import { createHash } from 'node:crypto'
import { Unseen } from '../../model/unseen.ts'
import type { Folder } from './folder.ts'
import { type Parameters, sectionsOf } from './parameters.ts'

/** A share as the configuration has it, defaults filled in, and the folder behind it. */
export interface ShareConfig extends Folder {
  readonly name: string
  readonly path: string
  readonly isReadOnly: boolean
  readonly validUsers: readonly string[]
  readonly invalidUsers: readonly string[]
  readonly readList: readonly string[]
  readonly writeList: readonly string[]
  readonly adminUsers: readonly string[]
  /** Everyone who is let in acts as this one. */
  readonly forceUser?: string
  readonly forceGroup?: string
  readonly isOpenToGuests: boolean
  readonly isPrinter: boolean
  /** Whether links may lead out of the folder. */
  readonly hasWideLinks: boolean
  readonly encryption: string
  /** A further file that is read, by a name that may hold the name of the user. */
  readonly include?: string
}

export interface SmbConfig {
  /** E.g. `SMB3_00`. */
  readonly minProtocol: string
  /** `required`, `desired`, `if_required`, `disabled` … */
  readonly signing: string
  readonly mapToGuest: string
  readonly restrictAnonymous: string
  /** Whether shares can come from the registry too. */
  readonly hasRegistryShares: boolean
  /** How many shares users may make by themselves. */
  readonly userShares: number
  readonly include?: string
  /** Digest of everything else that it says: whether two are the same is all that it is for. */
  readonly rest: string
  readonly shares: readonly ShareConfig[]
}

/** What is read of it: one parameter a line, as `testparm -s -v` names them. */
export const READ = [
  'server min protocol',
  'server signing',
  'server smb encrypt',
  'map to guest',
  'restrict anonymous',
  'registry shares',
  'config backend',
  'usershare max shares',
  'include',
  'path',
  'read only',
  'valid users',
  'invalid users',
  'read list',
  'write list',
  'admin users',
  'force user',
  'force group',
  'guest ok',
  'guest only',
  'printable',
  'wide links',
]

/**
 * Digest of all that {@link READ} leaves out: sections, and parameters such as `interfaces` or `hosts allow`.
 *
 * @param text the whole output of `testparm -s -v`; the collector makes the same of it with sed and sha256sum
 */
export const restOf = (text: string): string => {
  const isRead = new RegExp(`^\\s+(?:${READ.join('|')}) =`)
  const lines = text.replace(/\n+$/, '').split('\n')
  const rest = lines.filter((line) => !isRead.test(line)).join('\n')
  return createHash('sha256').update(`${rest}\n`).digest('hex')
}

/**
 * The configuration, from the output of `testparm -s -v` cut down to {@link READ}.
 *
 * @param rest what {@link restOf} makes of it
 * @param folderAt what lies behind the path of a share
 * @throws Unseen when it does not begin with `[global]`, or a parameter is not shown
 */
export function configOf(
  text: string,
  rest: string,
  folderAt: (path: string) => Folder | undefined,
): SmbConfig {
  const [global, ...shares] = sectionsOf(text)
  if (global?.name !== 'global')
    throw new Unseen('not understood', 'the configuration of Samba does not begin with [global]')
  const include = global.maybe('include')
  return {
    minProtocol: global.text('server min protocol'),
    signing: global.text('server signing'),
    mapToGuest: global.text('map to guest'),
    restrictAnonymous: global.text('restrict anonymous'),
    hasRegistryShares: global.flag('registry shares') || global.text('config backend') !== 'file',
    userShares: Number(global.text('usershare max shares')),
    ...(include ? { include } : {}),
    rest,
    shares: shares.map((share) => shareOf(share, folderAt)),
  }
}

/** `[homes]` has no folder of its own: no share of a service is so. */
const NOWHERE: Folder = { realPath: '', mode: '', owner: '', group: '', hasAcl: false }

function shareOf(share: Parameters, folderAt: (path: string) => Folder | undefined): ShareConfig {
  const path = share.text('path')
  const folder = path === '' ? NOWHERE : folderAt(path)
  if (!folder)
    throw new Unseen('not understood', `nothing is said of the folder of [${share.name}]`)
  const forceUser = share.maybe('force user')
  const forceGroup = share.maybe('force group')
  const include = share.maybe('include')
  return {
    name: share.name,
    path,
    ...folder,
    isReadOnly: share.flag('read only'),
    validUsers: share.words('valid users'),
    invalidUsers: share.words('invalid users'),
    readList: share.words('read list'),
    writeList: share.words('write list'),
    adminUsers: share.words('admin users'),
    ...(forceUser ? { forceUser } : {}),
    ...(forceGroup ? { forceGroup } : {}),
    isOpenToGuests: share.flag('guest ok') || share.flag('guest only'),
    isPrinter: share.flag('printable'),
    hasWideLinks: share.flag('wide links'),
    encryption: share.text('server smb encrypt'),
    ...(include ? { include } : {}),
  }
}
