/** Programs that publish something inside through a connection they make themselves, and networks beside Tailscale, as the kernel names them (15 characters). */
const PROGRAMS = [
  'autossh',
  'bore',
  'boringproxy',
  'chisel',
  'cloudflared',
  'connectd',
  'cpolar',
  'expose',
  'frpc',
  'frps',
  'gost',
  'gs-netcat',
  'headscale',
  'holesail',
  'inlets',
  'inlets-pro',
  'localtunnel',
  'loophole',
  'natapp',
  'nebula',
  'netbird',
  'ngrok',
  'openvpn',
  'pagekite',
  'pinggy',
  'playit',
  'playit-linux',
  'rathole',
  'remoteit',
  'sish',
  'strongswan',
  'tmate',
  'tor',
  'tunnelto',
  'twingate',
  'wg-quick',
  'wstunnel',
  'zerotier-one',
  'zrok',
] as const

/** Relays and clouds of products, which are tunnels as well. */
const RELAYS = ['plex relay', 'synorelayd', 'hass-nabucasa', 'anydesk', 'teamviewerd', 'rustdesk']

/** Whether a program, or a unit or image by that name, is known to be a way in. */
export const tunnelNamed = (name: string): boolean => {
  const plain = name.toLowerCase()
  if (/^(auto)?ssh -r$/.test(plain) || RELAYS.includes(plain)) return true
  const [first = ''] = plain.split('@')
  return PROGRAMS.some((program) => first === program || first.startsWith(`${program}-`))
}

/** Ports that only tunnels connect to: Cloudflare's edge, bore, frp. */
export const isTunnelPort = (port: number): boolean => [7844, 7835, 7000].includes(port)
