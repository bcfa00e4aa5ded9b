import { all, control, none, the } from '#harness'

control(
  'Nothing that people depend on leads to the machine for experiments',
  {
    statement: 'ZF-100',
    impact: 'medium',

    kind: 'placement',
    standards: ['SC-2', 'CM-7'],
    remedy:
      'Move the service to the machine of its domain, and remove the route, the name or the target that leads to vm-dev.',
  },
  ({ host, inventory, lab, need, parameter, vantage }) => {
    const { address } = the(inventory.hosts, 'vm-dev', ({ name }) => name === 'vm-dev')
    const jobs = parameter.words('p.dev.jobs')
    const leadsThere = (url: string) => [address, 'vm-dev'].includes(new URL(url).hostname)

    all(
      () =>
        none(
          {
            ...lab.traefik.services,
            items: lab.traefik.services.items.map(({ name, servers }) => ({
              service: name,
              servers,
            })),
          },
          'is a route to it',
          ({ servers }) => servers.some(leadsThere),
        ),
      () =>
        none(need('gateway').routes, 'is declared to lead to it', ({ backend }) =>
          leadsThere(backend),
        ),
      () =>
        none(
          vantage('lan').dnsAnswers.map(({ name, values }) => ({ name, values })),
          'is a name for it',
          ({ values }) => values.includes(address),
        ),
      // Wildcards, and names that nobody asked for.
      () =>
        none(
          need('dns').servers.flatMap((server) => host(server).adguard.rewrites),
          'is a name that is rewritten to it',
          ({ answer }) => answer === address,
        ),
      // Every machine is measured; what else is watched there would be missed by somebody.
      () =>
        none(
          lab.prometheusTargets.map(({ job, host, port }) => ({ job, host, port })),
          'is watched there as production is',
          ({ job, host }) => host === address && !jobs.includes(job),
        ),
    )
  },
)
