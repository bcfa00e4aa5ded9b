/** Programs that publish something inside through a connection they make themselves. */
const PROGRAMS = [
  'autossh',
  'bore',
  'chisel',
  'cloudflared',
  'expose',
  'frpc',
  'gost',
  'inlets',
  'localtunnel',
  'loophole',
  'ngrok',
  'pagekite',
  'playit',
  'rathole',
  'sish',
  'tailscaled',
  'tor',
  'wstunnel',
  'zerotier-one',
  'zrok',
]

/** Whether a program or the last part of an image is one of them, whatever its version. */
export const isTunnel = (name: string): boolean => PROGRAMS.includes(name.replace(/[:@].*$/, ''))
