import { all, control, none } from '#harness'

control(
  'No program lets the internet in through a connection it makes itself',
  {
    statement: 'ZT-48',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'SC-7(10)', 'CM-7', 'CM-8(3)', 'CIS-4.8', 'CIS-2.3'],
    remedy:
      'Stop the program and see that nothing starts it again: `systemctl disable --now UNIT`, `docker rm CONTAINER`; take the relay out of the product’s settings, and its name out of DNS.',
  },
  ({ host, hosts, vantage, inventory }) => {
    const unvisited = inventory.guests.filter(
      ({ vmid }) => !inventory.hosts.some((x) => x.vmid === vmid),
    )
    const providers =
      /(^|\.)(cfargotunnel\.com|trycloudflare\.com|ngrok(-free)?\.(io|app|dev|com)|lhr\.life|localhost\.run|loca\.lt|playit\.gg|zrok\.io|ts\.net|nabu\.casa|synology\.me|quickconnect\.to|pagekite\.me|bore\.pub)\.?$/i
    all(
      ...hosts().map(({ name }) => () => {
        none(host(name).tunnels, 'is a way in by a tunnel', () => true)
      }),
      () =>
        none(
          {
            items: [],
            complete: unvisited.length === 0,
            because: `nobody looked into ${unvisited.map(({ name }) => name).join(', ')}: add it to hosts`,
          },
          'hides in a guest',
          () => true,
        ),
      () =>
        none(vantage('internet').dnsAnswers, 'points to a provider of tunnels', ({ values }) =>
          values.some((value) => providers.test(value)),
        ),
    )
  },
)
