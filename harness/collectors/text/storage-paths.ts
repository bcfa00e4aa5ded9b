import type { Host, Inventory } from '../../model/inventory.ts'

/** Mount points that storage rests on at one host: disks, pool and the paths of storage users, sorted. */
export function storagePathsOf(host: Host, { storage }: Inventory): readonly string[] {
  if (!storage) return []
  const own =
    storage.host === host.name
      ? [...storage.dataDisks, ...storage.parityDisks, { path: storage.pool }]
      : []
  const used = storage.mountUsers.filter((user) => user.host === host.name)
  return [
    ...new Set([...own.map(({ path }) => path), ...used.flatMap(({ paths }) => paths)]),
  ].sort()
}
