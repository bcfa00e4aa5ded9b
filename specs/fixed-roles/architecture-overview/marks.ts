/** What was seen on a machine, as far as it tells of a role. */
interface Seen {
  readonly programs: readonly string[]
  readonly packages: readonly string[]
  readonly units: readonly string[]
  /** Containers that come back by themselves. */
  readonly lasting: readonly string[]
}

/** A sign that a machine has a role. */
interface Mark {
  readonly role: string
  readonly sign: string
}

const PROGRAMS: Readonly<Record<string, RegExp>> = {
  development:
    /^(code|code-server|gopls|tsserver|rust-analyzer|buildkitd|gitlab-runner|act_runner|vite|webpack)$/,
  hypervisor: /^(pvedaemon|pveproxy|pmxcfs|lxc-start|kvm|qemu-system-.*|libvirtd)$/,
  storage:
    /^(smbd|nmbd|nfsd|rpc\.mountd|ganesha\.nfsd|jellyfin|Plex Media Serv|minidlnad|afpd|vsftpd)$/,
}
const PACKAGES: Readonly<Record<string, RegExp>> = {
  development: /^(build-essential|gcc(-\d+)?|golang(-go)?|rustc|default-jdk|docker-buildx-plugin)$/,
  hypervisor: /^(pve-manager|proxmox-ve|libvirt-daemon-system)$/,
  storage: /^(nfs-kernel-server|nfs-ganesha|jellyfin-server|plexmediaserver|minidlna)$/,
}
const UNITS: Readonly<Record<string, RegExp>> = {
  development: /^(code-server|gitlab-runner|act_runner|buildkit)/,
  hypervisor: /^(pveproxy|pvedaemon|libvirtd|virtqemud)\./,
  storage: /^(smbd|nmbd|nfs-server|nfs-kernel-server|jellyfin|plexmediaserver|minidlna)\./,
}

/** Marks of every role; access has none of its own, it is known by what it can do. */
export const marksOf = ({ lasting, packages, programs, units }: Seen): readonly Mark[] => [
  ...matching(PROGRAMS, programs, 'runs'),
  ...matching(PACKAGES, packages, 'has installed'),
  ...matching(UNITS, units, 'starts'),
  ...lasting.map((name) => ({ role: 'hypervisor', sign: `keeps the container ${name} running` })),
]

const matching = (
  known: Readonly<Record<string, RegExp>>,
  found: readonly string[],
  how: string,
): readonly Mark[] =>
  Object.entries(known).flatMap(([role, form]) =>
    [...new Set(found.filter((it) => form.test(it)))].map((it) => ({ role, sign: `${how} ${it}` })),
  )
