import { all, control, every, none, same } from '#harness'
import { engines, isUnit } from './workloads.ts'

control(
  'Each machine carries one functional domain, and its own',
  {
    statement: 'ZF-116',
    impact: 'high',

    kind: 'isolation',
    standards: ['SC-2', 'SC-32', 'CM-7'],
    remedy:
      'Move the foreign project to the machine of its domain; give a container without a project a place in a compose file.',
  },
  (views) => {
    const { host, need, parameter } = views
    const known = parameter.words('p.vm.listeners')
    const neutral = parameter.words('p.vm.neutral_domains')
    const { stacks, units = [] } = need('placement')
    const OWN = [
      { machine: 'vm-infra', domain: 'infra' },
      { machine: 'vm-apps', domain: 'apps' },
      { machine: 'vm-media', domain: 'media' },
      { machine: 'vm-games', domain: 'games' },
      { machine: 'vm-dev', domain: 'dev' },
    ]
    const domainOf = (machine: string) => OWN.find((one) => one.machine === machine)?.domain
    /** Stopped ones that come back count; what Wings makes is a game. */
    const present = engines(views).flatMap((machine) =>
      host(machine)
        .workloads.filter(({ isRunning, comesBack }) => isRunning || comesBack)
        .map(({ name, project, isGameServer }) => ({
          machine,
          container: name,
          project,
          domain: isGameServer
            ? 'games'
            : stacks.find((stack) => stack.project === project)?.domain,
        })),
    )

    all(
      () =>
        same(
          engines(views),
          OWN.map(({ machine }) => machine),
          'machines',
        ),
      () =>
        every(
          present,
          'belongs to the domain of its machine, or to that of none',
          ({ machine, domain }) =>
            domain !== undefined && (domain === domainOf(machine) || neutral.includes(domain)),
        ),
      () =>
        none(
          units,
          'is a service of another domain',
          ({ host: on, domain }) => domainOf(on) !== domain && !neutral.includes(domain),
        ),
      // What was declared is not all there is: whatever serves others shows at its port.
      () =>
        none(
          engines(views).flatMap((machine) =>
            host(machine)
              .listeners.filter(({ address }) => !/^(127\.|::1$)/.test(address))
              .map(({ protocol, port, programs = [] }) => ({ machine, protocol, port, programs })),
          ),
          'serves others, and is of no domain',
          ({ machine, programs }) =>
            programs.length === 0 ||
            !programs.every(
              (program) =>
                /^docker(d|-proxy)$/.test(program) ||
                known.includes(program) ||
                isUnit(views, machine, program),
            ),
        ),
    )
  },
)
