import { all, control, every, none } from '#harness'

/** A file smaller than this may come from a cache, whatever lies behind it. */
const ENOUGH = 1024 * 1024

control(
  'Media stream over the LAN itself, and fast enough',
  {
    statement: 'ZT-41',
    impact: 'medium',
    strength: 'target',
    kind: 'topology',
    standards: ['SC-5', 'SC-6', 'AC-4'],
    remedy:
      'Give players the LAN address of the media host and not its name in the tailnet; look for a slow link with `ethtool`, for a slow share with `dd` on the mount, and declare a larger file in `stream`.',
  },
  ({ inventory, parameter, vantage }) => {
    const { streams } = vantage('lan')
    const slowest = parameter.number('p.stream.min_mbps')
    const longest = parameter.seconds('p.stream.max_ttfb') * 1000
    const media = inventory.services.filter(({ role }) => role === 'media')
    const addresses = inventory.hosts
      .filter(({ name }) => media.some(({ host }) => host === name))
      .map(({ address }) => address)
    /** Nobody answered: that says nothing about how fast it would be. */
    const silent = streams.filter(({ status }) => status === undefined)
    const because = `${silent.map(({ url }) => url).join(', ')} gave no answer`

    all(
      () => none({ items: [], complete: silent.length === 0, because }, 'is slow', () => true),
      // A name of the tailnet would lead over it, through a relay at worst.
      () =>
        every(streams, 'is asked for at the LAN address of a media host', ({ url }) =>
          addresses.includes(new URL(url).hostname),
        ),
      () =>
        every(
          streams.filter(({ status }) => status !== undefined),
          'gives a file that is large enough to tell',
          ({ bytes, error, status }) => status === 200 && (bytes >= ENOUGH || error !== undefined),
        ),
      () =>
        every(
          streams.filter(({ status }) => status !== undefined),
          `comes with ${slowest} Mbit/s or more, whole`,
          ({ error, megabitsPerSecond = 0 }) => error === undefined && megabitsPerSecond >= slowest,
        ),
      () =>
        every(
          streams.filter(({ status }) => status !== undefined),
          'begins in time',
          ({ firstByteMs }) => firstByteMs <= longest,
        ),
    )
  },
)
