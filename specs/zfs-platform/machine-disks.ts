import { all, every, that, the, type Views } from '#harness'
import { configOf } from './machines.ts'

const GIB = 2 ** 30

/** One disk, of that many GiB as a volume and inside, which the root file system fills. */
export function hasDisk(views: Views, name: string, gib: number): void {
  const { host, need, parameter } = views
  const { options, vmid } = configOf(views, name)
  const isDisk = ([key, value]: readonly [string, string]) =>
    /^(scsi|virtio|sata|ide)\d+$/.test(key) && !/media=cdrom|cloudinit/.test(value)
  const [, boot] = /order=([a-z]+\d+)/.exec(options.boot ?? '') ?? []
  const disks = Object.entries(options).filter(isDisk)
  const volume = /^[\w-]+:(vm-\d+-disk-\d+)/.exec(options[boot ?? ''] ?? '')?.[1]
  const share = parameter.number('p.vm.min_root_share')

  all(
    () =>
      that(disks.length === 1 && disks[0]?.[0] === boot, 'its one disk is the one it boots from', {
        name,
        vmid,
        disks: disks.map(([key]) => key),
        boot,
      }),
    () => {
      // The size in the configuration is a note: the volume is the truth.
      const { volumeBytes } = the(host(need('zfs').host).zfsVolumes, `volume ${volume}`, (one) =>
        one.name.endsWith(`/${volume}`),
      )
      that(volumeBytes === gib * GIB, `its volume has ${gib} GiB`, { name, volume, volumeBytes })
    },
    () =>
      every(
        host(name).capacity.disks.map((disk) => ({ machine: name, ...disk })),
        `is a disk of ${gib} GiB`,
        ({ sizeBytes }) => sizeBytes === gib * GIB,
      ),
    () => {
      const { rootBytes } = host(name).capacity
      that(rootBytes >= gib * GIB * share, 'its root file system has grown with the disk', {
        name,
        rootBytes,
      })
    },
  )
}
