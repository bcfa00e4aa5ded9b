import { all, control, every, same } from '#harness'

control(
  'Ansible went through on every host lately, and whole',
  {
    statement: 'LA-68',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-6', 'CM-3', 'CIS-4.1'],
    remedy:
      'Run `ansible-playbook site.yml` without --limit and --tags; add a host that is missing to ansible/inventory.yml.',
  },
  ({ isRecent, host, hosts, need, parameter }) => {
    const { deployHost } = need('iac')
    const { commits } = host(deployHost).deployCheckout
    const { recaps } = host(deployHost).driftReports.rehearsal
    const longest = parameter.seconds('p.ansible.max_age')

    all(
      () =>
        same(
          recaps.map((it) => it.host),
          hosts().map(({ name }) => name),
          'hosts of Ansible',
        ),
      () =>
        every(
          hosts().map(({ name }) => ({ host: name, ...host(name).ansibleRun.last })),
          'had a whole run of a tracked commit that did not fail',
          ({ commit, at = '', failed, isWhole }) =>
            commit !== undefined &&
            commits.includes(commit) &&
            failed === 0 &&
            isWhole === true &&
            isRecent(at, longest),
        ),
    )
  },
)
