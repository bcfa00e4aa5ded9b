import { all, control, every, none } from '#harness'

control(
  'A fresh plan of every root has nothing to do',
  {
    statement: 'TG-31',
    impact: 'critical',
    kind: 'configuration',
    standards: ['CM-2', 'CM-3', 'CM-6', 'CIS-4.1'],
    remedy:
      'Read `tofu plan` of the root: apply what was forgotten, or take over into the code what was changed by hand.',
  },
  ({ isRecent, host, lab, need, parameter }) => {
    const { tofuRoots } = host(need('tofu').host)
    const accepted = parameter.words('p.tofu.ignored_changes')

    all(
      () =>
        every(
          tofuRoots.map(({ root, plan }) => ({ root, plan })),
          'has a plan, and nothing to do',
          ({ plan }) =>
            plan?.isEmpty === true &&
            !plan.hasErrors &&
            plan.outputs.length === 0 &&
            plan.changes.every(({ actions }) => actions.join() === 'no-op') &&
            isRecent(plan.madeAt, parameter.seconds('p.tofu.plan_max_age')),
        ),
      // A root that nobody plans has whatever it likes to do.
      () =>
        none(
          lab.tofuCode.flatMap(({ backend, folder }) => (backend === undefined ? [] : [folder])),
          'keeps a state, and is planned by nobody',
          (folder) => !need('tofu').roots.includes(folder),
        ),
      () =>
        every(
          tofuRoots.map(({ root, workspace, resources }) => ({
            root,
            workspace,
            manages: resources.length,
          })),
          'manages something, in the workspace that is meant',
          ({ workspace, manages }) =>
            workspace === 'default' && manages >= parameter.number('p.tofu.min_resources'),
        ),
      () =>
        none(
          lab.tofuCode.flatMap(({ folder, resources }) =>
            resources.map(({ type, name, ignores }) => ({ folder, type, name, ignores })),
          ),
          'hides changes',
          ({ ignores }) => ignores.some((attribute) => !accepted.includes(attribute)),
        ),
    )
  },
)
