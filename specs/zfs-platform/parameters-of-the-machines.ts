import { parameter } from '#harness'

const { duration, number, words } = parameter

/** What the document leaves open about the virtual machines, and what runs in them. */
export const parametersOfTheMachines = {
  'p.lan.prefix_length': number(24, 'prefix length of every address in the LAN'),
  'p.vm.min_memory_share': number(0.92, 'share of its memory, 0 to 1, that a machine sees itself'),
  'p.vm.min_root_share': number(0.9, 'share of its disk, 0 to 1, that the root file system has'),
  'p.vm.listeners': words(
    'sshd prometheus-node node_exporter chronyd systemd-resolve systemd-network dhclient',
    'programs of every machine that may listen beside its containers',
  ),
  'p.docker.settled': duration('10m', 'how long a container has run when a restart counts as over'),
} as const
