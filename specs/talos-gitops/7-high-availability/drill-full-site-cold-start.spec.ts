import { all, control, every, lastDrill, measured, none, recoveredWithin, that } from '#harness'

control(
  'After a power cut everything came back in order, and people did only what is written down',
  {
    statement: 'TG-164',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill full-site-cold-start`; write down what people had to do, or let a machine do it.',
  },
  (views) => {
    const drill = lastDrill(views, 'full-site-cold-start')
    const boots = measured(drill, 'boots')
    const site = measured(drill, 'site')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.site.rto')),
      () =>
        every(
          boots,
          'was a cold start of another boot',
          ({ bootIdAfter, bootIdBefore, kind }) => kind === 'cold' && bootIdAfter !== bootIdBefore,
        ),
      () =>
        that(
          site.hostUptimeSeconds <=
            (Date.parse(drill.endedAt) - Date.parse(drill.startedAt)) / 1000,
          'the hypervisor really went down',
          site,
        ),
      () =>
        that(
          site.judged > 0 && site.passed === site.judged,
          'every critical control passed afterwards',
          site,
        ),
      () =>
        none(
          site.manualSteps.map((step) => ({ step })),
          'was done by hand and is not written down',
          ({ step }) => !views.parameter.words('p.drill.site.manual_steps').includes(step),
        ),
      () =>
        every(
          boots,
          'brought every guest back',
          ({ guestsAfter, guestsBefore }) =>
            guestsBefore.length > 0 && guestsBefore.every((guest) => guestsAfter.includes(guest)),
        ),
    )
  },
)
