import { all, control, every, none, saw, that } from '#harness'
import { BUILTINS, isListed, isWithin } from './typed-commands.ts'

const PARTS = ['trigger', 'steps', 'verification', 'rollback']

control(
  'Every declared failure has a runbook whose commands can be typed today',
  {
    statement: 'ZT-05',
    impact: 'high',
    kind: 'documentation',
    standards: ['CP-2', 'CP-10', 'IR-8', 'CIS-11.1'],
    remedy:
      'Write or mend the runbook in docs/platform/operations.md: trigger, steps, verification, rollback, owner, secrets and the day it was tried; correct the program, unit, path or number that is not there.',
  },
  ({ isRecent, host, inventory, lab, need, parameter }) => {
    const { offlineCopy, runbooks } = lab.runbooks
    const longest = parameter.seconds('p.docs.verified_max_age')
    const scenarios = [
      ...new Set([...parameter.words('p.drill.scenarios'), ...need('recovery').scenarios]),
    ]
    const typed = runbooks.flatMap(({ commands, scenario }) =>
      commands.map(({ host: on = 'nowhere', ...command }) => ({ scenario, host: on, ...command })),
    )
    const isDeclared = (name: string) => inventory.hosts.some((known) => known.name === name)
    const here = typed.filter((command) => isDeclared(command.host))

    all(
      () =>
        every(
          scenarios.map((scenario) => ({ scenario })),
          'has a runbook with commands',
          ({ scenario }) => typed.some((command) => command.scenario === scenario),
        ),
      () =>
        every(
          runbooks.map(({ owner, parts, scenario }) => ({ scenario, owner, parts })),
          'has an owner, a trigger, steps, a verification and a way back',
          ({ owner, parts }) => owner !== undefined && PARTS.every((part) => parts.includes(part)),
        ),
      () =>
        every(
          runbooks.map(({ scenario, verifiedOn }) => ({ scenario, verifiedOn })),
          'was tried lately',
          ({ verifiedOn }) =>
            verifiedOn !== undefined && isRecent(`${verifiedOn}T00:00:00Z`, longest),
        ),
      () =>
        none(
          typed.map(({ host: on, line, scenario }) => ({ scenario, host: on, line })),
          'is typed on a host that nobody declared',
          (command) => !isDeclared(command.host),
        ),
      () =>
        every(
          here.map(({ host: on, program, scenario }) => ({ scenario, host: on, program })),
          'is a program of its host',
          ({ host: on, program }) =>
            BUILTINS.test(program) ||
            program.startsWith('/') ||
            host(on).commands.programs.includes(program),
        ),
      () =>
        none(
          here.flatMap(({ host: on, scenario, units }) =>
            units.map((unit) => ({ scenario, host: on, unit })),
          ),
          'is a unit that its host does not have',
          ({ host: on, unit }) => !host(on).commands.unitFiles.includes(unit),
        ),
      () =>
        none(
          here.flatMap(({ host: on, paths, scenario }) =>
            paths.map((path) => ({ scenario, host: on, path })),
          ),
          'is a path that its host does not have',
          ({ host: on, path }) => {
            const { depth, files, roots } = host(on).commands
            const look = { items: files, complete: isListed(path, roots, depth) }
            return !saw({ ...look, because: `nobody lists ${path}` }, (file) => file === path)
          },
        ),
      () =>
        none(
          here.flatMap(({ scenario, vmids }) => vmids.map((vmid) => ({ scenario, vmid }))),
          'is the number of no guest',
          ({ vmid }) => !saw(lab.guests, (guest) => guest.vmid === vmid),
        ),
      // What a procedure needs must not be inside of what it brings back.
      () =>
        every(
          runbooks.map(({ scenario, secrets }) => ({ scenario, secrets })),
          'finds its secrets outside the lab',
          ({ secrets }) => secrets !== undefined && !isWithin(secrets, inventory),
        ),
      () =>
        that(
          offlineCopy !== undefined && !isWithin(offlineCopy, inventory),
          'the page can be read when the lab is down',
          { offlineCopy },
        ),
    )
  },
)
