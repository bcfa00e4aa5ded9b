import { all, control, same, that } from '#harness'

control(
  'Every guest is one that Terraform made and keeps',
  {
    statement: 'LA-67',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-8', 'CM-3', 'CIS-1.1'],
    remedy:
      'Write the guest into the Terraform code and import it, or remove it; keep state in a backend that locks.',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const { deployHost, byHand } = need('iac')
    const { managed } = host(deployHost).driftReports
    const guests = {
      ...lab.guests,
      items: lab.guests.items.filter(({ isTemplate }) => !isTemplate),
    }

    all(
      () =>
        that(
          isRecent(managed.at, parameter.seconds('p.iac.report_max_age')),
          'the list of what Terraform has is not old',
          { at: managed.at },
        ),
      () =>
        same(
          {
            ...guests,
            items: guests.items
              .map(({ vmid }) => String(vmid))
              .filter((it) => !byHand.map(String).includes(it)),
          },
          managed.vmids.map(String),
          'guests of Terraform',
        ),
      () =>
        that(
          managed.backend !== 'local' &&
            !lab.trackedFiles.some(({ path }) => /\.tfstate/.test(path)),
          'the state is in a backend that is shared, and not in git',
          { backend: managed.backend },
        ),
    )
  },
)
