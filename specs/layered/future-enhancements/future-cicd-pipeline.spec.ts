import { control, every } from '#harness'

control(
  'Every commit of the branch was looked at, planned and deployed by the pipeline',
  {
    statement: 'LA-93',
    impact: 'low',
    strength: 'future',
    kind: 'configuration',
    standards: ['CM-3(2)', 'SA-11', 'CIS-16.1'],
    remedy:
      'Add the job that is missing to the workflow, without allowing it to fail, and run it for the commit.',
    subject: 'cicd',
  },
  ({ lab }) => {
    const jobs = ['lint', 'secrets', 'plan', 'deploy']

    every(lab.pipeline.commits, 'passed every job', ({ checks }) =>
      jobs.every((job) => checks.some((it) => it.name === job && it.state === 'success')),
    )
  },
)
