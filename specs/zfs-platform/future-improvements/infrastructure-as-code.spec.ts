import { all, control, every, same, that } from '#harness'

control(
  'The platform is what its code says: nothing would be changed by running it now',
  {
    statement: 'ZF-123',
    impact: 'medium',
    strength: 'future',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CM-6'],
    remedy:
      'Run the plan and `ansible-playbook --check --diff site.yml` by hand: write what was changed by hand into the code, or apply the code.',
    subject: 'iac',
  },
  ({ host, hosts, need }) => {
    const { host: name } = need('plan')
    const { planStatus, uncommitted, behind, hosts: planned } = host(name).planChanges

    all(
      () =>
        that(uncommitted === 0 && behind === 0, 'the checkout is what is committed', {
          uncommitted,
          behind,
        }),
      () => that(planStatus === 0, 'the plan changes nothing', { planStatus }),
      () =>
        same(
          planned.map((one) => one.host),
          hosts('hypervisor', 'service', 'compute').map((one) => one.name),
          'hosts that the code is run for',
        ),
      () =>
        every(
          planned,
          'was looked at, and would stay as it is',
          ({ changed, unreachable, failed }) => changed + unreachable + failed === 0,
        ),
    )
  },
)
