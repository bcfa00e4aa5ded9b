import { all, control, every, that } from '#harness'

control(
  'Router, firewall, a managed switch and VLANs are there and answer',
  {
    statement: 'LA-05',
    impact: 'high',
    kind: 'topology',
    standards: ['CM-8', 'SC-7', 'CIS-12.2'],
    remedy:
      'Bring the device back, or give the token the right to see it; switch on VLAN filtering at the switch.',
  },
  ({ lab, need }) => {
    const { product, version, interfaces } = lab.edgeSystem
    const { filtersVlans, ports, version: release } = lab.switchTable

    all(
      () =>
        that(product !== '' && version !== '', 'the router says what it is', { product, version }),
      () =>
        every(
          interfaces.filter(({ vlan }) => vlan !== undefined),
          'is a VLAN that is up',
          ({ isUp }) => isUp,
        ),
      () =>
        that(filtersVlans && ports.length > 0, 'the switch keeps VLANs apart', {
          release,
          filtersVlans,
          ports: ports.length,
        }),
      () =>
        every(need('segments').switchPorts, 'is a port of that switch', ({ port }) =>
          ports.some((it) => it.port === port),
        ),
    )
  },
)
