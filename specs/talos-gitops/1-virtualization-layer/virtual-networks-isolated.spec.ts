import { all, control, every, isInNetwork, none, saw, that, the } from '#harness'

control(
  'From a segment that somebody looks from, nothing of another is reached but what was declared',
  {
    statement: 'TG-12',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-4', 'SC-7', 'CIS-13.4'],
    remedy:
      'Drop the traffic at the router or the firewall of the hypervisor, or declare it in `virtual.flows` with its reason.',
  },
  ({ need, vantage }) => {
    const { flows, segments } = need('virtual')
    const looked = segments.flatMap(({ name, network, vantage: place }) =>
      place === undefined ? [] : [{ name, network, place }],
    )
    const openTo = (place: string) => vantage(place).openPorts

    all(
      () => that(looked.length > 1, 'somebody looks from two segments at least', looked),
      ...looked.map(
        ({ name, network, place }) =>
          () =>
            none(
              openTo(place),
              `answers the segment ${name}, and nobody declared it`,
              ({ address, port, protocol }) =>
                !isInNetwork(address, network) &&
                !(
                  protocol === 'tcp' &&
                  flows.some(
                    (flow) => flow.from === name && flow.address === address && flow.port === port,
                  )
                ),
            ),
      ),
      // A target that is down looks isolated as well: each has to answer those who may.
      () =>
        every(
          flows.filter(({ from }) => looked.some(({ name }) => name === from)),
          'answers those who may',
          ({ from, address, port }) => {
            const { place } = the(looked, `segment ${from}`, ({ name }) => name === from)
            return saw(openTo(place), (open) => open.address === address && open.port === port)
          },
        ),
    )
  },
)
