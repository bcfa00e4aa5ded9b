/** A mount that storage rests on, and the machine it is on. */
export interface Wanted {
  readonly host: string
  readonly path: string
}

/** Disks and pool of the storage host, and the paths that units elsewhere use, each once. */
export function wantedMounts(storage: {
  readonly host: string
  readonly pool: string
  readonly dataDisks: readonly { readonly path: string }[]
  readonly parityDisks: readonly { readonly path: string }[]
  readonly mountUsers: readonly { readonly host: string; readonly paths: readonly string[] }[]
}): readonly Wanted[] {
  const all = [
    ...[...storage.dataDisks, ...storage.parityDisks, { path: storage.pool }].map(({ path }) => ({
      host: storage.host,
      path,
    })),
    ...storage.mountUsers.flatMap(({ host, paths }) => paths.map((path) => ({ host, path }))),
  ]
  return all.filter(
    (mount, i) => all.findIndex((m) => m.host === mount.host && m.path === mount.path) === i,
  )
}

const STORAGE =
  /^(?:cifs|smb3|nfs4?|ext[234]|xfs|btrfs|fuse\.(?:mergerfs|rclone|sshfs|glusterfs)|ceph|9p|virtiofs)$/

/** File systems whose data lie on another machine. */
export const NETWORK =
  /^(nfs4?|cifs|smb3|9p|ceph|afs|fuse\.(sshfs|rclone|glusterfs|s3fs|cifs|smbnetfs))$/

/**
 * Whether a live mount is storage of its own, and not the system disk or a part of it shown elsewhere. A share
 * may be mounted from one of its folders on: that is no part of anything here.
 */
export const isStorage = ({
  fstype,
  path,
  root,
}: {
  readonly fstype: string
  readonly path: string
  readonly root: string
}): boolean => STORAGE.test(fstype) && path !== '/' && (root === '/' || NETWORK.test(fstype))

/** Names that last across boots for one device (`major:minor`). */
export const namesOf = (
  devices: readonly { readonly device: string; readonly stableNames: readonly string[] }[],
  device: string,
): readonly string[] =>
  devices.filter((d) => d.device === device).flatMap(({ stableNames }) => stableNames)
