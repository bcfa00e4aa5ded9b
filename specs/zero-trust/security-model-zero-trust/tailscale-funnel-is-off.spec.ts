import { all, control, every, none } from '#harness'

control(
  'Nothing is handed to the public through Tailscale Funnel',
  {
    statement: 'ZT-48',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'AC-17', 'CM-7', 'AC-22', 'CIS-4.8'],
    remedy:
      'Run `tailscale funnel reset` on the node, end every `tailscale funnel` in a terminal, and take `funnel` out of nodeAttrs in the policy.',
  },
  ({ host, hosts, lab, vantage }) => {
    const members = hosts()
      .filter(({ tailnetAddress }) => tailnetAddress !== undefined)
      .map(({ name }) => ({ host: name }))
    all(
      ...members.map(({ host: name }) => () => {
        none(
          host(name).tailscaleServe.funnels.map((funnel) => ({ host: name, ...funnel })),
          'is funnelled from the internet',
          () => true,
        )
      }),
      () =>
        every(members, 'has no right to funnel', (member) =>
          host(member.host).tailscaleStatus.capabilities.every((name) => name !== 'funnel'),
        ),
      // Without this attribute no device can, also none that we never log in to.
      () =>
        none(lab.tailnetPolicy.nodeAttrs, 'is given the right to funnel', ({ attrs }) =>
          attrs.includes('funnel'),
        ),
      () =>
        none(
          vantage('internet').funnelNames,
          'is published in the public DNS',
          ({ addresses }) => addresses.length > 0,
        ),
    )
  },
)
