import { control, every } from '#harness'
import { isBetween, PLAN } from './plan.ts'

control(
  'The proxy passes requests on to its own containers, or to a documented address of a guest that runs',
  {
    statement: 'ZF-44',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-6', 'SC-7'],
    remedy:
      'Write the address of the table into the file of the route, not a name or an address that was lent.',
  },
  ({ host, inventory, lab, need }) => {
    const { host: proxy } = need('gateway')
    const own = host(proxy).containers.map(({ name }) => name)
    const { items, ...whole } = lab.traefik.services
    const running = inventory.hosts.filter(({ vmid }) =>
      lab.guests.items.some((guest) => guest.vmid === vmid && guest.status === 'running'),
    )

    every(
      {
        ...whole,
        items: items.flatMap(({ name, servers }) =>
          servers.map((url) => ({ service: name, url, at: new URL(url).hostname })),
        ),
      },
      'leads to such a place',
      ({ at }) =>
        own.includes(at) ||
        at === '127.0.0.1' ||
        (/^[\d.]+$/.test(at) &&
          (isBetween(at, PLAN.machines) || isBetween(at, PLAN.containers)) &&
          running.some(({ address }) => address === at)),
    )
  },
)
