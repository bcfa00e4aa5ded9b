import { saw, type Views } from '#harness'

type Lab = Views['lab']
type Snapshot = Lab['backupSnapshots']['items'][number]
type Config = Lab['guestConfigs']['items'][number]

/** A guest by its name and number. */
interface Guest {
  readonly name: string
  readonly vmid: number
}

/** Guests of one tier, as the inventory names them. */
export const guestsOfTier = (
  guests: readonly Guest[],
  tiers: Readonly<Record<string, number>>,
  tier: number,
): readonly Guest[] =>
  guests.filter(({ name }) => tiers[name] === tier).map(({ name, vmid }) => ({ name, vmid }))

/** Disks of a guest that a backup has to hold, by the name of their file at the backup server. */
export function imagesOf(
  { options, type }: Config,
  guest: string,
  exempt: readonly { readonly guest: string; readonly disk: string }[] = [],
): readonly RegExp[] {
  if (type === 'lxc') return [/^root\.(pxar\.didx|mpxar\.didx)$/]
  return Object.entries(options)
    .filter(([key]) => /^(scsi|virtio|sata|ide|efidisk|tpmstate)\d+$/.test(key))
    .filter(([, value]) => !/(^none|,media=cdrom)/.test(value))
    .filter(([key]) => !exempt.some((one) => one.guest === guest && one.disk === key))
    .map(([key]) => new RegExp(`^drive-${key}(-backup)?\\.img\\.fidx$`))
}

/** When the guest was made; a number may have belonged to another one before. */
export const madeAtOf = ({ options }: Config): number =>
  Number(/(?:^|,)ctime=(\d+)/.exec(options.meta ?? '')?.[1] ?? 0) * 1000

/** Whether a restore point lies where this hypervisor writes: guests of another one have the same numbers. */
const isOurs = ({ proxmoxStorages }: Lab, { namespace, store }: Snapshot): boolean =>
  saw(proxmoxStorages, (one) => one.datastore === store && (one.namespace ?? '') === namespace)

/** Restore points of this guest, the newest first: those of its number from after it was made. */
export const pointsOf = (lab: Lab, { vmid }: Guest, config: Config): readonly Snapshot[] =>
  lab.backupSnapshots.items
    .filter(({ id, type }) => id === String(vmid) && type === (config.type === 'lxc' ? 'ct' : 'vm'))
    .filter((point) => Date.parse(point.at) >= madeAtOf(config) && isOurs(lab, point))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))

/** Whether a restore point has its size, its manifest and every disk. One that is still written has no size. */
export const isWhole = ({ bytes = 0, files }: Snapshot, images: readonly RegExp[]): boolean =>
  bytes > 0 &&
  files.includes('index.json.blob') &&
  images.length > 0 &&
  images.every((image) => files.some((file) => image.test(file)))

/** Newest whole restore point of each guest, among those for which `counts`. */
export function newestPoints(
  { lab, need }: Views,
  guests: readonly Guest[],
  counts: (point: Snapshot) => boolean = () => true,
): readonly { readonly guest: string; readonly newest: Snapshot | undefined }[] {
  const { exemptDisks } = need('backups')
  return guests.map((guest) => {
    const config = lab.guestConfigs.items.find(({ vmid }) => vmid === guest.vmid)
    const points = config ? pointsOf(lab, guest, config) : []
    const images = config ? imagesOf(config, guest.name, exemptDisks) : []
    return {
      guest: guest.name,
      newest: points.find((point) => isWhole(point, images) && counts(point)),
    }
  })
}
