import { all, control, every, saw, that, the } from '#harness'

control(
  'The address of the entry answers on the LAN, and it is the announcing node that answers for it',
  {
    statement: 'TG-110',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-5', 'SC-7'],
    remedy:
      'Look who else has the address (`arping -b <address>` from its segment); `kubectl get servicel2statuses -A` names the node that is meant.',
  },
  ({ host, lab, need, vantage }) => {
    const { entry, seenFrom } = need('kubernetes').balancer
    const seen = vantage('lan').openPorts
    all(
      () =>
        every(
          { items: [entry], complete: seen.complete, because: seen.because ?? '' },
          'answers on the LAN',
          (address) =>
            saw(
              seen,
              (open) => open.address === address && open.port === 443 && open.protocol === 'tcp',
            ),
        ),
      () => {
        const service = the(lab.loadBalancers, `service at ${entry}`, ({ addresses }) =>
          addresses.includes(entry),
        )
        const { node } = the(
          lab.metallbAnnouncers,
          `node that announces ${service.namespace}/${service.name}`,
          (one) => one.service === `${service.namespace}/${service.name}`,
        )
        const { vmid } = the(
          need('virtual').machines.flatMap(({ guest }) =>
            need('guests').filter(({ name }) => name === guest && name === node),
          ),
          `guest ${node}`,
          () => true,
        )
        const { options } = the(
          lab.guestConfigs,
          `configuration of ${node}`,
          (guest) => guest.vmid === vmid,
        )
        const cards = Object.entries(options)
          .filter(([key]) => /^net\d+$/.test(key))
          .map(([, value]) => /([0-9A-F]{2}(?::[0-9A-F]{2}){5})/i.exec(value)?.[1]?.toLowerCase())
        const because = 'kubernetes.balancer.seenFrom names nobody who could ask on the segment'
        const holders = seenFrom ? host(seenFrom.host).entryHolders : []
        const holder = the(
          { items: holders, complete: seenFrom !== undefined, because },
          `holder of ${entry}`,
          () => true,
        )
        that(cards.includes(holder), `${node} itself answers for ${entry}`, { holder, cards })
      },
    )
  },
)
