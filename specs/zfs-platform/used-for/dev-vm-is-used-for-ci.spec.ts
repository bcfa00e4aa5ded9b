import { all, control, none } from '#harness'

control(
  'What runs pipelines runs on vm-dev, and nowhere else',
  {
    statement: 'ZF-102',
    impact: 'low',
    strength: 'optional',
    kind: 'placement',
    standards: ['CM-7', 'SA-15'],
    remedy:
      'Move the runner to vm-dev: it carries out what others commit, with the rights of the machine that it is on.',
    subject: 'ci',
  },
  ({ host, hosts, parameter }) => {
    const words = parameter.words('p.ci.runners')
    const isRunner = (name: string) => words.some((word) => name.toLowerCase().includes(word))
    const elsewhere = hosts('compute', 'service', 'hypervisor')
      .map(({ name }) => name)
      .filter((name) => name !== 'vm-dev')

    all(
      () =>
        none(
          hosts('compute')
            .filter(({ name }) => name !== 'vm-dev')
            .flatMap(({ name: machine }) =>
              host(machine).workloads.map(({ name, image }) => ({
                machine,
                container: name,
                image,
              })),
            ),
          'runs pipelines',
          ({ container, image }) => isRunner(container) || isRunner(image),
        ),
      () =>
        none(
          elsewhere.flatMap((machine) =>
            host(machine)
              .services.filter(({ loadState }) => loadState === 'loaded')
              .map(({ unit, program }) => ({ machine, unit, program })),
          ),
          'runs pipelines without a container',
          ({ unit, program = '' }) => isRunner(unit) || isRunner(program),
        ),
    )
  },
)
