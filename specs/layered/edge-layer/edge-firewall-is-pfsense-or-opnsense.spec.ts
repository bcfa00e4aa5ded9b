import { all, control, every, that } from '#harness'

control(
  'The edge is pfSense or OPNsense, filters, and has loaded what it was told',
  {
    statement: 'LA-36',
    impact: 'critical',
    kind: 'topology',
    standards: ['SC-7', 'CM-6', 'CIS-12.2', 'CIS-4.4'],
    remedy:
      'Switch the packet filter on (`pfctl -e`), apply what waits in the pages of the firewall, and put the public address on it.',
  },
  ({ lab, need }) => {
    const { wanAddress } = need('edge')
    const { product, filter, interfaces } = lab.edgeSystem
    const { filter: rules, nat, forwards } = lab.edgeRules

    all(
      () => that(/^(opnsense|pfsense)/i.test(product), 'it is one of the two', { product }),
      () => that(/^Enabled for /.test(filter), 'its packet filter is on', { filter }),
      () =>
        that(
          rules.some(({ action }) => action === 'block'),
          'rules are loaded that block',
          { rules: rules.length },
        ),
      // Saved and never applied is not in force.
      () =>
        every(
          forwards.filter(({ isEnabled }) => isEnabled),
          'is loaded',
          ({ target }) => nat.some((it) => it.action === 'rdr' && it.target === target),
        ),
      // Behind another router it would filter nothing that comes from outside.
      () =>
        that(
          interfaces.some(
            ({ isUp, addresses }) =>
              isUp && addresses.some((it) => it.startsWith(`${wanAddress}/`)),
          ),
          'the public address is its own',
          { wanAddress },
        ),
    )
  },
)
