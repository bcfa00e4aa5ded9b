import { all, control, every, none, the } from '#harness'

const PARTS = ['trigger', 'steps', 'verification']

control(
  'Every recovery that is exercised has a runbook with commands and somebody who answers for it',
  {
    statement: 'TG-219',
    impact: 'medium',
    kind: 'documentation',
    standards: ['CP-2', 'IR-8'],
    remedy:
      'Write the section in docs/OPERATIONS.md under Disaster Recovery: a heading with the name of the drill, `- Owner:`, Trigger, Steps and Verification, with commands in blocks opened by `sh <host>`.',
  },
  ({ inventory, lab, need }) => {
    const { runbooks } = lab.runbooks
    const scenarios = need('recovery').scenarios.map((scenario) => ({ scenario }))
    const of = (scenario: string) =>
      the(runbooks, `runbook ${scenario}`, (it) => it.scenario === scenario)
    all(
      () =>
        every(scenarios, 'has a runbook with a trigger, steps and a verification', ({ scenario }) =>
          PARTS.every((part) => of(scenario).parts.includes(part)),
        ),
      () =>
        every(scenarios, 'has an owner who is known here', ({ scenario }) =>
          (inventory.people ?? []).some(
            ({ automation, name }) => automation === undefined && name === of(scenario).owner,
          ),
        ),
      () => every(scenarios, 'has commands', ({ scenario }) => of(scenario).commands.length > 0),
      () =>
        none(
          runbooks.flatMap(({ commands, scenario }) =>
            commands.map(({ host = 'nowhere', line }) => ({ scenario, host, line })),
          ),
          'is typed on a host that nobody declared',
          ({ host }) => !inventory.hosts.some(({ name }) => name === host),
        ),
    )
  },
)
