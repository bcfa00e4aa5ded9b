import { hostCollector } from '../model/collector.ts'
import { type Block, blocksOf } from './systemd/blocks.ts'
import { MASK } from './text/mask.ts'
import { storagePathsOf } from './text/storage-paths.ts'

/** One mount or automount unit, as systemd has it now. */
export interface MountUnit {
  readonly unit: string
  readonly kind: 'mount' | 'automount'
  /** Mount point. */
  readonly path: string
  readonly loadState: string
  readonly activeState: string
  readonly result: string
  /** File it was read from; below `/run/systemd/generator` it was made from fstab. Absent when there is none: somebody mounted by hand. */
  readonly fragmentPath?: string
  /** `/etc/fstab`, when it was made from that. */
  readonly sourcePath?: string
  /** Files that change it beside its own. */
  readonly dropIns: readonly string[]
  /** Units it cannot be without. */
  readonly requires: readonly string[]
  readonly after: readonly string[]
  /** When it became active, in microseconds since the boot; 0 when it never did. */
  readonly activeAfterBootUs: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Mount and automount units that systemd has loaded. */
    mountUnits: readonly MountUnit[]
  }
}

const PROPERTIES =
  'Id,Where,LoadState,ActiveState,Result,FragmentPath,SourcePath,DropInPaths,Requires,After,ActiveEnterTimestampMonotonic'

/**
 * What systemd makes of the mounts, and in which order it brought them up.
 *
 * @source systemctl(1) show, systemd 247 or later
 */
export const mountUnits = hostCollector('mountUnits', {
  where: (host, inventory) => storagePathsOf(host, inventory).length > 0,
  command: `o=$(systemctl show '*.mount' '*.automount' --all --no-pager -p ${PROPERTIES}) || exit; printf '%s\\n' "$o" | sed -E '${MASK}'`,
  parse: ({ stdout }): readonly MountUnit[] => blocksOf(stdout).map(unitOf),
})

function unitOf(block: Block): MountUnit {
  const unit = block.text('Id')
  const fragmentPath = block.maybe('FragmentPath')
  const sourcePath = block.maybe('SourcePath')
  return {
    unit,
    kind: unit.endsWith('.automount') ? 'automount' : 'mount',
    path: block.text('Where'),
    loadState: block.text('LoadState'),
    activeState: block.text('ActiveState'),
    result: block.text('Result'),
    ...(fragmentPath ? { fragmentPath } : {}),
    ...(sourcePath ? { sourcePath } : {}),
    dropIns: block.maybe('DropInPaths')?.split(' ') ?? [],
    requires: block.maybe('Requires')?.split(' ') ?? [],
    after: block.maybe('After')?.split(' ') ?? [],
    activeAfterBootUs: block.count('ActiveEnterTimestampMonotonic'),
  }
}
