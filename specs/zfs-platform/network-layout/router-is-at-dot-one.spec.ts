import { all, control, every, none, that, the } from '#harness'
import { asker, PLAN } from './plan.ts'

control(
  'The first address is the router’s, and the only way out of every guest',
  {
    statement: 'ZF-39',
    impact: 'high',
    kind: 'addressing',
    standards: ['SC-7', 'CM-6'],
    remedy:
      'Set `gw=192.168.0.1` in net0 of a container, or the gateway in the network configuration of a machine; find out who else answers for the address with `arping 192.168.0.1`.',
  },
  (views) => {
    const { host, hosts } = views
    const [first] = PLAN.router
    const router = the(hosts('router'), 'router', () => true)
    const own = host(router.name).addresses.map(({ address }) => address)

    all(
      () => that(own.includes(first), 'the router has it', { router: router.name, own }),
      () =>
        that(
          the(
            host(asker(views)).arpAnswers,
            `answer for ${first}`,
            ({ address }) => address === first,
          ).macs.length === 1,
          'one machine answers for it',
          { address: first },
        ),
      ...hosts('hypervisor', 'service', 'compute').map(({ name }) => () => {
        const routes = host(name).defaultRoutes.map((route) => ({ host: name, ...route }))
        const main = routes.filter(({ table }) => table === 'main')
        every(
          [
            {
              host: name,
              gateways: main.flatMap(({ family, gateway }) => (family === 4 ? [gateway] : [])),
            },
          ],
          'has it as its only gateway',
          ({ gateways }) => gateways.length === 1 && gateways[0] === first,
        )
        // Rules may choose any other table.
        none(
          routes,
          'leads out by another router',
          ({ family, gateway }) => family === 4 && gateway !== undefined && gateway !== first,
        )
        none(
          routes,
          'leads out by another router, in IPv6',
          ({ family, gateway = '' }) => family === 6 && !own.includes(gateway),
        )
      }),
    )
  },
)
