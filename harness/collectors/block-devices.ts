import { hostCollector } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'

/** One block device of the kernel: a drive, a partition, or something made of them. */
export interface BlockDevice {
  readonly path: string
  /** `major:minor`, as a mount names its device. */
  readonly device: string
  /** `disk`, `part`, `lvm`, `loop`, `raid1` … */
  readonly type: string
  readonly sizeBytes: number
  readonly fstype?: string
  readonly uuid?: string
  /** Names that stay when the kernel counts its devices differently, as fstab may write them. */
  readonly stableNames: readonly string[]
  /** Serials of the drives it is made of; empty when none of them tells. For a loop device, the name of its file. */
  readonly serials: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every block device, each once. */
    blockDevices: readonly BlockDevice[]
  }
}

/**
 * Drives, what they are made into, and who they are. Where udev does not run, blkid fills in for it;
 * `-c /dev/null` keeps it from writing its cache.
 *
 * @source lsblk(8) 2.33 or later, blkid(8), sysfs, /dev/disk/by-id
 */
export const blockDevices = hostCollector('blockDevices', {
  where: (host, inventory) => holdsPool(host, inventory) || inventory.backup?.host === host.name,
  command:
    'lsblk --json -b -o NAME,PATH,MAJ:MIN,TYPE,SIZE,FSTYPE,UUID,LABEL,SERIAL || exit; echo; blkid -c /dev/null -o full -s UUID -s TYPE -s LABEL | sed "s,^,blkid ,"; for f in /sys/block/loop*/loop/backing_file; do [ -e "$f" ] || continue; d=${f#/sys/block/}; echo "loop /dev/${d%%/*} $(cat "$f")"; done; for l in /dev/disk/by-id/*; do [ ! -L "$l" ] || echo "link $(readlink -f "$l") $l"; done',
  parse: ({ stdout }): readonly BlockDevice[] => {
    const { tree, extra } = split(stdout)
    const found = new Map<string, BlockDevice>()
    for (const root of tree) walk(root, [], extra, found)
    if (found.size === 0) throw new Unseen('not understood', 'lsblk lists no device at all')
    return [...found.values()]
  },
})

interface Extra {
  readonly blkid: ReadonlyMap<string, string>
  readonly images: ReadonlyMap<string, string>
  readonly links: readonly (readonly [device: string, link: string])[]
}

function split(stdout: string): { tree: readonly unknown[]; extra: Extra } {
  const end = stdout.indexOf('\n}\n')
  const answer = object(parseJson(stdout.slice(0, end < 0 ? undefined : end + 2), 'lsblk'), 'lsblk')
  const lines =
    end < 0
      ? []
      : stdout
          .slice(end + 3)
          .split('\n')
          .filter(Boolean)
  const of = (word: string) =>
    lines
      .filter((line) => line.startsWith(`${word} `))
      .map((line) => /^\w+ (\S+?):? (.*)$/.exec(line))
      .map((m) => [m?.[1] ?? '', m?.[2] ?? ''] as const)
  return {
    tree: list(answer.blockdevices, 'blockdevices of lsblk'),
    extra: { blkid: new Map(of('blkid')), images: new Map(of('loop')), links: of('link') },
  }
}

function walk(
  value: unknown,
  above: readonly string[],
  extra: Extra,
  found: Map<string, BlockDevice>,
): void {
  const row = object(value, 'a device of lsblk')
  const path = text(row.path, 'PATH of lsblk')
  const device = text(row['maj:min'], 'MAJ:MIN of lsblk').trim()
  const tag = (name: string, column: unknown) =>
    (column === null || column === undefined ? undefined : text(column, name)) ||
    new RegExp(`(?:^| )${name}="([^"]*)"`).exec(extra.blkid.get(path) ?? '')?.[1]
  const uuid = tag('UUID', row.uuid)
  const label = tag('LABEL', row.label)
  const fstype = tag('TYPE', row.fstype)
  const image = extra.images.get(path)
  const own =
    image?.split('/').at(-1) ??
    (row.serial === null ? undefined : text(row.serial, 'SERIAL').trim())
  const before = found.get(device)
  const serials = [...new Set([...(before?.serials ?? []), ...(own ? [own] : above)])]
  found.set(device, {
    path,
    device,
    type: text(row.type, 'TYPE of lsblk'),
    sizeBytes: number(row.size, 'SIZE of lsblk'),
    ...(fstype ? { fstype } : {}),
    ...(uuid ? { uuid } : {}),
    stableNames: [
      ...(uuid ? [`UUID=${uuid}`, `/dev/disk/by-uuid/${uuid}`] : []),
      ...(label ? [`LABEL=${label}`, `/dev/disk/by-label/${label}`] : []),
      ...(image ? [image] : []),
      ...extra.links.filter(([to]) => to === path).map(([, link]) => link),
    ],
    serials,
  })
  const children = row.children === undefined ? [] : list(row.children, 'children of lsblk')
  for (const child of children) walk(child, serials, extra, found)
}
