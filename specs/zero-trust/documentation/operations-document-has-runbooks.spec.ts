import { all, control, every, none, same, saw, that } from '#harness'

const PARTS = ['trigger', 'steps', 'verification', 'rollback']
/** Words of the shell itself: no file of theirs has to be there. */
const BUILTINS =
  /^(\.|:|\[|alias|break|case|cd|do|done|echo|elif|else|esac|eval|exit|export|false|fi|for|if|printf|pwd|read|set|shift|source|test|then|trap|true|type|ulimit|umask|unset|until|wait|while|\{|\}|!)$/

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
  ({ ageSeconds, host, inventory, lab, parameter }) => {
    const { offlineCopy, runbooks } = lab.runbooks
    const longest = parameter.seconds('p.docs.verified_max_age')
    const commands = runbooks.flatMap(({ commands: all_, scenario }) =>
      all_.map((command) => ({ scenario, ...command })),
    )
    const typed = commands.map((command) => ({ ...command, host: command.host ?? 'nowhere' }))
    const here = typed.filter((command) =>
      inventory.hosts.some(({ name }) => name === command.host),
    )
    const named = (at: string) =>
      inventory.services.some(({ name }) => at.toLowerCase().includes(name)) ||
      inventory.guests.some(({ name }) => at.toLowerCase().includes(name))

    all(
      () =>
        same(
          runbooks.map(({ scenario }) => scenario),
          parameter.words('p.drill.scenarios'),
          'runbooks',
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
          ({ verifiedOn }) => {
            const age = ageSeconds(`${verifiedOn ?? 'never'}T00:00:00Z`)
            return age >= -86_400 && age <= longest
          },
        ),
      () =>
        every(
          runbooks.map(({ scenario }) => ({ scenario })),
          'has commands',
          ({ scenario }) => typed.some((command) => command.scenario === scenario),
        ),
      () =>
        none(
          typed.filter((command) => !here.includes(command)),
          'is typed on a host that nobody declared',
          () => true,
        ),
      () =>
        every(
          here.map((command) => ({
            scenario: command.scenario,
            host: command.host,
            program: command.program,
          })),
          'is a program of its host',
          (command) =>
            BUILTINS.test(command.program) ||
            command.program.startsWith('/') ||
            host(command.host).commands.programs.includes(command.program),
        ),
      () =>
        none(
          here.flatMap((command) =>
            command.units.map((unit) => ({ scenario: command.scenario, host: command.host, unit })),
          ),
          'is a unit that its host does not have',
          (it) => !host(it.host).commands.unitFiles.includes(it.unit),
        ),
      () =>
        none(
          here.flatMap((command) =>
            command.paths.map((path) => ({ scenario: command.scenario, host: command.host, path })),
          ),
          'is a path that its host does not have',
          (it) => {
            const { depth, files, roots } = host(it.host).commands
            const complete = roots.some(
              (root) =>
                it.path.startsWith(`${root}/`) &&
                it.path.slice(root.length).split('/').length - 1 <= depth,
            )
            return !saw(
              complete ? files : { items: files, complete, because: `nobody lists ${it.path}` },
              (file) => file === it.path,
            )
          },
        ),
      () =>
        none(
          here.flatMap((command) =>
            command.vmids.map((vmid) => ({ scenario: command.scenario, vmid })),
          ),
          'is the number of no guest',
          ({ vmid }) => !saw(lab.guests, (guest) => guest.vmid === vmid),
        ),
      // What a procedure needs must not be inside of what it brings back.
      () =>
        every(
          runbooks.map(({ scenario, secrets }) => ({ scenario, secrets })),
          'finds its secrets outside the lab',
          ({ secrets }) => secrets !== undefined && !named(secrets),
        ),
      () =>
        that(
          offlineCopy !== undefined && !named(offlineCopy),
          'the page can be read when the lab is down',
          { offlineCopy },
        ),
    )
  },
)
