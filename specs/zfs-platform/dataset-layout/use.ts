import type { Views } from '#harness'
import { keptOf, wayOf } from '../data-layer-zfs/ways.ts'

/** The datasets of the table that are folders of others, by the one above. */
export const CHILDREN = {
  tank: ['media', 'services', 'backups'],
  'tank/media': ['user', 'movies', 'shows'],
  'tank/services': ['infra', 'monitoring', 'apps', 'media', 'downloads', 'dev'],
} as const

/** Disks of guests, which the hypervisor makes in the pool by itself. */
export const GUEST_DISK = /^tank\/(?:vm|subvol|base|basevol)-\d+-disk-\d+$/

/** Whether it is a file system that is mounted in its place. */
export const isThere = ({ host, need }: Views, dataset: string): boolean =>
  host(need('zfs').host).zfsDatasets.some(
    ({ name, type, isMounted, mountPoint }) =>
      name === dataset &&
      type === 'filesystem' &&
      isMounted === true &&
      mountPoint === `/${dataset}`,
  )

/** Names of the datasets right below one, guest disks left out. */
export const childrenOf = ({ host, need }: Views, dataset: string): readonly string[] =>
  host(need('zfs').host)
    .zfsDatasets.map(({ name }) => name)
    .filter((name) => name.slice(0, name.lastIndexOf('/')) === dataset && !GUEST_DISK.test(name))
    .map((name) => name.slice(dataset.length + 1))

/** A folder that a container keeps, and the dataset it leads to, if any. */
export interface Kept {
  readonly container: string
  readonly source: string
  readonly destination: string
  readonly isWritable: boolean
  readonly dataset: string | undefined
}

/** What containers whose names begin so have mounted, and where it leads. */
export const keptBy = (
  { host, need }: Views,
  machine: string,
  names: readonly string[],
): readonly Kept[] =>
  host(machine)
    .containers.filter(({ name }) =>
      names.some((one) => name === one || name.startsWith(`${one}-`)),
    )
    .flatMap((container) =>
      container.mounts
        .filter((mount) => !mount.isWritable || keptOf(container).includes(mount))
        .map(({ source, destination, isWritable }) => ({
          container: container.name,
          source,
          destination,
          isWritable,
          dataset: wayOf(need('zfs').paths ?? [], machine, source)?.dataset,
        })),
    )
