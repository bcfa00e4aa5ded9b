import { all, control, every, none, that } from '#harness'

control(
  'To deploy everything once more would change nothing',
  {
    statement: 'LA-08',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-2(2)', 'CM-3', 'CM-6', 'SI-7', 'CIS-4.1'],
    remedy:
      'Look at the plan and the rehearsal (`terraform plan`, `ansible-playbook --check --diff`), then take the difference into the repository or deploy.',
  },
  ({ isRecent, host, hosts, inventory, need, parameter }) => {
    const { deployHost } = need('iac')
    const { plan, rehearsal } = host(deployHost).driftReports
    const { head, dirty, hidden, ahead, upstream } = host(deployHost).deployCheckout
    const longest = parameter.seconds('p.iac.report_max_age')
    const skipped = parameter.number('p.iac.max_skipped_ratio')
    const made = hosts('compute').flatMap(({ name }) =>
      host(name).deployments.containers.map(({ container, compose }) => ({
        host: name,
        container,
        compose,
      })),
    )

    all(
      () =>
        every(
          [
            { report: 'plan', at: plan.at, commit: plan.commit },
            { report: 'rehearsal', at: rehearsal.at, commit: rehearsal.commit },
          ],
          'is of HEAD, and not old',
          ({ at, commit }) => commit === head && isRecent(at, longest),
        ),
      () =>
        that(
          plan.exit === 0 &&
            plan.changes.length === 0 &&
            plan.arguments.includes('-detailed-exitcode'),
          'Terraform would change nothing',
          plan,
        ),
      () =>
        none(plan.arguments, 'makes the plan see less', (given) =>
          /^--?(target|exclude|refresh=|refresh-only|state)/.test(given),
        ),
      () =>
        none(rehearsal.arguments, 'makes the rehearsal see less', (given) =>
          /^(-l|-t|--(limit|tags|skip-tags|start-at-task|step))/.test(given),
        ),
      () =>
        that(
          rehearsal.arguments.some((given) => given === '--check' || given === '-C'),
          'it was a rehearsal',
          { arguments: rehearsal.arguments },
        ),
      () =>
        every(
          inventory.hosts
            .filter(({ role }) => role !== 'vantage')
            .map(
              ({ name }) => rehearsal.recaps.find((it) => it.host === name) ?? { missing: name },
            ),
          'was rehearsed by Ansible, and would stay as it is',
          (recap) =>
            'host' in recap &&
            recap.changed + recap.failed + recap.unreachable === 0 &&
            recap.ok > 0 &&
            recap.skipped / (recap.ok + recap.skipped) <= skipped,
        ),
      () =>
        that(
          dirty.length + hidden.length + ahead === 0 && upstream !== undefined,
          'it is deployed from a clean work tree, and nothing in it is known there only',
          { dirty, hidden, ahead, upstream },
        ),
      () =>
        every(made, 'is what Compose would make', ({ host: on, compose }) =>
          host(on).composeHashes.some(
            ({ service, hash }) => service === compose?.service && hash === compose.hash,
          ),
        ),
    )
  },
)
