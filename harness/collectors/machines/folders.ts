import type { Host } from '../../model/inventory.ts'

/** File systems on disks of the machine itself. What lies on another machine is that one's. */
const LOCAL = 'ext[234]|xfs|btrfs|zfs|f2fs|jfs|bcachefs|vfat|exfat|ntfs3?|fuseblk'

/**
 * Shell that sets `$r` to those of the folders that are there, and to every local file system mounted somewhere
 * below them: a search that stays on one file system (`-xdev`) would end at a disk or dataset of its own.
 * The data of engines is no one's work; the disks of a storage machine are too large to be searched.
 */
export const foldersOf = (folders: readonly string[], { role }: Pick<Host, 'role'>): string => {
  const own = `r=; for d in ${folders.join(' ')}; do [ ! -d "$d" ] || r="$r $d"; done;`
  if (role === 'storage') return own
  const below = folders.map((folder) => `${folder}/*`).join('|')
  return `${own} for d in $(awk '$3 ~ /^(${LOCAL})$/ { print $2 }' /proc/self/mounts); do case $d in */docker|*/docker/*|*/containerd|*/containerd/*) ;; *\\\\*) echo "the name of a mount point is not understood" >&2; exit 1;; ${below}) r="$r $d";; esac; done;`
}
