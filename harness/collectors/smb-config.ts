import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Folder, folderOf } from './smb/folder.ts'
import { type Parameters, sectionsOf } from './smb/parameters.ts'
import { servesShares } from './smb/server.ts'

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
  readonly shares: readonly ShareConfig[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Samba as configured: what its file says, which a server that runs may not have read yet. */
    smbConfig: SmbConfig
  }
}

const READ = [
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
 * Effective configuration, defaults included (`-v`): without them a value that equals the default is
 * not shown, whatever the default is in that release.
 *
 * @source testparm(1) of Samba 4.17
 */
export const smbConfig = hostCollector('smbConfig', {
  where: servesShares,
  command: `c=$(testparm -s -v) || exit; printf '%s\\n' "$c" | sed -nE '/^\\[/p; s/^[[:space:]]+((${READ.join('|')}) =)/\\1/p'; printf '%s\\n' "$c" | sed -nE 's/^[[:space:]]+path = (.+)/\\1/p' | while IFS= read -r p; do r=$(readlink -f -- "$p") || exit; s=$(stat -L -c '%a %U %G' -- "$p") || exit; l=$(ls -ld -- "$r") || exit; echo "folder: $p"; echo "real: $r"; echo "mode: $s"; echo "bits: \${l%% *}"; done || exit; echo ended`,
  parse: ({ stdout }): SmbConfig => {
    const [text = '', ...folders] = stdout.trimEnd().split(/\n(?=folder: )/)
    const last = folders.at(-1) ?? text
    if (!last.endsWith('\nended'))
      throw new Unseen('cut short', 'the answer about the configuration of Samba has no end')
    const [global, ...shares] = sectionsOf(text.replace(/\nended$/, ''))
    if (global?.name !== 'global')
      throw new Unseen('not understood', 'the configuration of Samba does not begin with [global]')
    const behind = new Map(folders.map((block) => folderOf(block.replace(/\nended$/, ''))))
    const include = global.maybe('include')
    return {
      minProtocol: global.text('server min protocol'),
      signing: global.text('server signing'),
      mapToGuest: global.text('map to guest'),
      restrictAnonymous: global.text('restrict anonymous'),
      hasRegistryShares: global.flag('registry shares') || global.text('config backend') !== 'file',
      userShares: Number(global.text('usershare max shares')),
      ...(include ? { include } : {}),
      shares: shares.map((share) => shareOf(share, behind)),
    }
  },
})

/** `[homes]` has no folder of its own: no share of a service is so. */
const NOWHERE: Folder = { realPath: '', mode: '', owner: '', group: '', hasAcl: false }

function shareOf(share: Parameters, behind: ReadonlyMap<string, Folder>): ShareConfig {
  const path = share.text('path')
  const folder = path === '' ? NOWHERE : behind.get(path)
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
