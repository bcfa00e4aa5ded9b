import { control, every, the } from '#harness'

control(
  'Every project on Lyra defines its container, in what it has committed',
  {
    statement: 'FR-62',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-2', 'SA-10'],
    remedy:
      'Commit a Dockerfile, a compose file or `.devcontainer/` to the project; a library without a runtime leaves `development.projects`.',
  },
  ({ host, need }) => {
    const { host: name, projects } = need('development')
    every(projects, 'defines a container', (path) => {
      const project = the(host(name).repositories, `repository ${path}`, (it) => it.path === path)
      return project.definitions.length > 0
    })
  },
)
