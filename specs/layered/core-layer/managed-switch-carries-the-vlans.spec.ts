import { all, control, every, none, that } from '#harness'

control(
  'Every port of the switch carries the VLANs declared for it, and unused ports none',
  {
    statement: 'LA-39',
    impact: 'medium',
    kind: 'topology',
    standards: ['SC-7', 'CM-6', 'CM-7', 'CIS-12.2', 'CIS-13.9'],
    remedy:
      'Set pvid and tagged VLANs of the port as declared, or declare what it is; disable ports that nobody uses.',
  },
  ({ lab, need, parameter }) => {
    const { switchPorts } = need('segments')
    const { filtersVlans, ports } = lab.switchTable
    const parking = parameter.number('p.switch.parking_vlan')

    all(
      () => that(filtersVlans, 'the switch keeps VLANs apart', { filtersVlans }),
      () =>
        every(switchPorts, 'is as declared', ({ port, untagged, tagged }) =>
          ports.some(
            (it) =>
              it.port === port &&
              it.isEnabled &&
              it.pvid === untagged &&
              it.tagged.join() === [...tagged].sort((a, b) => a - b).join(),
          ),
        ),
      () =>
        none(
          ports.filter(({ port }) => !switchPorts.some((it) => it.port === port)),
          'is not used, and neither off nor parked',
          ({ isEnabled, pvid, tagged }) => isEnabled && (pvid !== parking || tagged.length > 0),
        ),
    )
  },
)
