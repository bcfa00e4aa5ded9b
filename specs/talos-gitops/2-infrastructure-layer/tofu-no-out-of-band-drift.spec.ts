import { all, control, every, none } from '#harness'

control(
  'Nothing that OpenTofu manages was changed by anybody else',
  {
    statement: 'TG-34',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-3', 'SI-7'],
    remedy:
      'Undo the change, or write it into the code and apply; what may drift is named in p.tofu.drift_allow.',
  },
  ({ host, need, parameter }) => {
    const { tofuRoots } = host(need('tofu').host)

    all(
      () =>
        every(
          tofuRoots.map(({ root, plan }) => ({ root, plan })),
          'was compared with what is there',
          ({ plan }) => plan !== undefined,
        ),
      () =>
        none(
          tofuRoots.flatMap(({ root, plan }) =>
            (plan?.drift ?? []).map((one) => ({ root, ...one })),
          ),
          'was changed outside of OpenTofu',
          ({ address }) => !parameter.words('p.tofu.drift_allow').includes(address),
        ),
    )
  },
)
