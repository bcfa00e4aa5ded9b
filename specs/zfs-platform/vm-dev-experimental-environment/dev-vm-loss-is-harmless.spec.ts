import { all, control, every, that, the } from '#harness'

control(
  'Without vm-dev, or while it is wrecked, everything else is as well as before',
  {
    statement: 'ZF-99',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['SC-6', 'SC-39', 'CP-4'],
    remedy:
      'Limit processors and disk of the machine (`cpulimit`, `mbps_wr`), move what depends on it, and try again: stop it, saturate it, and record it as the canary `vm-dev-loss`.',
  },
  ({ ageSeconds, host, need, parameter }) => {
    const run = the(
      host(need('canaries').host).canaries,
      'record vm-dev-loss',
      ({ name }) => name === 'vm-dev-loss',
    )
    const step = (name: string) => the(run.steps, name, (one) => one.do === name)
    const during = run.steps.filter((one) => one.do === 'during')
    const before = step('before').count ?? 0

    all(
      () => {
        const age = ageSeconds(run.endedAt)
        that(age >= 0 && age <= parameter.seconds('p.drill.max_age'), 'it was tried lately', run)
      },
      () => every(['stop', 'saturate'], 'was done', (way) => step(way).status === 0),
      () =>
        that(
          before >= parameter.number('p.dev.health_pages') && during.length === 2,
          'every service was watched, both times',
          { before, during },
        ),
      () =>
        every(
          during,
          'shows all as well as before',
          ({ status, count }) => status === 200 && count === before,
        ),
      () =>
        that(
          (step('slowest').seconds ?? Infinity) <=
            (step('slowest-before').seconds ?? 0) * parameter.number('p.dev.max_slowdown'),
          'nothing became much slower',
          { slowest: step('slowest'), before: step('slowest-before') },
        ),
    )
  },
)
