import type { Ruling } from '#harness'

/** Where the document disagrees with itself about storage, network and guests, and how it is read here. */
export const rulingsOnTheHost: readonly Ruling[] = [
  {
    id: 'games-have-no-dataset',
    between: ['ZF-14', 'ZF-117', 'ZF-26'],
    conflict:
      'Six datasets of services and five machines do not match: games have no dataset, downloads and monitoring have no machine.',
    ruling:
      'Games live on the disk of their machine, which is a volume of the pool. Downloads belong to the machine for media, monitoring to the machine for infrastructure. Each exception stands in the inventory as a path.',
    because:
      'The layout is drawn completely and names no dataset for games; a volume in the pool is still kept by ZFS.',
    affects: [
      'zfs-platform/datasets-align-with-service-boundaries',
      'zfs-platform/games-state-is-persistent-on-zfs',
      'zfs-platform/dataset-services',
    ],
    override: ['zfs.paths'],
  },
  {
    id: 'segmentation-on-a-flat-lan',
    between: ['ZF-05', 'ZF-39', 'ZF-51'],
    conflict:
      'Router, devices, containers and machines share one network, in which ranges of addresses separate nothing.',
    ruling:
      'The ranges are a plan of addresses. The segments are made by the firewall of the hypervisor, at the interface of each guest.',
    because:
      'It is the only means by which a flat network and a clean segmentation can both be had.',
    affects: [
      'zfs-platform/segmentation-is-enforced',
      'zfs-platform/dev-vm-cannot-harm-production',
      'zfs-platform/all-guests-in-one-subnet',
    ],
    override: ['network.flows', 'waiver'],
  },
  {
    id: 'address-ranges-are-full',
    between: ['ZF-121', 'ZF-41', 'ZF-42'],
    conflict:
      'A new service may get a machine of its own, but every address of both ranges is taken.',
    ruling:
      'The ranges hold. A guest beyond them fails until the table has been extended, which is a decision about the document.',
    because: 'An address plan that gives way by itself is none.',
    affects: [
      'zfs-platform/new-services-follow-the-pattern',
      'zfs-platform/vm-range-respected',
      'zfs-platform/lxc-range-respected',
    ],
    override: ['waiver'],
  },
  {
    id: 'hypervisor-missing-from-address-plan',
    between: ['ZF-36', 'ZF-43'],
    conflict: 'The plan of static addresses has no row for the machine that carries all others.',
    ruling: 'The inventory gives its address, which lies in the network and in none of the ranges.',
    because: 'Any other address could be handed to something else by the plan itself.',
    affects: [
      'zfs-platform/hypervisor-address-is-declared',
      'zfs-platform/hypervisor-is-proxmox-ve',
    ],
    override: ['hosts[].address'],
  },
  {
    id: 'backups-in-the-same-pool',
    between: ['ZF-115', 'ZF-33', 'ZF-122'],
    conflict:
      'Snapshots and backups lie in the pool that they are to protect, and the copy elsewhere is in the future.',
    ruling:
      'They are judged for what they can do: undo mistakes. That nothing survives the loss of the pool is shown by the control of the future copy, which is not applicable for as long as the inventory says so with the reason.',
    because:
      'The document promises no more today; a report that hid it would promise it in its place.',
    affects: [
      'zfs-platform/offsite-replication',
      'zfs-platform/backups-dataset-is-fed',
      'zfs-platform/snapshots-are-taken',
    ],
    override: ['zfs.replica', 'absent', 'waiver'],
  },
  {
    id: 'nfs-in-an-lxc',
    between: ['ZF-48', 'ZF-03'],
    conflict:
      'The NFS server of the kernel needs a privileged container, and this container holds the files of all.',
    ruling:
      'The document puts NFS into the container, so it may be privileged, as the inventory then says of its features. Each dataset is mounted into it alone, never the pool.',
    because:
      'What the document places is explicit, how far services are isolated is not; the mounts bound what the container can reach.',
    affects: ['zfs-platform/smb-serves-nfs', 'zfs-platform/shares-are-backed-by-tank'],
    override: ['guests[].features', 'zfs.paths'],
  },
  {
    id: 'two-media-datasets',
    between: ['ZF-22', 'ZF-30'],
    conflict:
      'Two datasets are called media: one holds libraries, the other the state of programs.',
    ruling: 'Datasets are compared by their full names only.',
    because: 'A mount of the wrong one would look right by its last name.',
    affects: ['zfs-platform/dataset-media', 'zfs-platform/dataset-services-media'],
  },
  {
    id: 'data-path-of-vms-undefined',
    between: ['ZF-14', 'ZF-55'],
    conflict:
      'Datasets are on the host, containers run in machines with disks of their own, and nothing says how one reaches the other.',
    ruling:
      'The inventory names, per folder of a machine, the dataset and the way to it. The way is believed where both ends show the same files.',
    because:
      'A mount that is missing leaves a folder on the machine’s disk that looks just as well.',
    affects: [
      'zfs-platform/persistent-container-data-on-tank',
      'zfs-platform/snapshots-cover-all-service-data',
    ],
    override: ['zfs.paths'],
  },
  {
    id: 'public-game-hosting',
    between: ['ZF-95', 'ZF-47', 'ZF-113'],
    conflict:
      'Players on the internet would need a forwarded port, of which the security model knows nothing.',
    ruling: 'Games are played from the LAN and over the tailnet. A port from outside is a finding.',
    because: 'The sentences about the way in name one way; the one about games names none.',
    affects: [
      'zfs-platform/remote-access-only-through-vpn',
      'zfs-platform/games-server-is-joinable',
    ],
    override: ['network.wanAllowed', 'waiver'],
  },
]
