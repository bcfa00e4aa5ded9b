/** A block device as far as its drives go. */
interface Device {
  readonly device: string
  readonly serials: readonly string[]
}

/** Serials of the drives under one device (`major:minor`); the look is complete only when the drives tell them. */
export function serialsOf(devices: readonly Device[], device: string | undefined) {
  const items = devices.filter((d) => d.device === device).flatMap(({ serials }) => serials)
  return {
    items,
    complete: items.length > 0,
    because: `no drive under device ${device ?? 'unknown'} tells its serial`,
  }
}

/** The mounts that a path lies on: the deepest mount point above it. Several when they are stacked. */
export function mountsOf<Mount extends { readonly path: string }>(
  mounts: readonly Mount[],
  path: string,
): readonly Mount[] {
  const above = mounts.filter(
    (mount) => mount.path === '/' || path === mount.path || path.startsWith(`${mount.path}/`),
  )
  const deepest = Math.max(...above.map((mount) => mount.path.length))
  return above.filter((mount) => mount.path.length === deepest)
}

/** The paths that the source of a mergerfs line stands for, by what is mounted: `/mnt/disk*:/mnt/extra=NC`. */
export const branchesMeant = (
  source: string,
  mounts: readonly { readonly path: string }[],
): readonly string[] =>
  source
    .split(':')
    .map((branch) => branch.replace(/=(?:RW|RO|NC)(?:,\w+)?$/, ''))
    .flatMap((branch) =>
      branch.includes('*')
        ? mounts.map(({ path }) => path).filter((path) => globOf(branch).test(path))
        : [branch],
    )

const globOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]*')}$`,
  )
