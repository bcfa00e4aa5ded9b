import { all, control, every, none } from '#harness'

control(
  'Everything is either critical or not, and what critical things need is critical too',
  {
    statement: 'LA-77',
    impact: 'high',
    kind: 'documentation',
    standards: ['CP-2(8)', 'RA-9', 'CIS-11.1'],
    remedy:
      'Write yes or no into the column Critical of the plan, and the needs of the service into Needs.',
  },
  ({ host, hosts, lab, inventory, need }) => {
    const { services, data } = lab.recoveryPlan
    const classed = [...services, ...data]
    const seen = hosts('compute').flatMap(({ name: on }) =>
      host(on).containers.map(({ name }) => ({ container: name, host: on })),
    )

    all(
      () =>
        every(
          [
            ...inventory.services.map(({ name }) => ({ name })),
            ...need('backup').datasets.map(({ name }) => ({ name })),
          ],
          'is classed in the plan',
          ({ name }) => classed.some((it) => it.name === name && it.isCritical !== undefined),
        ),
      // What runs and was never declared has no class either.
      () =>
        every(seen, 'is a container of a service that is declared', ({ container, host: on }) =>
          inventory.services.some(
            ({ name, host: at, container: own = name }) => own === container && at === on,
          ),
        ),
      () =>
        none(
          services
            .filter(({ isCritical }) => isCritical)
            .flatMap(({ name, needs }) => needs.map((it) => ({ service: name, needs: it }))),
          'is needed by something critical and is not critical itself',
          ({ needs }) => services.find(({ name }) => name === needs)?.isCritical !== true,
        ),
    )
  },
)
