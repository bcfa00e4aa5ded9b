import { isIP } from 'node:net'
import { hostCollector, word } from '../model/collector.ts'
import { object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { FETCH } from './tunnel/perl.ts'

/** What Gluetun says about itself: its processes and the address that it noted, not what passes now. */
export interface Gluetun {
  /** `running`, `stopped`, `crashed` … */
  readonly vpn: string
  readonly dns: string
  /** The public address it noted last; absent when it has none. */
  readonly publicAddress?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    gluetun: Gluetun
  }
}

const PATHS = ['/v1/vpn/status', '/v1/dns/status', '/v1/publicip/ip']

/**
 * The control server, asked from inside its own namespace, so that its port need not be published.
 *
 * @source GET /v1/vpn/status, /v1/dns/status, /v1/publicip/ip of Gluetun 3.39 or later, port 8000
 * @unknown a route is not open to callers without a key: give a role with `auth = "none"` these three
 */
export const gluetun = hostCollector('gluetun', {
  where: ({ name }, { tunnel }) => tunnel?.host === name,
  timeoutSeconds: 40,
  command: (_host, { tunnel }) =>
    `p=$(docker inspect --type container --format '{{.State.Pid}}' ${word(tunnel?.container ?? '')}) || exit; [ "$p" != 0 ] || { echo 'it does not run' >&2; exit 1; }; nsenter -t "$p" -n perl -e '${FETCH}' 127.0.0.1 ${PATHS.map((path) => `127.0.0.1,8000,${path}`).join(' ')}`,
  parse: ({ stdout }): Gluetun => {
    const [vpn, dns, address] = PATHS.map((path) => bodyOf(stdout, path))
    const { public_ip: ip } = object(address, 'publicip of Gluetun')
    const publicAddress = ip === undefined ? '' : text(ip, 'public_ip of Gluetun')
    if (publicAddress !== '' && isIP(publicAddress) === 0)
      throw new Unseen('not understood', 'public_ip of Gluetun is no address')
    return {
      vpn: text(object(vpn, 'vpn status of Gluetun').status, 'vpn status of Gluetun'),
      dns: text(object(dns, 'dns status of Gluetun').status, 'dns status of Gluetun'),
      ...(publicAddress ? { publicAddress } : {}),
    }
  },
})

function bodyOf(stdout: string, path: string): unknown {
  const line = stdout.split('\n').find((one) => one.startsWith(`127.0.0.1 ${path} `))
  const [, status, body = ''] = /^\S+ \S+ (\d+|error) (.*)$/.exec(line ?? '') ?? []
  if (status === undefined) throw new Unseen('cut short', `Gluetun was not asked for ${path}`)
  if (status === 'error') throw new Unseen('refused', `the control server of Gluetun: ${body}`)
  if (status === '401' || status === '403')
    throw new Unseen(
      'not permitted',
      `Gluetun keeps ${path} to itself: give a role with auth = "none" this route`,
    )
  if (status !== '200') throw new Unseen('not understood', `Gluetun answered ${status} to ${path}`)
  return parseJson(body, `Gluetun’s answer to ${path}`)
}
