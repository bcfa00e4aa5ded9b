/** The guests of the document's tables, by layer, with their addresses. */
export const GUESTS = [
  { name: 'dns', type: 'lxc', address: '192.168.0.11' },
  { name: 'vpn', type: 'lxc', address: '192.168.0.12' },
  { name: 'smb', type: 'lxc', address: '192.168.0.13' },
  { name: 'vm-infra', type: 'qemu', address: '192.168.0.20' },
  { name: 'vm-apps', type: 'qemu', address: '192.168.0.21' },
  { name: 'vm-media', type: 'qemu', address: '192.168.0.22' },
  { name: 'vm-games', type: 'qemu', address: '192.168.0.23' },
  { name: 'vm-dev', type: 'qemu', address: '192.168.0.24' },
] as const
