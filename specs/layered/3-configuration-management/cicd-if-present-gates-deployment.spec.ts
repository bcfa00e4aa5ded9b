import { all, control, every, that, the } from '#harness'

control(
  'Only what passed the pipeline is deployed, and nobody pushes past it',
  {
    statement: 'LA-72',
    impact: 'low',
    strength: 'optional',
    kind: 'configuration',
    standards: ['CM-3', 'CM-3(2)', 'CM-5', 'SA-11', 'CIS-16.1'],
    remedy: 'Protect the branch with its checks required, and deploy a commit that passed them.',
    subject: 'cicd',
  },
  ({ host, lab, need }) => {
    const { head, isProtected, required, commits } = lab.pipeline
    const { head: deployed } = host(need('iac').deployHost).deployCheckout

    all(
      () =>
        that(deployed === head, 'what is deployed is the head of the branch', { deployed, head }),
      () =>
        that(isProtected && required.length > 0, 'the branch is protected, with checks', {
          isProtected,
          required,
        }),
      () => {
        const { checks } = the(commits, deployed, ({ id }) => id === deployed)
        every(required, 'passed for what is deployed', (name) =>
          checks.some((it) => it.name === name && it.state === 'success'),
        )
      },
    )
  },
)
