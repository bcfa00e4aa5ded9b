/** Programs that publish something inside through a connection they make themselves. */
const PROGRAMS = [
  'anydesk',
  'autossh',
  'bore',
  'chisel',
  'cloudflared',
  'expose',
  'frpc',
  'frps',
  'gs-netcat',
  'gost',
  'headscale',
  'inlets',
  'inlets-pro',
  'hass-nabucasa',
  'localtunnel',
  'loophole',
  'nebula',
  'netbird',
  'newt',
  'ngrok',
  'openvpn',
  'pagekite',
  'pangolin',
  'pinggy',
  'playit',
  'rathole',
  'sish',
  'rustdesk',
  'tailscale',
  'tailscaled',
  'tmate',
  'tor',
  'twingate',
  'wstunnel',
  'zerotier',
  'zerotier-one',
  'zrok',
]

/** Whether a program or the last part of an image is one of them, whatever its version. */
export const isTunnel = (name: string): boolean => {
  const plain = name.replace(/[:@].*$/, '').toLowerCase()
  return PROGRAMS.some((program) => plain === program || plain.startsWith(`${program}-`))
}
