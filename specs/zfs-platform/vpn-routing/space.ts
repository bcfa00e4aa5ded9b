import { all, every, none, same, that, the, type Views } from '#harness'

/** The namespace of the VPN container as it runs now; absent when it does not run. */
export const spaceOf = ({ host, need }: Views, container: string): string | undefined =>
  host(need('tunnel').host).networkSpaces.containers.find((one) => one.container === container)
    ?.space

/** The container is in the namespace of the running VPN container by inode, and in no network of its own. */
export function sharesSpace(views: Views, container: string): void {
  const { host, need } = views
  const { host: on, container: gate } = need('tunnel')
  const { workloads } = host(on)
  const behind = () => the(workloads, `container ${container}`, ({ name }) => name === container)
  const names = () =>
    workloads.filter(({ name }) => name === gate).flatMap(({ id, name }) => [id, name])

  all(
    // After a restart of the VPN container the engine still names it, and the kernel has another namespace.
    () => {
      const [space, own] = [spaceOf(views, gate), spaceOf(views, container)]
      that(space !== undefined && own === space, 'it is in the namespace that the tunnel is in', {
        container,
        space: own,
        tunnel: space,
      })
    },
    () => {
      const { networkMode, networks } = behind()
      that(
        names().some((name) => networkMode === `container:${name}`) && networks.length === 0,
        'it is tied to the container that runs now, and to no network',
        { container, networkMode, networks },
      )
    },
  )
}

/** What these containers send to the internet leaves by the tunnel, and arrives with a foreign address. */
export function leavesByTunnel(views: Views, containers: readonly string[]): void {
  const { host, need } = views
  const { host: on, device, endpoint } = need('tunnel')
  const { machine, members } = host(on).tunnelMembers
  const { wanIpv4, wanIpv6 } = need('network')
  const ours = [...wanIpv4, ...wanIpv6, ...machine.flatMap(({ address }) => address ?? [])]
  const mine = members.filter(({ container }) => containers.includes(container))
  const own = machine.filter(({ address }) => address !== undefined)

  all(
    () =>
      same(
        mine.filter(({ isRunning }) => isRunning).map(({ container }) => container),
        containers,
        'containers behind the tunnel',
      ),
    () =>
      every(
        mine.map(({ container, via4, via6 }) => ({ container, via4, via6 })),
        'has no way to the internet but the tunnel',
        ({ via4, via6 }) => via4 === device && [undefined, device].includes(via6),
      ),
    // Without a word from the echo page to the machine itself, nobody knows what a leak would look like.
    () => {
      const because = `${on} itself got no answer from the echo page`
      const whole = { items: own, complete: own.length > 0, because }
      none(whole, 'is no address', ({ address }) => address === undefined)
    },
    () =>
      every(
        mine.flatMap(({ container, egress }) =>
          egress
            .filter(({ family, address }) => family === 4 || address !== undefined)
            .map((seen) => ({ container, ...seen })),
        ),
        'is seen under an address that is none of ours',
        ({ address }) => address !== undefined && !ours.includes(address),
      ),
    () =>
      none(
        mine.flatMap(({ container, flows }) => flows.map((flow) => ({ container, ...flow }))),
        'is a connection past the tunnel',
        ({ isToLan, protocol, port }) =>
          !isToLan && !(protocol === endpoint.protocol && port === endpoint.port),
      ),
  )
}

/** Words of Gluetun for yes and no; an empty setting is one at its default. */
const YES = /^(?:|on|yes|true|enabled|1)$/i
const NO = /^(?:|off|no|false|disabled|0)$/i

/** Its firewall, which is on by default, is switched off by none of its two names, whatever the word. */
export function firewallIsOn({ host, need }: Views): void {
  const { settings } = host(need('tunnel').host).tunnelSpace
  const names = ['FIREWALL', 'FIREWALL_ENABLED_DISABLING_IT_SHOOTS_YOU_IN_YOUR_FOOT']
  that(
    names.every((name) => YES.test(settings[name] ?? '')),
    'its firewall is not switched off',
    settings,
  )
}

/** Neither of its proxies, which are off by default, would carry whoever asks through the tunnel, or out of it. */
export function isNoProxy({ host, need }: Views): void {
  const { settings } = host(need('tunnel').host).tunnelSpace
  that(
    ['HTTPPROXY', 'SHADOWSOCKS'].every((name) => NO.test(settings[name] ?? '')),
    'it is no proxy for others',
    settings,
  )
}
